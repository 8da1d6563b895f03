import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, told, type Figure } from './change.ts';
import { wilson } from './interval.ts';

test('[CP-15] the difference of two proportions carries Newcombe’s interval', () => {
  // Newcombe 1998, table II, method 10: 56/70 − 48/80 gives 0.0524 to 0.3339.
  const of = (numerator: number, denominator: number): Figure => {
    const found = wilson(numerator, denominator);
    if (found === null) throw new Error('a proportion has an interval');
    return found;
  };
  const found = difference(of(48, 80), of(56, 70));
  expect(found.value).toBeCloseTo(0.2, 10);
  expect(found.low).toBeCloseTo(0.0524, 4);
  expect(found.high).toBeCloseTo(0.3339, 4);
});

test('[CP-15] turned about it changes its sign and nothing else', () => {
  const figure = fc
    .tuple(fc.double({ min: 0, max: 4, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([value, reach]) => ({ value, low: value - reach, high: value + reach / 2 }));
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const [there, back] = [difference(a, b), difference(b, a)];
      expect(there.value).toBeCloseTo(-back.value, 12);
      expect(there.low).toBeCloseTo(-(back.high ?? NaN), 12);
      expect((there.low ?? NaN) - 1e-12).toBeLessThanOrEqual(there.value);
    }),
  );
});

test('[CP-15] only an interval that lies on one side of nought tells a change', () => {
  expect(told({ value: 1, low: 0.1, high: 2 })).toBe('higher');
  expect(told({ value: 1, low: 0, high: 2 })).toBe('cannot-tell');
  // 0.3 less 0.1 + 0.2 is nought, but for the machine.
  const nought = 0.1 + 0.2 - 0.3;
  expect(told({ value: nought, low: nought, high: nought })).toBe('cannot-tell');
  expect(told({ value: -1, low: -2, high: -0.1 })).toBe('lower');
  expect(told({ value: 3, low: null, high: null })).toBe('cannot-tell');
  expect(difference({ value: 1, low: null, high: null }, { value: 2, low: 1, high: 3 })).toEqual({
    ...{ value: 1, low: null, high: null },
  });
});
