import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { byRows, type Seeds } from './by-rows.ts';
import { protectedCount } from './targets.ts';
import { everyCombination, inputFrom, rowsOf, tables, type Rows } from './testing.ts';

function madeFrom(rows: Rows, k: number, seeds: Seeds, seed: number): Rows {
  const made = byRows(inputFrom(rows), { k, seeds }, generator(seed).next);
  if (made === null) throw new Error('stopped');
  return rowsOf(made);
}

/** How many rows hold every value of a record. */
function holding(rows: Rows, record: readonly number[]): number {
  return rows.filter((row) => record.every((value, column) => value === 0 || row[column] === value))
    .length;
}

test.each(['row', 'value', 'unseeded'] as const)(
  '[RL-15] whatever stands together in a record of the kind “%s”, k rows hold, and totals are the protected ones',
  (seeds) => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 6 }), fc.nat(2 ** 31), (rows, k, seed) => {
        const made = madeFrom(rows, k, seeds, seed);
        for (const record of made) {
          expect(record.some((value) => value > 0)).toBe(true);
          expect(holding(rows, record)).toBeGreaterThanOrEqual(k);
        }
        const found = everyCombination(made, 1);
        for (const [value, count] of everyCombination(rows, 1))
          expect(found.get(value) ?? 0).toBe(protectedCount(count, k));
      }),
      { numRuns: 700 },
    );
  },
);

test('[RL-15] rows that are all alike come back as they are, rounded down', () => {
  const rows = Array.from({ length: 23 }, () => [1, 2, 3]);
  for (const seeds of ['row', 'value'] as const) {
    const made = madeFrom(rows, 5, seeds, 1);
    expect(made.filter((record) => record.join() === '1,2,3').length).toBeGreaterThanOrEqual(15);
  }
});

test('[RL-15] it ends when it is told to', () => {
  const columns = [{ codes: Uint8Array.from({ length: 50 }, () => 1), size: 1 }];
  const stopped = byRows({ rows: 50, columns }, { k: 5, seeds: 'row' }, generator(1).next, {
    stop: () => true,
  });
  expect(stopped).toBeNull();
});
