import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { byRows, type Seeds } from './by-rows.ts';
import { reportedBy } from './numbered.ts';
import { protectedCount } from './targets.ts';
import {
  countsFrom,
  everyCombination,
  inputFrom,
  options,
  rowsOf,
  tables,
  type Chosen,
  type Rows,
} from './testing.ts';

function sourceFrom(rows: Rows, k: number, length = 3) {
  const source = reportedBy(countsFrom(rows, length), k);
  if (!source.ok) throw new Error('it fits');
  return { input: inputFrom(rows), source: source.value };
}

function madeFrom(rows: Rows, seeds: Seeds, { k, length, seed }: Chosen): Rows {
  const made = byRows(sourceFrom(rows, k, length), { k, seeds }, generator(seed).next);
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
      fc.property(tables, options, (rows, chosen) => {
        const { k } = chosen;
        const made = madeFrom(rows, seeds, chosen);
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
    const made = madeFrom(rows, seeds, { k: 5, length: 3, seed: 1 });
    expect(made.filter((record) => record.join() === '1,2,3').length).toBeGreaterThanOrEqual(15);
  }
});

test('[RL-15] it ends when it is told to', () => {
  const rows = Array.from({ length: 50 }, () => [1]);
  const stopped = byRows(sourceFrom(rows, 5), { k: 5, seeds: 'row' }, generator(1).next, {
    stop: () => true,
  });
  expect(stopped).toBeNull();
});
