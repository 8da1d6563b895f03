import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbours, type Measured } from './nearness.ts';

const place = (id: string, a: number, b: number): Measured => ({ id, values: { a, b } });
const four = [place('own', 0, 0), place('x', 2, 0), place('y', 0, 4), place('z', 2, 4)];
const both = [
  { code: 'a', weight: 1 },
  { code: 'b', weight: 3 },
];

test('[CP-17] distance is in standard deviations, weighted, and says what makes it', () => {
  const found = neighbours('own', four, both);
  // a runs 0, 2, 0, 2 (deviation 1), b runs 0, 0, 4, 4 (deviation 2): two deviations apart in each.
  expect(found?.nearest.map(({ id, distance }) => [id, distance])).toEqual([
    ['x', Math.sqrt(0.25 * 4)],
    ['y', Math.sqrt(0.75 * 4)],
    ['z', Math.sqrt(0.25 * 4 + 0.75 * 4)],
  ]);
  expect(found?.nearest[2]?.parts).toEqual([
    { code: 'a', apart: 2, share: 0.25 },
    { code: 'b', apart: 2, share: 0.75 },
  ]);
});

test('[CP-17] a place without a value is not measured, and its other values move nothing', () => {
  const partly: Measured = { id: 'partly', values: { a: 1000 } };
  const found = neighbours('own', [...four, partly], both);
  expect(found?.unmeasured).toEqual(['partly']);
  expect(found?.nearest).toEqual(neighbours('own', four, both)?.nearest);
  expect(neighbours('partly', [...four, partly], both)).toBeNull();
});

test('[CP-17] what is the same everywhere tells nothing apart', () => {
  const found = neighbours('a', [place('a', 5, 1), place('b', 5, 1)], both);
  expect(found?.nearest).toEqual([
    {
      ...{ id: 'b', distance: 0 },
      parts: [
        { code: 'a', apart: 0, share: 0 },
        { code: 'b', apart: 0, share: 0 },
      ],
    },
  ]);
  expect(neighbours('own', four, [{ code: 'a', weight: 0 }])).toBeNull();
  expect(() => neighbours('own', four, [{ code: 'a', weight: -1 }])).toThrow(RangeError);
});

test('[CP-17] the same both ways, in any unit, at any scale of the weights', () => {
  const value = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 12 }), (pairs) => {
      const places = pairs.map(([a, b], at) => place(`p${at}`, a, b));
      const other = pairs.map(([a, b], at) => place(`p${at}`, a * 1000 + 7, b / 8));
      const heavier = both.map((each) => ({ ...each, weight: each.weight * 10 }));
      const there = neighbours('p0', places, both)?.nearest.find(({ id }) => id === 'p1');
      const back = neighbours('p1', places, both)?.nearest.find(({ id }) => id === 'p0');
      const same = neighbours('p0', other, heavier)?.nearest.find(({ id }) => id === 'p1');
      expect(there?.distance).toBeCloseTo(back?.distance ?? NaN, 9);
      expect(there?.distance).toBeCloseTo(same?.distance ?? NaN, 9);
    }),
  );
});
