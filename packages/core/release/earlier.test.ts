import { expect, test } from 'vitest';
import { TableReader } from '../table/index.ts';
import { differencing } from './differencing.ts';
import { earlierManifest, EarlierReader, earlierTold } from './earlier.ts';
import { manifestOf } from './manifest.ts';
import { tableOf } from './private/testing.ts';

const manifest = manifestOf({
  ...{ madeAt: '2025-03-01T00:00:00Z', madeBy: 'Freehold', method: 'best', k: 10, length: 2 },
  ...{ rows: 100, records: 100, totals: { made: 200, asked: 200 }, unit: 'row' },
  columns: ['c0', 'gone'].map((name) => ({ name, kind: 'category', declared: true })),
  chance: 'system entropy',
});
const beside = { columns: tableOf([], [2, 2]).columns, longest: 2 };

function read(text: string) {
  const reader = new TableReader({ delimiter: ',' });
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  const made = EarlierReader.of(manifest, header?.cells ?? [], beside);
  if (!made.ok) return { problems: made.problems.map(({ code }) => code), release: null };
  const problems = rows.flatMap((row) => made.value.take(row).map(({ code }) => code));
  return { problems, release: made.value.finished() };
}

test('[RL-22] an earlier release is read as its readers have it, by names that no order of columns changes', () => {
  const { problems, release } = read(
    'length,combination,count\n1,c0=v1,40\n1,gone=x,20\n2,gone=x & c0=v1,10\n',
  );
  expect(problems).toEqual([]);
  expect(release).toMatchObject({ madeAt: '2025-03-01T00:00:00Z', length: 2 });
  expect(release?.shown).toEqual({
    ...{ k: 10, rows: 100 },
    counts: new Map([
      ['c0=v1', 40],
      ['gone=x', 20],
      ['c0=v1 & gone=x', 10],
    ]),
  });
});

test.each([
  ['a,b\n1,2\n', ['not-counts']],
  ['length,combination,count,low,high\n1,c0=v1,40,30,50\n', ['not-counts']],
  ['length,combination,count\n1,c0=v1,7\n', ['count-below-k']],
  ['length,combination,count\n1,c0=v1,45\n', ['count-not-rounded']],
  ['length,combination,count\n1,other=v1,40\n', ['column-not-released']],
  ['length,combination,count\n3,c0=v1 & gone=x & c0=v2,40\n', ['combination-length']],
  ['length,combination,count\n1,"=SUM(A1)",40\n', ['cell-is-formula']],
  [
    'length,combination,count\n1,no pair,40\n1,c0=v1\n',
    ['combination-unreadable', 'row-unreadable'],
  ],
])('[RL-22] what no such release would hold is refused: %j', (text, codes) => {
  expect(read(text).problems).toEqual(codes);
});

test('[RL-22] releases without a column in common are not of one register', () => {
  const other = {
    ...beside,
    columns: tableOf([], [2]).columns.map((each) => ({ ...each, name: 'x' })),
  };
  const made = EarlierReader.of(manifest, ['length', 'combination', 'count'], other);
  expect(made).toMatchObject({ ok: false, problems: [{ code: 'earlier-other-columns' }] });
});

test.each([
  [manifest, []],
  [{ ...manifest, method: 'private' }, ['earlier-has-noise']],
  [{ ...manifest, format: 'freehold-ledger-1' }, ['manifest-foreign']],
  [null, ['manifest-foreign']],
  [{ ...manifest, k: 'ten' }, ['wrong-type']],
])('[RL-22] a manifest is known for what it is (%#)', (input, codes) => {
  const found = earlierManifest(input);
  expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(codes);
});

test('[RL-22] nothing is told of counts that contradict each other', () => {
  const shows = (rows: number, counts: Record<string, number>) => ({
    ...{ k: 10, rows },
    counts: new Map(Object.entries(counts)),
  });
  const found = differencing(shows(100, {}), shows(100, { a: 10 }));
  expect(earlierTold('t', found)).toMatchObject({ exposed: 1, narrowed: 1 });
  const against = differencing(shows(100, { a: 50 }), shows(100, { a: 10, b: 10 }));
  expect(against.contradicting).toBe(1);
  expect(earlierTold('t', against)).toEqual({ madeAt: 't', narrowed: 0, exposed: 0, exact: 0 });
});
