import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { byRows, type Seeds } from './by-rows.ts';
import { Extents } from './extents.ts';
import { FromRows } from './from-rows.ts';
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

test.each([1, 2, 3])(
  '[RL-15] the same where so many rows are alike that cells are drawn, with combinations of %i',
  (length) => {
    const chosen = fc.record({ seed: fc.nat(2 ** 31), times: fc.integer({ min: 5, max: 60 }) });
    fc.assert(
      fc.property(tables, chosen, fc.integer({ min: 2, max: 90 }), (some, { seed, times }, k) => {
        const rows = Array.from({ length: times }, () => some).flat();
        for (const seeds of ['row', 'value', 'unseeded'] as const) {
          const made = madeFrom(rows, seeds, { k, length, seed });
          // As many rows hold each as hold it in one of the parts, times over.
          for (const record of made)
            expect(times * holding(some, record)).toBeGreaterThanOrEqual(k);
          const found = everyCombination(made, 1);
          for (const [value, count] of everyCombination(rows, 1))
            expect(found.get(value) ?? 0).toBe(protectedCount(count, k));
        }
      }),
      { numRuns: 150 },
    );
  },
);

test('[RL-15] a record begun with a row has as much of it as k rows hold together', () => {
  const more = fc.record({
    times: fc.integer({ min: 1, max: 40 }),
    // With no room nothing is kept of the rows that were found.
    room: fc.constantFrom(0, 1000, 2 ** 28),
  });
  fc.assert(
    fc.property(tables, options, more, (some, chosen, { times, room }) => {
      const rows = Array.from({ length: times }, () => some).flat();
      const { input, source } = sourceFrom(rows, chosen.k, chosen.length);
      const { columnOf, codeOf } = source;
      const begun: number[][] = [];
      const take = (values: readonly number[], many: number) => {
        const record = Array.from(some[0] ?? [], () => 0);
        for (const value of values) record[columnOf[value] ?? 0] = codeOf[value] ?? 0;
        for (let taken = 0; taken < many; taken += 1) begun.push(record);
      };
      const { next } = generator(chosen.seed);
      const extents = new Extents(input, source, room);
      expect(new FromRows(extents, source, { k: chosen.k, take }, next).all()).toBe(true);
      expect(begun.length).toBe(rows.length);
      for (const record of begun) {
        const common = (wanted: readonly number[]) => times * holding(some, wanted) >= chosen.k;
        expect(record.every((value) => value === 0) || common(record)).toBe(true);
        const ends = some.some(
          (row) =>
            record.every((value, column) => value === 0 || row[column] === value) &&
            row.every(
              (value, column) =>
                value === 0 || record[column] !== 0 || !common(record.with(column, value)),
            ),
        );
        expect(ends).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('[RL-15] rows that are all alike come back as they are, rounded down', () => {
  const rows = Array.from({ length: 23 }, () => [1, 2, 3]);
  for (const seeds of ['row', 'value'] as const) {
    const made = madeFrom(rows, seeds, { k: 5, length: 3, seed: 1 });
    expect(made.filter((record) => record.join() === '1,2,3').length).toBeGreaterThanOrEqual(15);
  }
});

test('[RL-15] where a record stands says nothing of the row that it was begun with', () => {
  const half = (row: readonly number[]) => Array.from({ length: 400 }, () => row);
  const rows = [...half([1, 2]), ...half([2, 1])];
  const made = madeFrom(rows, 'row', { k: 5, length: 2, seed: 7 });
  const firsts = made.map(([value = 0]) => value);
  expect(firsts.length).toBe(800);
  // Of 400 records drawn at random half are of either kind, give or take ten; side by side, every other one differs.
  const early = firsts.slice(0, 400).filter((value) => value === 1).length;
  expect(Math.abs(early - 200)).toBeLessThan(50);
  const changes = firsts.filter((value, at) => at > 0 && value !== firsts[at - 1]).length;
  expect(Math.abs(changes - 400)).toBeLessThan(75);
});

test.each(['row', 'value', 'unseeded'] as const)(
  '[RL-15] the kind “%s” ends when it is told to, at once or later',
  (seeds) => {
    const rows = Array.from({ length: 2000 }, (_, at) => [1 + (at % 3), 1 + (at % 2), at % 2]);
    for (const after of [0, 1, 3]) {
      let asked = 0;
      const stop = () => (asked += 1) > after;
      const watch = { stop };
      const made = byRows(sourceFrom(rows, 5), { k: 5, seeds }, generator(1).next, watch);
      expect(made).toBeNull();
      expect(asked).toBe(after + 1);
    }
  },
);
