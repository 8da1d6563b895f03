import fc from 'fast-check';
import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { computed } from './compute.ts';
import { readData, readMeta } from './input.ts';
import { Method } from './method.ts';
import { panel, readPeriods, type Panel, type PanelBase, type Period } from './panel.ts';

const meta = readMeta(
  records(
    'iCode,Level,Parent,Type,Direction\na,1,I,Indicator,1\nb,1,I,Indicator,-1\nI,2,,Aggregate,1\n',
  ),
);
if (!meta.ok) throw new Error('the made-up index does not hold together');
const structure = meta.value;

function at(period: string, rows: string): Period {
  const table = readData(records(`uCode,a,b\n${rows}`), new Set(['a', 'b']));
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return { period, table: table.value };
}
const first = at('2023', 'x,10,4\ny,20,2\nz,30,0\n');
const second = at('2024', 'x,20,4\ny,30,1\nw,50,0\n');

function worked(method: object, base: PanelBase, periods = [first, second]): Panel {
  const found = panel(periods, structure, Method.parse(method), base);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
const scores = ({ periods }: Panel, code = 'I') =>
  periods.map(({ result }) => result.scores.get(code));

test('[CO-23] on the base of a period its own numbers are those of that period alone', () => {
  const { periods } = worked({}, { period: '2023' });
  const alone = computed(first.table, structure, Method.parse({}));
  expect(periods[0]?.result).toEqual(alone.ok ? alone.value : null);
});

test('[CO-23] what is greater than the base’s greatest passes 100, by hand', () => {
  const found = worked({}, { period: '2023' });
  // 2024: a of 20, 30, 50 over 10 to 30; b of 4, 1, 0 over 4 to 0.
  expect(scores(found, 'a')[1]).toEqual([50, 100, 200]);
  expect(scores(found, 'b')[1]).toEqual([0, 75, 100]);
  expect(scores(found)[1]).toEqual([25, 87.5, 150]);
});

test('[CO-23] on the base of all periods the greatest of any is 100', () => {
  const found = worked({}, 'all');
  expect(scores(found, 'a')).toEqual([
    [0, 25, 50],
    [25, 50, 100],
  ]);
});

test('[CO-23] z-scores of the base period have its mean and deviation', () => {
  // 10, 20, 30: mean 20, deviation 10.
  const found = worked({ normalise: { all: { method: 'zscore' } } }, { period: '2023' });
  expect(scores(found, 'a')).toEqual([
    [-1, 0, 1],
    [0, 1, 3],
  ]);
});

const value = fc.integer({ min: 1, max: 500 });
const later = fc
  .array(fc.tuple(value, value), { minLength: 2, maxLength: 6 })
  .map((rows) => at('2025', rows.map(([a, b], unit) => `u${unit},${a},${b}\n`).join('')));

test.each([
  ['minmax', {}],
  ['zscore', { normalise: { all: { method: 'zscore' } } }],
  ['fraction of the greatest', { normalise: { all: { method: 'fracmax' } } }],
  ['distance to a unit', { normalise: { all: { method: 'dist2ref', unit: 'z' } } }],
  ['PCA weights', { weight: { method: 'pca' } }],
  ['winsorising', { treat: { all: { method: 'winsorise', skew: 0.1, kurtosis: 0.1 } } }],
])('[CO-23] with %s, a period that comes later moves nothing on a fixed base', (_, method) => {
  const before = worked(method, { period: '2023' });
  fc.assert(
    fc.property(later, (third) => {
      const after = worked(method, { period: '2023' }, [first, second, third]);
      expect(scores(after).slice(0, 2)).toEqual(scores(before));
      expect(after.periods[1]?.result.weights).toEqual(before.periods[1]?.result.weights);
    }),
    { numRuns: 25 },
  );
});

test('[CO-23] outliers are drawn in to the base’s ends in every period', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 100];
  const base = at('2023', values.map((a, unit) => `u${unit},${a},1\n`).join(''));
  const next = at('2024', 'u0,50,1\nu1,-5,1\n');
  const method = {
    treat: { all: { method: 'winsorise' } },
    normalise: { all: { method: 'none' } },
  };
  const found = worked(method, { period: '2023' }, [base, next]);
  // 100 is moved to 7, its neighbour; only that side was out of shape.
  expect(scores(found, 'a')).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 7],
    [7, -5],
  ]);
});

test.each<[string, object, PanelBase, readonly Period[]]>([
  ['no-periods', {}, 'all', []],
  ['period-repeated', {}, 'all', [first, first]],
  ['period-unknown', {}, { period: '2020' }, [first]],
  ['ranks-have-no-base', { normalise: { all: { method: 'rank' } } }, 'all', [first, second]],
  ['below-base', { treat: { all: { method: 'log' } } }, { period: '2024' }, [first, second]],
])('[CO-23] %s is said', (code, method, base, periods) => {
  const found = panel(periods, structure, Method.parse(method), base);
  expect(found.ok ? [] : found.problems.map((each) => each.code)).toContain(code);
});

test('[CO-23] a table with a row for each unit and period is read, and its faults are said by row', () => {
  const long = 'uCode,year,a,b\nx,2023,1,2\ny,2023,3,4\nx,2024,5,6\n';
  const numbers = new Set(['a', 'b']);
  const read = readPeriods(records(long), numbers, 'year');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.map(({ period, table }) => [period, table.units])).toEqual([
    ['2023', ['x', 'y']],
    ['2024', ['x']],
  ]);
  const wrong = readPeriods(records(`${long}x,2024,much,6\nz,,1,1\n`), numbers, 'year');
  expect(wrong).toMatchObject({
    problems: [
      { code: 'period-missing', where: { row: 6, column: 'year' } },
      { code: 'repeated-code', where: { row: 5, column: 'uCode' } },
      { code: 'not-a-number', where: { row: 5, column: 'a' } },
    ],
  });
  expect(readPeriods(records(long), numbers, 'month')).toMatchObject({ ok: false });
});
