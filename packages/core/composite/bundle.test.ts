import { expect, test } from 'vitest';
import { bundleOf, bundleText, readBundle, recomputed, type BundleInputs } from './bundle.ts';
import { Method } from './method.ts';
import { Uncertainty } from './uncertain.ts';

const inputs: BundleInputs = {
  title: 'Two of one',
  data: 'uCode,a,b\nx,1,9\ny,2,4\nz,4,1\n',
  meta: 'iCode,Level,Parent,Type,Notice\na,1,I,Indicator,What was found only\nb,1,I,Indicator,\nI,2,,Aggregate,\n',
  method: Method.parse({}),
  uncertainty: Uncertainty.parse({ sources: [{ kind: 'weights', by: 0.5 }] }),
  drawing: { draws: 100, base: 16, seed: 4 },
};

function made(more: Partial<BundleInputs> = {}) {
  const bundle = bundleOf({ ...inputs, ...more });
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.problems));
  return bundle.value;
}

test('[CO-13] a bundle read from its own text works out to the same bytes', () => {
  const text = bundleText(made());
  const read = readBundle(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const again = recomputed(read.value);
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  expect(bundleText(again.value)).toBe(text);
});

test('[CO-13] scores are what the method gives, by hand', () => {
  // a: 0, 33⅓, 100; b: 100, 37½, 0; both weigh the same.
  expect(
    made()
      .scores.split('\r\n')
      .map((line) => line.split(',').map(Number)[3]),
  ).toEqual([
    Number.NaN,
    ...[50, (100 / 3 + 37.5) / 2, 50].map((each) => expect.closeTo(each, 10)),
    undefined,
  ]);
  expect(made().standings?.split('\r\n')).toHaveLength(5);
  expect(made().effects).toContain('1,weights,');
});

test('[CO-13] a part that was changed is named', () => {
  const bundle = { ...made(), data: inputs.data.replace('x,1', 'x,3') };
  expect(readBundle(bundle)).toEqual({
    ok: false,
    problems: [{ code: 'part-changed', details: { part: 'data' } }],
  });
});

test('[CO-13] a result that does not come out again is named by its cell', () => {
  const bundle = { ...made(), scores: made().scores.replace('x,0,100,50', 'x,0,100,51') };
  expect(recomputed(bundle)).toEqual({
    ok: false,
    problems: [
      {
        code: 'result-differs',
        where: { row: 2, column: 'I' },
        details: { part: 'scores', was: '51', now: '50' },
      },
    ],
  });
});

test('[CO-14] what must be said beside a number goes with the bundle', () => {
  expect(made().notices).toEqual([{ code: 'a', notice: 'What was found only' }]);
});

test('an index that is not drawn has no standings, and one that is stopped has no bundle', () => {
  expect(made({ uncertainty: null })).toMatchObject({ standings: null, effects: null });
  expect(bundleOf(inputs, () => false)).toMatchObject({ problems: [{ code: 'stopped' }] });
});

test('tables that do not hold together are refused, with their rows', () => {
  expect(bundleOf({ ...inputs, data: 'uCode,a,b\nx,much,1\n' })).toMatchObject({
    problems: [{ code: 'not-a-number', where: { path: 'data', row: 2, column: 'a' } }],
  });
});
