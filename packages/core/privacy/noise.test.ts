import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../numeric/index.ts';
import { bernoulli, bernoulliExp, uniform } from './chance.ts';
import { discreteGaussian, discreteLaplace, drawable } from './noise.ts';

const words = (seed: number) => generator(seed).next;

test('[PR-1] noise is a whole number', () => {
  fc.assert(
    fc.property(
      fc.nat(2 ** 31),
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      (seed, variance) => {
        const drawn = discreteGaussian(drawable(variance), words(seed));
        expect(Number.isSafeInteger(drawn)).toBe(true);
        expect(Object.is(drawn, -0)).toBe(false);
      },
    ),
  );
});

test('[PR-2] the variance drawn is never less than the one asked for, and at most a thousandth more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 6e7, noNaN: true }), (variance) => {
      const { units, parts } = drawable(variance);
      expect(units / parts).toBeGreaterThanOrEqual(variance);
      expect(units / parts).toBeLessThanOrEqual(variance * 1.002);
    }),
  );
  for (const wrong of [0, -1, 6.1e7, Number.NaN, Infinity])
    expect(() => drawable(wrong)).toThrow(RangeError);
});

test('[PR-1] a draw of a large number needs two words, of a small one a single word', () => {
  const drawn: number[] = [];
  const next = generator(1).next;
  const counted = () => {
    drawn.push(1);
    return next();
  };
  uniform(10, counted);
  expect(drawn).toHaveLength(1);
  expect(uniform(2 ** 53, counted)).toBeLessThan(2 ** 53);
  expect(drawn).toHaveLength(3);
});

test('[PR-1] certain and impossible things are so, whatever is drawn', () => {
  for (const word of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
    expect(bernoulli(0, 7, () => word % 7)).toBe(false);
    expect(bernoulli(7, 7, () => word % 7)).toBe(true);
    expect(uniform(1, () => word)).toBe(0);
  }
  expect(bernoulliExp(0, 5, words(3))).toBe(true);
  expect(bernoulliExp(10n ** 30n, 1, words(3))).toBe(false);
});

test('[PR-1] what cannot be a chance is refused', () => {
  for (const n of [0, -1, 1.5, 2 ** 53 + 2, Number.NaN])
    expect(() => uniform(n, words(1))).toThrow(RangeError);
  expect(() => bernoulli(3, 2, words(1))).toThrow(RangeError);
  expect(() => bernoulliExp(-1, 2, words(1))).toThrow(RangeError);
  expect(() => discreteLaplace(0, 1, words(1))).toThrow(RangeError);
  expect(() => discreteLaplace(1, 1.5, words(1))).toThrow(RangeError);
});
