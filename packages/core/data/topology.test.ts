import { expect, test } from 'vitest';
import { asGeoJson } from './topology.ts';

// Two squares that share the border from (1,0) to (1,1), as the specification's chapter on quantisation has it:
// arc 0 is the border, arcs 1 and 2 the rest of each square. One step is a tenth of a degree, from (10, 50).
const squares = {
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [10, 50] },
  arcs: [
    [
      [10, 0],
      [0, 10],
    ],
    [
      [10, 10],
      [-10, 0],
      [0, -10],
      [10, 0],
    ],
    [
      [10, 0],
      [10, 0],
      [0, 10],
      [-10, 0],
    ],
  ],
  objects: {
    places: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'west', name: 'West' } },
        { type: 'MultiPolygon', arcs: [[[2, ~0]]], id: 'east' },
        { type: 'Polygon', arcs: [[7]], properties: null },
      ],
    },
  },
};

test('[DT-10] areas of a topology get their shared border each', () => {
  expect(asGeoJson(squares)).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'west', name: 'West' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [11, 50],
              [11, 51],
              [10, 51],
              [10, 50],
              [11, 50],
            ],
          ],
        },
      },
      {
        type: 'Feature',
        properties: { id: 'east' },
        geometry: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [11, 50],
                [12, 50],
                [12, 51],
                [11, 51],
                [11, 50],
              ],
            ],
          ],
        },
      },
      { type: 'Feature', properties: {}, geometry: null },
    ],
  });
});

test('any other document is left as it is', () => {
  const document = { type: 'FeatureCollection', features: [] };
  expect(asGeoJson(document)).toBe(document);
  expect(asGeoJson(7)).toBe(7);
});
