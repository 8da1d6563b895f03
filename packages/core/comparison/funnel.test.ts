import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelPlace, pooled, proportionFunnel, rateFunnel, type FunnelLimits } from './funnel.ts';
import { countInterval, wilson } from './interval.ts';
import reference from './statistics.reference.json' with { type: 'json' };

const ends = ['low2', 'high2', 'low3', 'high3'] as const;
function same(found: FunnelLimits, expected: FunnelLimits): void {
  for (const end of ends) expect(found[end]).toBeCloseTo(expected[end], 9);
}

describe('[CP-10] the funnel of a proportion', () => {
  test.each(reference.proportionFunnel)(
    'around $average with $denominator people',
    ({ average, denominator, ...limits }) => {
      same(proportionFunnel(average, denominator), limits);
    },
  );

  test('the Wilson interval of a share on a limit ends at the average', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 900 }),
        fc.integer({ min: 200, max: 5000 }),
        (a, n) => {
          const average = a / 1000;
          const { low2, high3 } = proportionFunnel(average, n);
          expect(wilson(low2 * n, n)?.high).toBeCloseTo(average, 9);
          expect(wilson(high3 * n, n, { confidence: 0.998 })?.low).toBeCloseTo(average, 9);
        },
      ),
    );
  });
});

describe('[CP-11] the funnel of a rate', () => {
  test.each(reference.rateFunnel)('where $expected are expected', ({ expected, ...limits }) => {
    same(rateFunnel(expected, 1), limits);
    const per = rateFunnel(expected / 2000, 2000, 100_000);
    expect(per.high3).toBeCloseTo(limits.high3 * 50, 6);
  });

  test('the exact interval of a count on a limit ends at what was expected', () => {
    expect(countInterval(rateFunnel(4, 1).high2)?.low).toBeCloseTo(4, 9);
    expect(countInterval(rateFunnel(8, 1).low2)?.high).toBeCloseTo(8, 9);
  });

  test('nobody expected, nobody unusual; and where 0 is likely there is no low end', () => {
    expect(rateFunnel(0, 100)).toEqual({ low2: 0, high2: 0, low3: 0, high3: 0 });
    expect(rateFunnel(3, 1).low2).toBe(0);
  });

  test('the limits lie around the average, the outer outside the inner', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 3000, noNaN: true }), (expected) => {
        const { low2, high2, low3, high3 } = rateFunnel(expected, 1);
        expect(low3).toBeLessThanOrEqual(low2);
        expect(low2).toBeLessThan(expected);
        expect(high2).toBeGreaterThan(expected);
        expect(high3).toBeGreaterThan(high2);
      }),
      { numRuns: 40 },
    );
  });
});

test('[CP-10] a value on a limit is within it', () => {
  const limits = { low2: 2, high2: 4, low3: 1, high3: 5 };
  expect([0.9, 1, 1.9, 2, 4, 4.1, 5, 5.1].map((value) => funnelPlace(value, limits))).toEqual([
    'low-3sd',
    'low-2sd',
    'low-2sd',
    'within',
    'within',
    'high-2sd',
    'high-2sd',
    'high-3sd',
  ]);
});

test('[CP-10] the average is of all people, not of places', () => {
  expect(
    pooled([
      { numerator: 1, denominator: 10 },
      { numerator: 9, denominator: 40 },
    ]),
  ).toBe(0.2);
  expect(pooled([])).toBeNull();
  expect(() => proportionFunnel(1.1, 10)).toThrow(RangeError);
  expect(() => rateFunnel(0.1, 0)).toThrow(RangeError);
});
