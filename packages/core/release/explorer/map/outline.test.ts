import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, inside, isInside, simplified, type Position, type Ring } from './outline.ts';

/** A star around a point, so that the ring never crosses itself: a radius for each of evenly spread directions. */
const stars = fc
  .array(fc.double({ min: 1, max: 10, noNaN: true }), { minLength: 5, maxLength: 40 })
  .map((radii): Ring => {
    const open = radii.map((radius, at): Position => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    return [...open, ...open.slice(0, 1)];
  });

test('corners that span little go, those that span more stay', () => {
  const square: Ring = [
    ...([
      [0, 0],
      [5, 0.1],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ] as const),
  ];
  // The corner at [5, 0.1] spans half of 10 × 0.1.
  expect(simplified(square, 0.4)).toEqual(square);
  expect(simplified(square, 0.6)).toEqual(square.filter(([x]) => x !== 5));
  expect(simplified(square, 101)).toBeNull();
});

test('what is left is closed, has three corners, and spans about as much as before', () => {
  fc.assert(
    fc.property(stars, fc.double({ min: 0.01, max: 2, noNaN: true }), (ring, area) => {
      const plain = simplified(ring, area);
      if (plain === null) return;
      expect(plain.length).toBeGreaterThanOrEqual(4);
      expect(plain[0]).toEqual(plain.at(-1));
      expect(plain.every((position) => ring.includes(position))).toBe(true);
      // Each corner that went took less than twice the area with it that it spanned when it was least.
      const most = area * (ring.length - plain.length);
      expect(Math.abs(areaOf(ring) - areaOf(plain))).toBeLessThanOrEqual(most + 1e-9);
    }),
  );
});

test('a shared border stays shared', () => {
  const border: readonly Position[] = [
    [5, 0],
    [5.2, 2],
    [4.9, 4],
    [5.1, 6],
    [5, 10],
  ];
  const west = simplified([[0, 0], ...border, [0, 10], [0, 0]], 0.5) ?? [];
  const east = simplified([[10, 0], [10, 10], ...border.toReversed(), [10, 0]], 0.5) ?? [];
  const kept = (ring: Ring) => border.filter(([x, y]) => ring.some(([a, b]) => a === x && b === y));
  expect(kept(west)).toEqual(kept(east));
  expect(kept(west).length).toBeLessThan(border.length);
});

test('a mark stands within its area, whatever its shape', () => {
  fc.assert(fc.property(stars, (ring) => isInside(ring, inside([ring]))));
  // A horseshoe, whose middle lies outside of it.
  const shoe: Ring = [
    [0, 0],
    [9, 0],
    [9, 9],
    [7, 9],
    [7, 2],
    [2, 2],
    [2, 9],
    [0, 9],
    [0, 0],
  ];
  expect(isInside(shoe, [4.5, 5])).toBe(false);
  expect(isInside(shoe, inside([shoe]))).toBe(true);
});
