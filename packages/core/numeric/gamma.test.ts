import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaBelow, gammaQuantile, where } from './gamma.ts';
import reference from './gamma.reference.json' with { type: 'json' };

test.each(reference.below)('below $x for shape $shape lies $below', ({ shape, x, below }) => {
  expect(Math.abs(gammaBelow(shape, x) / below - 1)).toBeLessThan(1e-9);
});

test.each(reference.quantile)('share $share of shape $shape ends at $x', ({ shape, share, x }) => {
  expect(Math.abs(gammaQuantile(shape, share) / x - 1)).toBeLessThan(1e-10);
});

test('a quantile has its share below it', () => {
  const shape = fc.double({ min: 0.1, max: 5000, noNaN: true });
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(shape, share, (a, p) => {
      expect(gammaBelow(a, gammaQuantile(a, p))).toBeCloseTo(p, 9);
    }),
    { numRuns: 60 },
  );
});

test('nothing lies below 0, and what is out of range is refused', () => {
  expect(gammaBelow(3, 0)).toBe(0);
  expect(() => gammaBelow(0, 1)).toThrow(RangeError);
  expect(() => gammaBelow(1, -1)).toThrow(RangeError);
  expect(() => gammaQuantile(1, 1)).toThrow(RangeError);
});

test('where something stops holding is found to the last digit', () => {
  expect(where((x) => x * x < 2)).toBeCloseTo(Math.SQRT2, 15);
});
