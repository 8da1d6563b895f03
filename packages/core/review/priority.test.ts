import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrderOfPriority, weighed } from './priority.ts';

test('[RV-26] the product is size times importance times reach', () => {
  expect(weighed({ score: 1.5, desired: 4, importance: 4, reach: 2 })).toEqual({
    score: 1.5,
    desired: 4,
    importance: 4,
    reach: 2,
    size: 2.5,
    product: 20,
  });
});

test('[RV-26] a score above what is desired leaves no gap', () => {
  expect(weighed({ score: 3, desired: 2, importance: 5, reach: 5 })).toMatchObject({
    size: 0,
    product: 0,
  });
});

test('[RV-26] equal products are equal, whichever of their factors is the greater', () => {
  // (4 − 1.9) × 2 × 3 = (4 − 0.85) × 4 × 1 = 12.6.
  const product = (score: number, importance: number, reach: number) =>
    weighed({ ...{ score, desired: 4 }, importance, reach }).product;
  expect([product(1.9, 2, 3), product(0.85, 4, 1)]).toEqual([12.6, 12.6]);
});

test('[RV-26] without a score there is no product', () => {
  expect(weighed({ score: null, desired: 4, importance: 5, reach: 5 })).toMatchObject({
    size: null,
    product: null,
  });
});

test.each([
  { score: 1, desired: 4, importance: 0, reach: 3 },
  { score: 1, desired: 4, importance: 3, reach: 2.5 },
  { score: 4.1, desired: 4, importance: 3, reach: 3 },
  { score: 1, desired: 5, importance: 3, reach: 3 },
])('%j is refused', (wrong) => {
  expect(() => weighed(wrong)).toThrow(RangeError);
});

const item = fc.record({
  position: fc.option(fc.integer({ min: 1, max: 5 })),
  product: fc.option(fc.integer({ min: 0, max: 100 })),
  title: fc.string({ maxLength: 3 }),
});

test('[RV-27] people’s order, then the product, then what has none, then the title', () => {
  const given = [
    { title: 'd', position: null, product: null },
    { title: 'c', position: null, product: 20 },
    { title: 'b', position: null, product: 20 },
    { title: 'e', position: null, product: 80 },
    { title: 'f', position: 2, product: 1 },
    { title: 'a', position: 1, product: null },
  ];
  expect(
    inOrderOfPriority(given)
      .map(({ title }) => title)
      .join(''),
  ).toBe('afebcd');
});

test('[RV-27] the order does not depend on the order before', () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(inOrderOfPriority(items.toReversed())).toEqual(inOrderOfPriority(items));
    }),
  );
});
