import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { best, type MadeRecords } from './best.ts';
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

function madeFrom(rows: Rows, { k, length, seed }: Chosen): MadeRecords {
  const result = best(countsFrom(rows, Math.min(3, length)), { k }, generator(seed).next);
  if (result?.ok !== true) throw new Error('not made');
  return result.value;
}

test('[RL-12] no combination of fewer than k rows is made, on any table', () => {
  fc.assert(
    fc.property(tables, options, (rows, chosen) => {
      const truth = everyCombination(rows, Math.min(3, chosen.length));
      const made = everyCombination(rowsOf(madeFrom(rows, chosen)), Math.min(3, chosen.length));
      const leaked = [...made.keys()].filter((each) => (truth.get(each) ?? 0) < chosen.k);
      expect(leaked).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('[RL-13] there are as many records as rows, rounded down, and no value is made more often than is told', () => {
  fc.assert(
    fc.property(tables, options, (rows, chosen) => {
      const made = madeFrom(rows, chosen);
      expect(made.records).toBe(protectedCount(rows.length, chosen.k));
      const truth = everyCombination(rows, 1);
      for (const [value, count] of everyCombination(rowsOf(made), 1))
        expect(count).toBeLessThanOrEqual(protectedCount(truth.get(value) ?? 0, chosen.k));
    }),
    { numRuns: 300 },
  );
});

test('[RL-12] what is made depends on protected counts only: rare values may be anything', () => {
  const common = Array.from({ length: 30 }, (_, at) => [1 + (at % 2), 1 + (at % 3 === 0 ? 1 : 0)]);
  const one = [...common, [3, 0], [3, 0], [0, 3]];
  const other = [...common, [0, 3], [0, 3], [3, 0]];
  const chosen = { k: 5, length: 2, seed: 7 };
  expect(madeFrom(other, chosen)).toEqual(madeFrom(one, chosen));
});

test('[RL-13] where nothing is rare, every combination is there and every total is met', () => {
  const rows = Array.from({ length: 400 }, (_, at) => [
    1 + (at % 2),
    1 + ((at >> 1) % 2),
    1 + (((at >> 2) + (at >> 4)) % 3),
  ]);
  const truth = everyCombination(rows, 3);
  const made = everyCombination(rowsOf(madeFrom(rows, { k: 10, length: 3, seed: 1 })), 3);
  expect(made.size).toBe(truth.size);
  for (const [each, count] of truth)
    if (!each.includes('&')) expect(made.get(each)).toBe(protectedCount(count, 10));
});

test('[RL-12] an empty table, and one of rare values only, make no value', () => {
  expect(madeFrom([], { k: 5, length: 3, seed: 1 }).records).toBe(0);
  const rare = madeFrom(
    [
      [1, 2],
      [2, 1],
      [3, 3],
    ],
    { k: 5, length: 2, seed: 1 },
  );
  expect(rare.records).toBe(0);
});
