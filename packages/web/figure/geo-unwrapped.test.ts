import { expect, test } from 'vitest';
import { unwrapped } from './geo-unwrapped.ts';

const ring = (...longitudes: readonly number[]) => longitudes.map((longitude) => [longitude, 60]);
const alongRing = (...longitudes: readonly number[]) =>
  unwrapped({ type: 'Polygon', coordinates: [ring(...longitudes)] }).coordinates;

test('a ring that crosses the 180th meridian goes on beyond it, whichever side it begins on', () => {
  expect(alongRing(170, 179, -179, 175, 170)).toEqual([ring(170, 179, 181, 175, 170)]);
  expect(alongRing(-180, 150, 100, 150, -180)).toEqual([ring(180, 150, 100, 150, 180)]);
});

test('a ring that crosses nothing stays as it is, and one around a pole is left open', () => {
  expect(alongRing(-5, 2, 1, -5)).toEqual([ring(-5, 2, 1, -5)]);
  expect(alongRing(-180, -60, 60, 180, -180)).toEqual([ring(-180, -60, 60, 180, 180)]);
});

test('every part of an outline is looked at', () => {
  const parts = [[ring(0, 1, 0)], [ring(179, -179, 179)]];
  expect(unwrapped({ type: 'MultiPolygon', coordinates: parts }).coordinates).toEqual([
    [ring(0, 1, 0)],
    [ring(179, 181, 179)],
  ]);
});
