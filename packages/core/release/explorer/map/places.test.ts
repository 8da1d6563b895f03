import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { records } from '../../../table/index.ts';
import { atlasOf } from './atlas.ts';
import { gazetteerOf } from './gazetteer.ts';
import { mostPlaces, mostPositions, placesIn, released, type Place } from './places.ts';
import { readPlaces, unsaid, type PlaceFields } from './read-places.ts';

const column = (values: readonly string[], name = 'place') => ({ name, kind: 'category', values });
const columns = [column(['Kent Police', 'City of York', 'Nowhere'])];
const read = (text: string, asked: PlaceFields = unsaid) => {
  const found = readPlaces(text, asked, columns);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};
const problemsOf = (text: string) => {
  const found = readPlaces(text, unsaid, columns);
  return (found.ok ? found.value : found).problems.map(({ code, where }) => [
    code,
    where?.row,
    where?.column,
  ]);
};
const square = (x: number, y: number, size = 1) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const geojson = (...features: readonly object[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });
const feature = (properties: object, geometry: object) => ({
  type: 'Feature',
  properties,
  geometry,
});

test('[RL-32] a value is found by its name, else by what is telling in it, where that is one place', () => {
  const find = gazetteerOf(['Kent', 'York', 'Derby City', 'Derbyshire', 'Derby', 'Ynys Môn']);
  expect(
    ['Kent Police', 'city of york', 'DERBY', 'Derby Council', 'Ynys  Mon', 'Leeds'].map(find),
  ).toEqual([...[0, 1, 4, null, 5, null]]);
});

