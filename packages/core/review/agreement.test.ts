import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement, mostDisputedFirst } from './agreement.ts';

test('[RV-17] [RV-18] four agencies, described', () => {
  expect(agreement([4, 0, 1, 2])).toEqual({
    median: 1.5,
    quartiles: [0.75, 2.5],
    spread: 4,
    withinOneStep: 0.5,
    disagreement: (1.5 + 0.5 + 0.5 + 2.5) / 4 / 2,
  });
});

test('[RV-17] one step exactly is within one step', () => {
  expect(agreement([1, 2, 3])?.withinOneStep).toBe(1);
  // Agencies of three raters each: 4 thirds and 10 thirds, whose middle is 7 thirds, one step from both.
  expect(agreement([4 / 3, 10 / 3])?.withinOneStep).toBe(1);
});

test.each([
  [[2, 2, 2], 0],
  [[1, 3], 0.5],
  [[0, 4], 1],
  [[0, 0, 4, 4], 1],
])('[RV-18] %j disagree by %d', (values, expected) => {
  expect(agreement(values)?.disagreement).toBe(expected);
});

test('[RV-18] one agency has nobody to disagree with, none has nothing', () => {
  expect(agreement([3])).toMatchObject({ median: 3, withinOneStep: 1, disagreement: null });
  expect(agreement([])).toBeNull();
});

test('[RV-18] disagreement lies within 0 to 1, and is the same seen from the other end', () => {
  const values = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(values, (given) => {
      const found = agreement(given)?.disagreement ?? NaN;
      const turned = agreement(given.map((value) => 4 - value))?.disagreement ?? NaN;
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(turned).toBeCloseTo(found, 10);
    }),
  );
});

test('[RV-18] the most disputed come first, those without a figure last, equals as they were', () => {
  const items = [
    { code: 'a', disagreement: null },
    { code: 'b', disagreement: 0.2 },
    { code: 'c', disagreement: 0.9 },
    { code: 'd', disagreement: 0.2 },
    { code: 'e', disagreement: 0 },
  ];
  expect(mostDisputedFirst(items).map(({ code }) => code)).toEqual(['c', 'b', 'd', 'e', 'a']);
});
