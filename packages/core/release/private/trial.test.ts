import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { counted } from '../count/count.ts';
import { inputOf } from '../count/input.ts';
import { twinKernel } from '../kernel/twin.ts';
import { privateCounts } from './private-counts.ts';
import { madeRows, tableOf, truthOf } from './testing.ts';
import { tried } from './trial.ts';

const widths = [3, 4, 2, 5];
const rows = madeRows(900, widths);
const table = tableOf(rows, widths);
const common = 10;

function counts(standIn: CodedTable) {
  const truth = counted(inputOf(standIn), { length: 3, least: 1 }, twinKernel());
  if (truth === null) throw new Error('stopped');
  return { standIn, truth };
}

test('[RL-57] a run is set beside the exact counts: what is told, kept, invented, and how far off', () => {
  const settings = { epsilon: 1, delta: 1e-6, length: 2 };
  const [one] =
    tried(counts(table), { settings: [settings], runs: 1, common }, generator(3).next) ?? [];
  // The same chance gives the same counts, which are judged here by their names.
  const again = privateCounts(table, settings, generator(3).next);
  if (again?.ok !== true) throw new Error('no counts');
  const truth = truthOf(rows, 2);
  const told = new Map<string, number>();
  for (const length of [1, 2])
    again.value.each(length, (columns, values, { count }) =>
      told.set(columns.map((column, at) => `${column}:${values[at]}`).join(' '), count),
    );
  const often = [...truth].filter(([, count]) => count >= common);
  const off = often.map(([name, count]) => Math.abs((told.get(name) ?? 0) - count));
  const invented = [...told.keys()].filter((name) => !truth.has(name)).length;
  const all = one?.byLength.at(-1);
  expect(all).toMatchObject({ length: 0, common: often.length });
  expect(all?.told?.value).toBe(told.size);
  expect(all?.kept?.value).toBeCloseTo(
    often.filter(([name]) => told.has(name)).length / often.length,
    12,
  );
  expect(all?.error?.value).toBeCloseTo(off.reduce((sum, each) => sum + each) / often.length, 12);
  expect(all?.invented?.value).toBeCloseTo(invented / told.size, 12);
  expect(one?.byLength.map(({ length }) => length)).toEqual([1, 2, 0]);
});

test('[RL-57] less noise is nearer, runs of a setting lie between least and most, and codes are found by value', () => {
  // Values that are discovered are numbered by text, not as they came.
  const open = {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      ...{ declared: false, values: column.values.toReversed() },
    })),
  };
  const settings = [0.5, 100].map((epsilon) => ({ epsilon, delta: 1e-6, length: 3 }));
  const [noisy, plain] =
    tried(counts(open), { settings, runs: 4, common }, generator(5).next) ?? [];
  const error = (of: typeof noisy) => of?.byLength.at(-1)?.error;
  const [much, little] = [error(noisy), error(plain)];
  expect(much?.low).toBeLessThan(much?.high ?? 0);
  expect(much?.value).toBeGreaterThan(3 * (little?.value ?? Infinity));
  expect(little?.value).toBeLessThan(3);
  expect(plain?.byLength.at(-1)?.kept?.value).toBeGreaterThan(0.98);
});

test('[RL-57] a setting that gives no counts says why', () => {
  const many = Array.from({ length: 201 }, () => 2);
  const full = tableOf(
    Array.from({ length: 30 }, (_, at) => many.map(() => 1 + (at % 2))),
    many,
  );
  const settings = [2, 1].map((length) => ({ epsilon: 1, delta: 1e-6, length }));
  const truth = counted(inputOf(full), { length: 2, least: 1 }, twinKernel());
  if (truth === null) throw new Error('stopped');
  const found = tried({ standIn: full, truth }, { settings, runs: 2, common }, generator(1).next);
  expect(found?.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['columns-over-limit'],
    ['columns-over-limit'],
  ]);
  expect(found?.map(({ byLength }) => byLength)).toEqual([[], []]);
});

test('it is stopped between runs', () => {
  let asked = 0;
  const stop = () => (asked += 1) > 2;
  const settings = [{ epsilon: 1, delta: 1e-6, length: 3 }];
  expect(
    tried(counts(table), { settings, runs: 50, common }, generator(1).next, { stop }),
  ).toBeNull();
});
