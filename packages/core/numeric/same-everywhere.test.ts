import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponential, logarithm, power } from './same-everywhere.ts';

const near = (found: number, wanted: number, ulps = 2) =>
  Math.abs(found - wanted) <= ulps * 2 ** -52 * Math.abs(wanted);

describe('logarithm', () => {
  // Abramowitz & Stegun, Handbook of Mathematical Functions, tables 4.2 and 1.1, to sixteen digits.
  test.each([
    [2, 0.6931471805599453],
    [10, 2.302585092994046],
    [3, 1.0986122886681098],
    [1, 0],
  ])('of %s', (x, wanted) => {
    expect(near(logarithm(x), wanted, 1)).toBe(true);
  });

  test('lies by the engine’s own over the whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }), (x) =>
        near(logarithm(x), Math.log(x)),
      ),
    );
  });

  test('has no answer under 0, and ends at 0', () => {
    expect([logarithm(-1), logarithm(Number.NaN), logarithm(0), logarithm(Infinity)]).toEqual([
      ...[Number.NaN, Number.NaN, -Infinity, Infinity],
    ]);
  });
});

describe('exponential', () => {
  test.each([
    [1, 2.718281828459045],
    [-1, 0.36787944117144233],
    [10, 22026.465794806718],
    [0, 1],
  ])('of %s', (x, wanted) => {
    expect(near(exponential(x), wanted, 1)).toBe(true);
  });

  test('lies by the engine’s own over the whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) =>
        near(exponential(x), Math.exp(x)),
      ),
    );
    expect([exponential(-746), exponential(710), exponential(Number.NaN)]).toEqual([
      ...[0, Infinity, Number.NaN],
    ]);
  });
});

test('a power lies by the engine’s own', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      (x, y) => near(power(x, y), x ** y, 100),
    ),
  );
  expect([power(3, 2), power(3, 0), power(3, 1), power(-2, 3), power(-8, 0.5)]).toEqual([
    ...[9, 1, 3, -8, Number.NaN],
  ]);
});
