import { expect, test } from 'vitest';
import { packed, unpacked, type Shape } from './packed.ts';
import { framed, naturalEarth } from './projection.ts';
import { countriesByName, world } from './world.ts';

test('Natural Earth’s projection is that of d3-geo 3.1.2 (geoNaturalEarth1Raw)', () => {
  const known = [
    [0, 0, 0.0, 0.0],
    [90, 0, 1.367692362, 0.0],
    [-180, 45, -2.463987556, 0.793051394],
    [30, -60, 0.373337756, -1.044570265],
    [120, 80, 1.233324007, 1.337035371],
  ] as const;
  for (const [longitude, latitude, x, y] of known) {
    const found = naturalEarth([longitude, latitude]);
    expect(found[0]).toBeCloseTo(x, 8);
    expect(found[1]).toBeCloseTo(y, 8);
  }
});

test('what is shown lies in the picture, north above and west to the left', () => {
  for (const shown of [
    [
      [-5, 50],
      [2, 56],
    ],
    [
      [-120, -50],
      [150, 70],
    ],
    [[0, 51]],
  ] as const) {
    const { width, height, at } = framed(shown, { width: 400, mostHeight: 300 });
    for (const position of shown) {
      const [x, y] = at(position);
      expect([x > 0, x < width, y > 0, y < height]).toEqual([true, true, true, true]);
    }
    expect(at([0, 52])[1]).toBeLessThan(at([0, 51])[1]);
    expect(at([0, 51])[0]).toBeLessThan(at([1, 51])[0]);
  }
});

test('the wards of a town fill the picture as the counties of a country do', () => {
  const filled = [
    [
      [1.97, 54.94],
      [2.24, 54.96],
    ],
    [
      [-5, 50],
      [2, 50.5],
    ],
  ] as const;
  for (const [one, other] of filled) {
    const { width, at } = framed([one, other], { width: 400, mostHeight: 300 });
    expect((at(other)[0] - at(one)[0]) / width).toBeCloseTo(0.84, 5);
  }
});

test('a part of a country keeps its shape: a degree of longitude at 60° is half as long as one of latitude', () => {
  const { at } = framed(
    [
      [0, 59],
      [2, 61],
    ],
    { width: 400, mostHeight: 400 },
  );
  const [west, east, north] = [at([0, 60]), at([1, 60]), at([0, 61])];
  expect((east[0] - west[0]) / (west[1] - north[1])).toBeCloseTo(0.5, 2);
});

test('packing keeps places to the grid, and closed rings closed', () => {
  const shape: Shape = {
    ...{ name: 'A; B 1', at: [0.3, -0.1] },
    rings: [
      [
        [0.1, 0.1],
        [0.3, 0.1],
        [0.3, -0.4],
        [0.1, 0.1],
      ],
      [
        [0, 0],
        [0.01, 0],
        [0, 0.01],
        [0, 0],
      ],
    ],
  };
  // The second ring is smaller than a step of the grid.
  expect(unpacked(packed([shape], 0.1))).toEqual([{ ...shape, rings: shape.rings.slice(0, 1) }]);
});

test('every country lies where it is, and the large ones have an outline', () => {
  const shapes = unpacked(world);
  const found = (name: string) => shapes[countriesByName(name) ?? -1];
  // From any atlas: a point in the country, to a few degrees.
  const known = {
    'Viet Nam': [106, 16],
    Kosovo: [21, 42.5],
    Malta: [14.4, 35.9],
    Fiji: [178, -18],
    Russia: [95, 60],
  };
  for (const [name, [longitude = 0, latitude = 0]] of Object.entries(known)) {
    const [x = 999, y = 999] = found(name)?.at ?? [];
    expect([name, Math.abs(x - longitude) < 10, Math.abs(y - latitude) < 4]).toEqual([
      name,
      true,
      true,
    ]);
  }
  expect(found('France')?.rings.length).toBeGreaterThan(0);
  expect(found('Malta')?.rings).toEqual([]);
  const wide = shapes.filter(({ rings }) =>
    rings.some((ring) => ring.some(([x], at) => Math.abs(x - (ring[at - 1]?.[0] ?? x)) > 180)),
  );
  expect(wide).toEqual([]);
});
