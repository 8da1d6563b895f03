import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  generator,
  isUnder,
  mean,
  median,
  normalQuantile,
  quantile,
  quantileInPlace,
  resampleCounts,
  sortedQuantile,
  weightedMean,
} from './index.ts';

// Adding 0 turns −0 into 0, which is its equal in order but not to the test.
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((each) => each + 0);
const values = fc.array(value, { minLength: 1, maxLength: 30 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

// Worked out by Python 3.11, statistics.quantiles(method='inclusive'), which is type 7.
test.each([
  [
    [0.9, -2.4],
    [-1.575, -0.75, 0.075],
  ],
  [
    [4.9, -1.1, -4.0, 5.0, 17.8, 2.2],
    [-0.275, 3.55, 4.975],
  ],
  [
    [17.5, -2.2, 3.4, -1.3, 5.4, 12.2, -4.9, 0.4],
    [-1.525, 1.9, 7.1],
  ],
])('quartiles of %j are %j', (given, [q1 = 0, middle = 0, q3 = 0]) => {
  expect(quantile(given, 0.25)).toBeCloseTo(q1, 12);
  expect(median(given)).toBeCloseTo(middle, 12);
  expect(quantile(given, 0.75)).toBeCloseTo(q3, 12);
});

test('quantiles rise with the share, from the least value to the greatest', () => {
  fc.assert(
    fc.property(values, share, share, (given, a, b) => {
      const at = (where: number) => quantile(given, where) ?? NaN;
      expect(at(0)).toBe(Math.min(...given));
      expect(at(1)).toBe(Math.max(...given));
      expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)) + 1e-9);
    }),
  );
});

test('in place a quantile is what it is by putting all in order', () => {
  const few = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), value), { minLength: 1 });
  fc.assert(
    fc.property(few, fc.array(share, { minLength: 1, maxLength: 3 }), (given, wheres) => {
      const moved = Float64Array.from(given);
      for (const where of wheres)
        expect(quantileInPlace(moved, where)).toEqual(quantile(given, where));
      expect(moved.toSorted()).toEqual(Float64Array.from(given).sort());
    }),
  );
  expect(quantileInPlace(new Float64Array(), 0.5)).toBeNull();
});

test('quantiles do not depend on the order of the values, nor change it', () => {
  const given = [3, 1, 2];
  expect(quantile(given, 0.4)).toBe(sortedQuantile([1, 2, 3], 0.4));
  expect(given).toEqual([3, 1, 2]);
});

test('nothing has no mean and no quantile', () => {
  expect([mean([]), weightedMean([]), quantile([], 0.5), median([])]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(weightedMean([{ value: 3, weight: 0 }])).toBeNull();
});

test('a mean weighs each value by its weight', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(
    weightedMean([
      { value: 1, weight: 3 },
      { value: 5, weight: 1 },
    ]),
  ).toBe(2);
});

test('what is out of range is refused', () => {
  expect(() => quantile([1], 1.1)).toThrow(RangeError);
  expect(() => quantile([1, NaN], 0.5)).toThrow(RangeError);
  expect(() => weightedMean([{ value: 1, weight: -1 }])).toThrow(RangeError);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});

// Worked out by Python 3.11, statistics.NormalDist().inv_cdf.
test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
  [0.025, -1.959963984540054],
  [1e-10, -6.361340902404056],
  [1e-300, -37.0470962993612],
])('normalQuantile(%d) is %d', (probability, expected) => {
  expect(normalQuantile(probability)).toBeCloseTo(expected, 13);
});

test('each draw with replacement takes n things, each as likely as the other', () => {
  const n = 5;
  const draws = 20_000;
  const counts = resampleCounts(generator(7), n, draws);
  expect(counts.length).toBe(n * draws);
  const totals = Array.from({ length: n }, () => 0);
  for (let row = 0; row < counts.length; row += n) {
    const drawn = counts.subarray(row, row + n);
    expect(drawn.reduce((sum, each) => sum + each, 0)).toBe(n);
    drawn.forEach((often, at) => (totals[at] = (totals[at] ?? NaN) + often));
  }
  // Chi-squared with 4 degrees of freedom: 18.47 is passed by chance once in a thousand; the seed is fixed.
  const distance = totals.reduce((sum, often) => sum + (often - draws) ** 2 / draws, 0);
  expect(distance).toBeLessThan(18.47);
});

test('no things give no counts', () => {
  expect(resampleCounts(generator(7), 0, 100).length).toBe(0);
});

test('a line is held against what a sum is by arithmetic', () => {
  expect((3 + 8 / 3 + 1 / 3) / 3).toBeLessThan(2);
  expect(isUnder((3 + 8 / 3 + 1 / 3) / 3, 2)).toBe(false);
  expect([isUnder(1.99, 2), isUnder(2, 2), isUnder(2.01, 2)]).toEqual([true, false, false]);
});
