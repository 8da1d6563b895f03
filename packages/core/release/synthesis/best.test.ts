import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problem, refused } from '../../problem.ts';
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

function madeFrom(rows: Rows, { k, length, seed }: Chosen, totals = false): MadeRecords {
  const result = best(countsFrom(rows, length), { k, totals }, generator(seed).next);
  if (result?.ok !== true) throw new Error('not made');
  return result.value;
}

/** Narrower than the others, so that combinations of four are often of k rows and often not. */
const fourWide: fc.Arbitrary<Rows> = fc
  .tuple(fc.integer({ min: 4, max: 7 }), fc.integer({ min: 1, max: 2 }), fc.nat(80))
  .chain(([columns, values, rows]) =>
    fc.array(fc.array(fc.nat(values), { minLength: columns, maxLength: columns }), {
      maxLength: rows,
    }),
  );
const ofFour = options.map((chosen) => ({ ...chosen, length: 4 }));

test.each([
  ['of one to four values', tables, options, 1500, false],
  ['of four values', fourWide, ofFour, 2500, false],
  ['of one to four values, totals first', tables, options, 500, true],
])(
  '[RL-12] [RL-13] no combination %s of fewer than k rows is made, on any table; records are as many as rows, rounded down, or a little more; no value more often than is told',
  (_, from, by, numRuns, totals) => {
    fc.assert(
      fc.property(from, by, (rows, chosen) => {
        const { k, length } = chosen;
        const made = madeFrom(rows, chosen, totals);
        const usual = protectedCount(rows.length, k);
        expect(made.records).toBe(totals ? Math.floor(1.02 * usual) : usual);
        const truth = everyCombination(rows, length);
        const found = [...everyCombination(rowsOf(made), length)];
        expect(found.filter(([each]) => (truth.get(each) ?? 0) < k)).toEqual([]);
        const over = found.filter(
          ([each, count]) => !each.includes('&') && count > protectedCount(truth.get(each) ?? 0, k),
        );
        expect(over).toEqual([]);
      }),
      { numRuns },
    );
  },
);

test('[RL-13] where rare combinations leave values short, totals are met in one record in fifty more', () => {
  const { next } = generator(1);
  // Eight columns, half of them blank in each row, the third value rare: many rows hold a pair or triple that is.
  const drawn = () => (next() < 2 ** 31 ? 0 : 1 + Math.min(2, Math.clz32(next()) >> 1));
  const rows = Array.from({ length: 1000 }, () => Array.from({ length: 8 }, drawn));
  const truth = everyCombination(rows, 1);
  const short = (totals: boolean) => {
    const made = everyCombination(rowsOf(madeFrom(rows, { k: 10, length: 3, seed: 1 }, totals)), 1);
    return [...truth]
      .map(([each, count]) => protectedCount(count, 10) - (made.get(each) ?? 0))
      .reduce((sum, missing) => sum + missing, 0);
  };
  expect(short(false)).toBeGreaterThan(0);
  expect(short(true)).toBe(0);
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

test('what does not fit is refused before it is begun, with what it would take', () => {
  const counts = countsFrom(
    Array.from({ length: 20 }, () => [1, 1, 1, 1]),
    4,
  );
  const asked = { k: 5, mostBytes: 100 };
  // Four values, each in every row: 9 places for singles, blank and what was not told of; below them rows of 3, 2, 1 and 0,
  // of 2, 1, 0, 1, 0 and 0 below pairs, and of one below the only triple that one follows on. All but the last can go on.
  const bytes = 8 * (9 + 6 + 4 + 1) + 4 * (9 + 6 + 4);
  expect(best(counts, asked, generator(1).next)).toEqual(
    refused(problem('too-many-combinations', { bytes, mostBytes: 100 })),
  );
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
