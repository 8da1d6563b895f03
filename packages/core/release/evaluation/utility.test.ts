import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beside } from '../count/beside.ts';
import { counted } from '../count/count.ts';
import { twinKernel } from '../kernel/twin.ts';
import { Mean, WeightedMean } from './tally.ts';
import { expansion, nearness } from './utility.ts';

type Rows = readonly (readonly number[])[];

function countsOf(rows: Rows, length = 2) {
  const input = {
    rows: rows.length,
    columns: [0, 1].map((column) => ({
      codes: Uint8Array.from(rows, (row) => row[column] ?? 0),
      size: 3,
    })),
  };
  const counts = counted(input, { length, least: 1 }, twinKernel());
  if (counts === null) throw new Error('stopped');
  return counts;
}

const many = (row: readonly number[], times: number): Rows =>
  Array.from({ length: times }, () => row);

// By hand. Truth: (1,1) 10 times, (1,2) twice. Released: (1,1) 7 times, (2,0) 3 times. k = 5.
// Length 1: true 1|· 12, ·|1 10, ·|2 2; released 1|· 7, ·|1 7, 2|· 3. Distances 5, 3, 2, 3 → 13 over 4.
// Length 2: true (1,1) 10, (1,2) 2; released (1,1) 7. Distances 3, 2 → 5 over 2.
const truth = countsOf([...many([1, 1], 10), ...many([1, 2], 2)]);
const released = countsOf([...many([1, 1], 7), ...many([2, 0], 3)]);

test('[RL-14] what is left out, and what nobody has, count with their whole number', () => {
  const [single, pair, all] = nearness(truth, released, 5);
  expect(single?.error?.value).toBeCloseTo(13 / 4, 12);
  expect(single?.errorAtLeastK?.value).toBeCloseTo(8 / 2, 12);
  expect(single?.preserved).toMatchObject({ value: 1, n: 2 });
  expect(single?.suppressed?.value).toBeCloseTo(1 / 3, 12);
  expect(single?.fabricated).toMatchObject({ value: 1 / 3, n: 3 });
  expect(single?.errorByRows?.value).toBeCloseTo((12 * 5 + 10 * 3 + 2 * 2) / 24, 12);
  expect(single?.share).toBeCloseTo(13 / 24, 12);
  // Weighted: of 22 rows at k or more all are released; of 24, the 2 of ·|2 are not; of 17 records 3 are made up.
  expect(single?.preservedByRows?.value).toBe(1);
  expect(single?.suppressedByRows?.value).toBeCloseTo(2 / 24, 12);
  expect(single?.fabricatedByRecords?.value).toBeCloseTo(3 / 17, 12);
  // 7 of 12, 7 of 10, and two that are in one table only.
  expect(single?.agreement?.value).toBeCloseTo((7 / 12 + 7 / 10) / 4, 12);
  // The error of a ratio: 12 · (5 − 94/24), 10 · (3 − 94/24) and 2 · (2 − 94/24), squared and added, as a share of 24.
  const off = [12 * (5 - 94 / 24), 10 * (3 - 94 / 24), 2 * (2 - 94 / 24)];
  const reach = (1.96 * Math.hypot(...off)) / 24;
  expect(single?.errorByRows?.high).toBeCloseTo(94 / 24 + reach, 10);
  expect(pair?.error?.value).toBeCloseTo(5 / 2, 12);
  expect(pair?.fabricated?.value).toBe(0);
  expect(all?.length).toBe(0);
  expect(all?.error?.value).toBeCloseTo(18 / 6, 12);
  expect(expansion(truth, released)).toBeCloseTo(10 / 12 - 1, 12);
});

test('[RL-14] a combination of fewer than k rows that is released is told as leaked', () => {
  const [, pair] = nearness(truth, countsOf(many([1, 2], 3)), 5);
  expect(pair?.leaked).toMatchObject({ value: 1, n: 1 });
});

test('[RL-14] the truth is as near to itself as can be, and every figure lies within its bounds', () => {
  const row = fc.tuple(fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.array(row, { maxLength: 40 }),
      (one, other) => {
        const own = countsOf(one);
        for (const line of nearness(own, own, 3)) {
          expect(line.error?.value ?? 0).toBe(0);
          expect(line.preserved?.value ?? 1).toBe(1);
          expect(line.share ?? 0).toBe(0);
        }
        for (const line of nearness(own, countsOf(other), 3))
          for (const figure of Object.values(line)) {
            if (figure === null || typeof figure === 'number') continue;
            expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-12);
            expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-12);
          }
      },
    ),
    { numRuns: 200 },
  );
});

test('[RL-14] both tables are gone through once: every combination of either, with both its counts', () => {
  const row = fc.tuple(fc.nat(2), fc.nat(2));
  const rows = fc.array(row, { maxLength: 20 });
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const [a, b] = [countsOf(one), countsOf(other)];
      const met: string[] = [];
      beside(a, b, (length, left, right) => met.push(`${length} ${left} ${right}`));
      const sought: string[] = [];
      for (const length of [1, 2]) {
        a.each(length, (columns, values, count) => {
          sought.push(`${length} ${count} ${b.count(columns, values)}`);
        });
        b.each(length, (columns, values, count) => {
          if (a.count(columns, values) === 0) sought.push(`${length} 0 ${count}`);
        });
      }
      expect(met.sort()).toEqual(sought.sort());
    }),
    { numRuns: 300 },
  );
});

test('[RL-14] a share has no bound over 1', () => {
  const share = new Mean(1);
  for (const value of [1, 1, 1, 0.5]) share.add(value);
  // 0.875 ± 1.96 × √(3 × 0.125² + 0.375²) ÷ 4, which would go to 1.087.
  const found = share.figure();
  expect(found).toMatchObject({ value: 0.875, high: 1, n: 4 });
  expect(found?.low).toBeCloseTo(0.662824, 6);
  const weighted = new WeightedMean(1);
  weighted.add(1, 9);
  weighted.add(0, 1);
  expect(weighted.figure()).toMatchObject({ value: 0.9, high: 1 });
});

test('[RL-14] of nothing there is no figure, and tables that were counted differently are not compared', () => {
  const none = countsOf([]);
  expect(nearness(none, none, 5)[0]?.preserved).toBeNull();
  expect(expansion(none, released)).toBeNull();
  expect(() => nearness(truth, countsOf([], 1), 5)).toThrow(RangeError);
});
