import { describe, expect, test } from 'vitest';
import { outwardOf, placer, type SiteFields } from './index.ts';

const square = (west: number, south: number, size: number) =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as const;

const place = placer([
  {
    ...{
      id: 'county',
      code: 'E10',
      boundary: { type: 'Polygon', coordinates: [square(0, 50, 4)] },
    },
  },
  // A district within the county, with a hole in it.
  {
    ...{ id: 'district', code: 'E07' },
    boundary: {
      type: 'MultiPolygon',
      coordinates: [[square(1, 51, 2), square(1.5, 51.5, 0.5)], [square(10, 10, 1)]],
    },
  },
  { id: 'post', code: 'BN21', boundary: null },
]);
const site = (said: Partial<SiteFields>) =>
  place({
    ...{ name: '', country: 'GB', postcode: '', placeCode: '', workers: null },
    ...{ longitude: null, latitude: null, ...said },
  });

describe('[DD-5] where a site lies', () => {
  test('by its code, before its point', () => {
    expect(site({ placeCode: 'e10', longitude: 1.2, latitude: 51.2 })).toEqual({
      ...{ place: 'county', by: 'code' },
    });
  });

  test('by its point, in the smallest boundary that holds it', () => {
    expect(site({ longitude: 1.2, latitude: 51.2 })).toEqual({ place: 'district', by: 'point' });
    expect(site({ longitude: 10.5, latitude: 10.5 })).toEqual({ place: 'district', by: 'point' });
    expect(site({ longitude: 3.5, latitude: 53.5 })).toEqual({ place: 'county', by: 'point' });
    // In the hole of the district: the county has it.
    expect(site({ longitude: 1.75, latitude: 51.75 })).toEqual({ place: 'county', by: 'point' });
  });

  test('by the first half of its postcode, where there is a place of that code', () => {
    expect(site({ postcode: 'bn21 4tx' })).toEqual({ place: 'post', by: 'postcode' });
  });

  test('or not at all, with a reason', () => {
    expect(site({})).toEqual({ place: null, because: 'nothing-said' });
    expect(site({ longitude: 30, latitude: 30 })).toMatchObject({ because: 'outside-boundaries' });
    expect(site({ placeCode: 'X1' })).toMatchObject({ because: 'code-unknown' });
    expect(site({ postcode: 'BN22 1AA' })).toMatchObject({ because: 'postcode-unknown' });
  });
});

test('a postcode’s first half', () => {
  expect(['BN21 4TX', 'bn214tx', 'EC1A 1BB', 'M1 1AE', 'BN21'].map(outwardOf)).toEqual([
    ...['BN21', 'BN21', 'EC1A', 'M1', 'BN21'],
  ]);
  expect(['75001', 'hello', ''].map(outwardOf)).toEqual(['', '', '']);
});
