import { describe, expect, test } from 'vitest';
import reference from './statistics.reference.json' with { type: 'json' };
import { armitage, proportionTrend, trendThreshold, valueTrend } from './trend.ts';

const points = (numerators: readonly number[], denominators: readonly number[]) =>
  numerators.map((numerator, at) => ({ numerator, denominator: denominators[at] ?? NaN }));

test('[CP-12] the threshold is that of Fingertips', () => {
  expect(trendThreshold).toBeCloseTo(9.54953570608324, 10);
});

describe('[CP-12] five proportions', () => {
  test.each(reference.trend)(
    '$numerators',
    ({ numerators, denominators, trend, chiSquared, slope }) => {
      const found = proportionTrend(points(numerators, denominators));
      expect(found?.trend).toBe(trend);
      expect(Math.abs((found?.chiSquared ?? NaN) / chiSquared - 1)).toBeLessThan(1e-10);
      expect(found?.slope).toBeCloseTo(slope, 10);
    },
  );

  test('the example of the textbook', () => {
    const { numerators, denominators, chiSquared } = reference.armitage;
    expect(armitage(points(numerators, denominators))).toBeCloseTo(chiSquared, 4);
  });

  test('only the newest five count, and four are too few', () => {
    const five = points([50, 60, 70, 80, 90], [900, 900, 900, 900, 900]);
    const found = proportionTrend(five);
    expect(found?.trend).toBe('increasing');
    expect(proportionTrend([...points([800], [900]), ...five])).toEqual(found);
    expect(proportionTrend(five.slice(1))).toBeNull();
  });

  test('[CP-13] a rise that hangs on one point is none', () => {
    const jump = proportionTrend(points([100, 101, 99, 98, 160], [900, 900, 900, 900, 900]));
    expect(jump?.chiSquared).toBeGreaterThan(trendThreshold);
    expect(jump?.trend).toBe('no-significant-change');
  });

  test('none or all of them does not end the test, and nobody at all does', () => {
    expect(proportionTrend(points([0, 5, 12, 20, 31], [100, 100, 100, 100, 100]))?.trend).toBe(
      'increasing',
    );
    expect(proportionTrend(points([0, 0, 0, 0, 0], [9, 9, 9, 9, 9]))).toBeNull();
    expect(() => proportionTrend(points([2], [1]))).toThrow(RangeError);
  });
});

describe('[CP-12] five values with intervals', () => {
  test.each(reference.valueTrend)('$trend', ({ points: given, trend, chiSquared, slope }) => {
    const found = valueTrend(given);
    expect(found?.trend).toBe(trend);
    expect(found?.chiSquared).toBeCloseTo(chiSquared, 8);
    expect(found?.slope).toBeCloseTo(slope, 10);
  });

  test('turned about in time, what rose falls', () => {
    const [rising] = reference.valueTrend;
    expect(valueTrend(rising?.points.toReversed() ?? [])?.trend).toBe('decreasing');
  });

  test('a value without width in its interval, or a fifth that is not there, gives no trend', () => {
    const five = reference.valueTrend[0]?.points ?? [];
    expect(valueTrend(five.slice(1))).toBeNull();
    expect(valueTrend([...five.slice(1), { value: 3, low: 3, high: 3 }])).toBeNull();
  });
});
