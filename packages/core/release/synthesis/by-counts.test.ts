import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { byCounts } from './by-counts.ts';
import { reportedBy } from './numbered.ts';
import { protectedCount } from './targets.ts';
import {
  countsFrom,
  everyCombination,
  options,
  rowsOf,
  tables,
  type Chosen,
  type Rows,
} from './testing.ts';

function madeFrom(rows: Rows, { k, length, seed }: Chosen): Rows {
  const reported = reportedBy(countsFrom(rows, length), k);
  const made = reported.ok ? byCounts(reported.value, generator(seed).next) : null;
  if (made === null) throw new Error('not made');
  return rowsOf(made);
}

test('[RL-11] every combination was reported, none is made more often, and totals are met, on any table', () => {
  fc.assert(
    fc.property(tables, options, (rows, chosen) => {
      const { k, length } = chosen;
      const made = madeFrom(rows, chosen);
      const told = (count = 0) => (count < k ? 0 : protectedCount(count, k));
      const truth = everyCombination(rows, length);
      const found = everyCombination(made, length);
      const over = [...found].filter(([each, count]) => count > told(truth.get(each)));
      expect(over).toEqual([]);
      for (const [each, count] of truth)
        if (!each.includes('&')) expect(found.get(each) ?? 0).toBe(told(count));
      expect(made.every((record) => record.some((value) => value > 0))).toBe(true);
    }),
    { numRuns: 2500 },
  );
});

test('[RL-11] what is made depends on protected counts only: rare values may be anything', () => {
  const common = Array.from({ length: 30 }, (_, at) => [1 + (at % 2), 1 + (at % 3 === 0 ? 1 : 0)]);
  const one = [...common, [3, 0], [3, 0], [0, 3]];
  const other = [...common, [0, 3], [0, 3], [3, 0]];
  const chosen = { k: 5, length: 2, seed: 7 };
  expect(madeFrom(other, chosen)).toEqual(madeFrom(one, chosen));
});

test('[RL-11] rows that are all alike come back as they are, rounded down', () => {
  const rows = Array.from({ length: 23 }, () => [1, 2, 3, 1]);
  const made = madeFrom(rows, { k: 5, length: 3, seed: 1 });
  expect(made).toEqual(Array.from({ length: 20 }, () => [1, 2, 3, 1]));
});

test('[RL-11] it tells how far it is, and ends when it is told to', () => {
  const rows = Array.from({ length: 600 }, (_, at) => [1 + (at % 3), 0, 1 + (at % 2)]);
  const reported = reportedBy(countsFrom(rows, 2), 5);
  if (!reported.ok) throw new Error('it fits');
  const seen: (readonly number[])[] = [];
  const watched = (done: number, total: number) => void seen.push([done, total]);
  const whole = byCounts(reported.value, generator(1).next, { seen: watched });
  expect(whole?.records).toBeGreaterThan(512);
  // Two values a row: three of the one kind and two of the other, all common.
  expect(seen.at(0)).toEqual([0, 1200]);
  expect(seen.at(-1)).toEqual([1200, 1200]);
  expect(byCounts(reported.value, generator(1).next, { stop: () => true })).toBeNull();
});
