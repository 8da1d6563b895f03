import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupFigures, quintile, standing } from './group.ts';

const value = fc.integer({ min: -20, max: 20 });
const group = fc.array(value, { minLength: 5, maxLength: 40 });

test('[CP-1] a group shows least, quartiles, median and most', () => {
  expect(groupFigures([40, 10, 20, 30])).toEqual({
    n: 4,
    least: 10,
    q1: 17.5,
    median: 25,
    q3: 32.5,
    most: 40,
  });
});

test('[CP-2] a group of fewer than four has no figures', () => {
  expect(groupFigures([1, 2, 3])).toBeNull();
  expect(groupFigures([])).toBeNull();
});

test('[CP-3] ten different values fall two by two into fifths', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(ten.map((each) => quintile(each, ten))).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

test('[CP-3] values that are all the same lie in the middle fifth', () => {
  expect(quintile(7, [7, 7, 7, 7, 7])).toBe(3);
});

test('[CP-3] a tie on the line between two fifths goes to the one nearer the middle', () => {
  expect(quintile(1, [1, 1, 2, 3, 4])).toBe(2);
  expect(quintile(4, [1, 2, 3, 4, 4])).toBe(4);
});

test('[CP-3] a greater value never falls in a lower fifth', () => {
  fc.assert(
    fc.property(group, fc.nat(), fc.nat(), (values, one, other) => {
      const [a = 0, b = 0] = [values[one % values.length], values[other % values.length]];
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(quintile(low, values)).toBeLessThanOrEqual(quintile(high, values) ?? 0);
    }),
  );
});

test('[CP-3] each fifth holds about a fifth of different values', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 60 }), (n) => {
      const values = Array.from({ length: n }, (_, at) => at);
      for (const fifth of [1, 2, 3, 4, 5]) {
        const inIt = values.filter((each) => quintile(each, values) === fifth).length;
        expect(Math.abs(inIt - n / 5)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('[CP-4] a group of fewer than five has no fifths', () => {
  expect(quintile(1, [1, 2, 3, 4])).toBeNull();
  expect(standing(1, [1, 2, 3, 4], '+')).toBeNull();
});

test('[CP-5] the best fifth is 4, from whichever end better counts', () => {
  const five = [10, 20, 30, 40, 50];
  expect(five.map((each) => standing(each, five, '+'))).toEqual([0, 1, 2, 3, 4]);
  expect(five.map((each) => standing(each, five, '-'))).toEqual([4, 3, 2, 1, 0]);
});

test('[CP-5] turning the signs and the direction gives the same standing', () => {
  fc.assert(
    fc.property(group, fc.nat(), (values, at) => {
      const own = values[at % values.length] ?? 0;
      const turned = values.map((each) => -each);
      expect(standing(-own, turned, '-')).toBe(standing(own, values, '+'));
    }),
  );
});

test('a value that is not a number is refused', () => {
  expect(() => quintile(NaN, [1, 2, 3, 4, 5])).toThrow(RangeError);
  expect(() => groupFigures([1, 2, 3, NaN])).toThrow(RangeError);
});
