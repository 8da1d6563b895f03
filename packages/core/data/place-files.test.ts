import { describe, expect, test } from 'vitest';
import { parsed } from '../problem.ts';
import { TableReader } from '../table/index.ts';
import {
  boundariesOf,
  BoundariesMapping,
  lookupReader,
  PlacesMapping,
  populationReader,
  PopulationsMapping,
} from './index.ts';

function made<T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function rows(text: string) {
  const reader = new TableReader();
  const [header, ...rest] = [...reader.push(text), ...reader.end()];
  return { header: header?.cells ?? [], rest };
}

describe('a look-up', () => {
  const mapping = made(
    parsed(PlacesMapping, {
      kind: 'places',
      places: [
        { type: 'district', code: 'd', name: 'dn', codeYear: 2024 },
        { type: 'region', code: 'r', name: 'rn' },
      ],
      parents: [['district', 'region']],
    }),
  );
  const read = (text: string) => {
    const { header, rest } = rows(text);
    return rest.map(made(lookupReader(mapping, header)));
  };

  test('gives places and what lies in what', () => {
    expect(read('d,dn,r,rn\nE07,Boston,E12,East Midlands\n')).toEqual([
      {
        row: 2,
        places: [
          { type: 'district', code: 'E07', name: 'Boston', codeYear: 2024 },
          { type: 'region', code: 'E12', name: 'East Midlands', codeYear: null },
        ],
        links: [{ childType: 'district', child: 'E07', parentType: 'region', parent: 'E12' }],
        problems: [],
      },
    ]);
  });

  test('[DT-9] a blank place is left out with its links; half a place is a problem', () => {
    const [blank, half, odd] = read('d,dn,r,rn\nW06,Cardiff,,\nW07,Swansea,,Wales\nW 8,Gwent,,\n');
    expect(blank).toMatchObject({ places: [{ code: 'W06' }], links: [], problems: [] });
    expect(half?.problems).toMatchObject([
      { code: 'place-code-missing', where: { row: 3, column: 'r' }, details: { name: 'Wales' } },
    ]);
    expect(odd).toMatchObject({
      places: [],
      problems: [{ code: 'place-code-not-valid', where: { row: 4, column: 'd' } }],
    });
  });
});

describe('populations', () => {
  const mapping = made(
    parsed(PopulationsMapping, {
      kind: 'populations',
      place: { by: 'code', column: 'code' },
      year: { column: 'year' },
      population: { column: 'people' },
    }),
  );
  test('are whole numbers of people by place and year; what is not known is left out', () => {
    const { header, rest } = rows(
      'code,year,people\nA,2021,"70,500"\nA,2022,..\nA,22,5\nA,2023,1.5\nA,2024,-1\n',
    );
    const read = rest.map(made(populationReader(mapping, header)));
    expect(read[0]?.population).toEqual({ row: 2, place: 'A', year: 2021, population: 70500 });
    expect(read[1]).toEqual({ population: null, problems: [], skipped: true });
    expect(read.slice(2).flatMap((each) => each.problems.map((one) => one.code))).toEqual([
      'year-unreadable',
      'population-not-whole',
      'population-not-whole',
    ]);
  });
});

describe('boundaries', () => {
  const mapping = made(
    parsed(BoundariesMapping, { kind: 'boundaries', type: 'district', code: 'c', name: 'n' }),
  );
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  const feature = (geometry: unknown, code: unknown = 'A') => ({
    type: 'Feature',
    properties: { c: code, n: 'Name' },
    geometry,
  });
  const read = (...features: unknown[]) =>
    made(boundariesOf({ type: 'FeatureCollection', features }, mapping));

  test('[DT-10] rings turn as RFC 7946 has it, whichever way they came', () => {
    const hole = square.map(([x = 0, y = 0]) => [x / 2 + 0.25, y / 2 + 0.25]);
    const clockwise = square.toReversed();
    const [one] = read(feature({ type: 'Polygon', coordinates: [clockwise, hole] })).boundaries;
    expect(one?.geometry.coordinates).toEqual([square, hole.toReversed()]);
    const [other] = read(feature({ type: 'MultiPolygon', coordinates: [[square]] })).boundaries;
    expect(other?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[square]] });
  });

  test('a name that cannot be written is a problem', () => {
    for (const name of ['A\0B', 'A\ud800', 'A\nB']) {
      const fine = { type: 'Polygon', coordinates: [square] };
      const one = { ...feature(fine), properties: { c: 'A', n: name } };
      expect(read(one).problems).toMatchObject([{ code: 'place-name-not-valid' }]);
    }
  });

  test('only longitude and latitude are kept', () => {
    const high = square.map((each) => [...each, 120]);
    const [one] = read(feature({ type: 'Polygon', coordinates: [high] })).boundaries;
    expect(one?.geometry.coordinates).toEqual([square]);
  });

  test.each([
    ['geometry-not-an-area', null],
    ['geometry-not-an-area', { type: 'Point', coordinates: [0, 0] }],
    ['geometry-not-an-area', { type: 'GeometryCollection', geometries: [] }],
    ['coordinates-not-valid', { type: 'Polygon', coordinates: [] }],
    ['coordinates-not-valid', { type: 'Polygon', coordinates: [[]] }],
    ['coordinates-not-valid', { type: 'Polygon', coordinates: [[['0', 0]]] }],
    ['coordinates-not-valid', { type: 'MultiPolygon', coordinates: [square] }],
    ['coordinates-out-of-range', { type: 'Polygon', coordinates: [[[530000, 180000]]] }],
    ['coordinates-out-of-range', { type: 'Polygon', coordinates: [[[Infinity, 0]]] }],
    ['ring-not-closed', { type: 'Polygon', coordinates: [square.slice(0, 4)] }],
    ['ring-not-closed', { type: 'Polygon', coordinates: [[square[0], square[0]]] }],
  ])('[DT-10] %s: %j', (code, geometry) => {
    const { boundaries, problems } = read(feature(geometry));
    expect(boundaries).toEqual([]);
    expect(problems).toMatchObject([{ code, where: { row: 1, column: 'geometry' } }]);
  });

  test('[DT-1] a feature with a problem does not stop the next', () => {
    const fine = { type: 'Polygon', coordinates: [square] };
    const { boundaries, problems, features } = read(
      feature(fine),
      7,
      feature(fine),
      feature(fine, ''),
    );
    expect(features).toBe(4);
    expect(boundaries.map((each) => [each.row, each.code])).toEqual([[1, 'A']]);
    expect(problems.map((each) => [each.where?.row, each.code])).toEqual([
      [2, 'not-a-feature'],
      [3, 'place-repeated'],
      [4, 'place-code-missing'],
    ]);
  });

  test.each([null, [], 'x', {}, { type: 'Feature' }, { type: 'FeatureCollection' }])(
    '%j is not GeoJSON that can be used',
    (document) => {
      expect(boundariesOf(document, mapping)).toMatchObject({
        ok: false,
        problems: [{ code: 'not-geojson' }],
      });
    },
  );
});