describe('a file of places is read', () => {
  test('[RL-32] as a table: name, latitude and longitude recognised, decimal commas too', () => {
    const text = 'Code;Town name;Latitude;Longitude\n1;Kent;51,2;0,7\n2;York;53,96;-1,08\n';
    const { taken, places, problems } = read(text);
    expect(taken).toEqual({ name: 'Town name', latitude: 'Latitude', longitude: 'Longitude' });
    expect(places).toEqual([
      { name: 'Kent', at: [0.7, 51.2], rings: [] },
      { name: 'York', at: [-1.08, 53.96], rings: [] },
    ]);
    expect(problems).toEqual([]);
  });

  test('[RL-32] the field of names is the one that names most values, unless another is told', () => {
    const text = 'name,other,lat,lon\nA,Kent,51,0\nB,York,54,-1\n';
    expect(read(text).taken.name).toBe('other');
    const told = read(text, { ...unsaid, name: 'name' });
    expect(told.places.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  test('[RL-32] nothing is taken where no column of degrees is known, until they are told', () => {
    const text = 'place,up,across\nKent,51,1\n';
    expect(read(text)).toMatchObject({ taken: { latitude: null }, places: [], rows: 1 });
    const told = { name: 'place', latitude: 'up', longitude: 'across' };
    expect(read(text, told).places).toHaveLength(1);
  });

  test('[RL-32] what cannot be used is named by row and column, and the rest is taken', () => {
    const rows = [
      'Kent,51,1',
      'York,5400000,460000',
      ',51,1',
      'Leeds,,1',
      'Hull,north,1',
      'KENT,52,1',
      'Bath,51',
    ];
    const text = `name,lat,lon\n${rows.join('\n')}\n`;
    expect(problemsOf(text)).toEqual([
      ['coordinates-out-of-range', 3, 'lat'],
      ['place-unnamed', 4, 'name'],
      ['coordinates-missing', 5, 'lat'],
      ['coordinate-unreadable', 6, 'lat'],
      ['place-repeated', 7, 'name'],
      ['ragged-row', 8, undefined],
    ]);
    expect(read(text).places.map(({ name }) => name)).toEqual(['Kent']);
  });

  test('[RL-32] as GeoJSON: points and areas, and nothing but names and lines', () => {
    const text = geojson(
      feature(
        { id: 7, area: 'Kent', secret: 'x' },
        { type: 'Polygon', coordinates: [square(0, 51)] },
      ),
      feature({ id: 8, area: 'York' }, { type: 'Point', coordinates: [-1, 54] }),
    );
    const { taken, places } = read(text);
    expect(taken.name).toBe('area');
    expect(places.map(({ name, rings }) => [name, rings.length])).toEqual([
      ['Kent', 1],
      ['York', 0],
    ]);
    expect(JSON.stringify(places)).not.toContain('secret');
  });

  test('[RL-32] a feature that is no place is named', () => {
    const open = square(0, 51).slice(0, 4);
    const text = geojson(
      feature(
        { name: 'A' },
        {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      ),
      feature({ name: 'B' }, { type: 'Polygon', coordinates: [open] }),
      feature({ name: 'C' }, { type: 'Point', coordinates: [530_000, 180_000] }),
      feature({ name: 'D' }, { type: 'Point', coordinates: ['0', '51'] }),
      { type: 'Nothing' },
      feature({ name: 'x'.repeat(201) }, { type: 'Point', coordinates: [0, 51] }),
      feature({ name: 'a\u0000b' }, { type: 'Point', coordinates: [0, 51] }),
    );
    expect(problemsOf(text)).toEqual([
      ['geometry-not-a-place', 1, 'geometry'],
      ['ring-not-closed', 2, 'geometry'],
      ['coordinates-out-of-range', 3, 'geometry'],
      ['coordinates-not-valid', 4, 'geometry'],
      ['place-unnamed', 5, 'name'],
      ['not-a-feature', 5, 'geometry'],
      ['place-name-too-long', 6, 'name'],
      ['place-name-unwritable', 7, 'name'],
    ]);
  });

  test('[RL-32] an empty one, one without places, one of too many', () => {
    expect(problemsOf('')).toEqual([['no-rows', undefined, undefined]]);
    expect(problemsOf('name,lat,lon\n')).toEqual([['places-none', undefined, undefined]]);
    expect(problemsOf('{"type":"FeatureCollection","features":[]}')).toEqual([
      ['places-none', undefined, undefined],
    ]);
    expect(problemsOf('{"type":"Topology"}')).toEqual([['not-geojson', undefined, undefined]]);
    expect(problemsOf('{"type":')).toEqual([['not-json', undefined, undefined]]);
    const rows = Array.from({ length: mostPlaces + 1 }, (_, at) => `p${at},1,1`);
    expect(problemsOf(`name,lat,lon\n${rows.join('\n')}`)).toEqual([
      ['places-too-many', undefined, undefined],
    ]);
  });

  test('[RL-32] outlines become coarser until a page has room for all', () => {
    const circle = (x: number) =>
      Array.from({ length: 2001 }, (_, at) => [
        x + Math.cos((at % 2000) / 318.31),
        51 + Math.sin((at % 2000) / 318.31),
      ]);
    const features = Array.from({ length: 40 }, (_, at) =>
      feature({ name: `p${at}` }, { type: 'Polygon', coordinates: [circle(at * 2)] }),
    );
    const { places } = read(geojson(...features));
    const positions = places.flatMap(({ rings }) => rings.flat()).length;
    expect(positions).toBeLessThanOrEqual(mostPositions);
    expect(positions).toBeGreaterThan(40 * 8);
    expect(places.every(({ rings }) => rings.length === 1)).toBe(true);
  });
});

describe('places that go with a release', () => {
  const place = (name: string, rings: Place['rings'] = []): Place => ({ name, at: [0, 51], rings });
  const area = square(0, 51) as Place['rings'][number];
  const codes = (places: readonly object[], rest: object = {}) => {
    const text = JSON.stringify({ format: 'freehold-places/1', source: 'Atlas', places, ...rest });
    const found = placesIn(text, columns);
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };

  test('[RL-32] are read whole: what does not hold together is refused', () => {
    expect(codes([place('Kent'), place('York', [area])])).toEqual([]);
    expect(codes([place('Kent', [area]), place('KENT', [area]), place('York')])).toEqual([
      'place-repeated',
    ]);
    expect(codes([place('Kent', [area.slice(0, 4)])])).toEqual(['ring-not-closed']);
    expect(codes([{ ...place('Kent'), at: [0, 91] }])).toEqual(['too-big']);
    expect(codes([{ ...place('Kent'), note: 'x' }])).toEqual(['unknown-field']);
    expect(codes([place(' Kent')])).toEqual(['not-valid']);
    expect(codes([])).toEqual(['too-small']);
    expect(codes([place('Kent')], { source: ' ' })).toEqual(['too-small']);
    const fine = Array.from({ length: mostPositions }, () => [0, 51] as [number, number]);
    expect(codes([place('Kent', [[...fine, [0, 51]]])])).toEqual(['places-too-fine']);
    const notJson = placesIn('{', columns);
    expect(notJson).toMatchObject({
      problems: [{ code: 'not-json', where: { file: 'places.json' } }],
    });
  });

  test('[RL-32] are of the release: a point that no value names would tell where to look', () => {
    expect(codes([place('Kent'), place('Safe house')])).toEqual(['place-not-released']);
    expect(codes([place('Kent'), place('Surrey', [area])])).toEqual([]);
    expect(codes([place('Surrey', [area])])).toEqual(['places-foreign']);
    const all = [place('Kent'), place('Safe house'), place('Surrey', [area])];
    expect(released(all, columns).map(({ name }) => name)).toEqual(['Kent', 'Surrey']);
  });
});

describe('columns of places', () => {
  const atlas = (values: readonly string[], places: readonly Place[] | null = null) =>
    atlasOf({
      columns: [column(values)],
      places: places && { format: 'freehold-places/1', source: 'Atlas', places: [...places] },
    });
  const point = (name: string): Place => ({ name, at: [0, 51], rings: [] });

  test('[RL-32] are those in which two values or more are found, and a quarter of all', () => {
    expect(atlas(['Albanian', 'Vietnamese', 'Unknown'])?.columns).toMatchObject([
      { layer: 'world' },
    ]);
    expect(atlas(['yes', 'no'])).toBeNull();
    expect(atlas(['police', 'la'])).toBeNull();
    expect(atlas(['Jordan', 'Paris', 'Kim'])).toBeNull();
    const others = Array.from({ length: 9 }, (_, at) => `v${at}`);
    expect(atlas(['Albanian', 'Vietnamese', ...others])).toBeNull();
  });

  test('[RL-32] are of the release’s own places where those name more of their values', () => {
    const values = ['Georgia', 'Jordan', 'Springfield', 'Salem'];
    expect(atlas(values)?.columns[0]?.at.filter((each) => each !== null)).toHaveLength(2);
    const own = atlas(values, ['Springfield', 'Salem', 'Georgia'].map(point));
    expect(own?.columns[0]).toEqual({ column: 0, layer: 'places', at: [2, null, 0, 1] });
    // Points by themselves stand on nothing, so the world is drawn below them.
    expect(own?.world).not.toBeNull();
  });

  const uk = new URL('../../../../../../shared/data/uk/', import.meta.url);
  test.skipIf(!existsSync(uk))(
    '[RL-32] real police forces are found in a real file of their areas (skipped without the shared data)',
    () => {
      const rows = records(
        readFileSync(new URL('nrm-records-2022q2-2023q3.csv', uk), 'utf8'),
      ).records;
      const forces = [...new Set(rows.map(({ cells }) => cells.responder ?? ''))];
      const found = readPlaces(
        readFileSync(new URL('boundaries-pfa20.geojson', uk), 'utf8'),
        unsaid,
        [column(forces)],
      );
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      const { places, problems, taken } = found.value;
      expect([taken.name, places.length, problems]).toEqual(['pfa20_name', 43, []]);
      const find = gazetteerOf(places.map(({ name }) => name));
      const missed = forces.filter((force) => find(force) === null);
      // England and Wales have 43 forces; these work elsewhere or everywhere, or are no force.
      expect(missed.toSorted()).toEqual([
        ...[
          'British Transport Police',
          'Eastern Region Special Operations Unit',
          'Local Authority',
        ],
        ...['North West Regional Organised Crime Unit', 'Police Scotland'],
        ...[
          'Police Service of Northern Ireland',
          'South West Regional Organised Crime Unit',
          'Tarian ROCU',
        ],
        'West Midlands Regional Organised Crime Unit',
      ]);
    },
  );
});
