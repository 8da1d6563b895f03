import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

let house: TestHouse;
let room: DataRoom;
beforeAll(async () => {
  house = await testHouse();
  room = await dataRoom(house);
});
afterAll(() => house.close());

const Made = z.object({ id: z.string() });
const place = (name: string, more: object = {}) => ({
  type: 'district',
  code: null,
  codeYear: null,
  name,
  parents: [],
  ...more,
});
const made = async (name: string, more: object = {}) =>
  Made.parse(await (await room.send('/places', place(name, more))).json()).id;

describe('a place by hand', () => {
  test('lies in as many places as there are', async () => {
    const county = await made('Lincs', { type: 'county' });
    const region = await made('East', { type: 'region', code: 'E12', codeYear: 2024 });
    const id = await made('Boston', { code: 'E07', codeYear: 2024, parents: [county, region] });
    expect(await room.json(`/places/${id}`)).toEqual({
      place: { id, name: 'Boston', type: 'district', code: 'E07', codeYear: 2024 },
      parents: [
        { id: county, name: 'Lincs', type: 'county' },
        { id: region, name: 'East', type: 'region' },
      ],
      children: [],
      childCount: 0,
      populations: [],
      hasBoundary: false,
    });
    expect(await room.json(`/places/${region}`)).toMatchObject({
      children: [{ id, name: 'Boston', type: 'district' }],
      childCount: 1,
    });
    const again = await room.send('/places', place('Other', { code: 'E07', codeYear: 2024 }));
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ problems: [{ code: 'place-exists' }] });
  });

  test.each([
    ['code-without-year', { code: 'X1' }],
    ['unknown-place', { parents: ['00000000-0000-4000-8000-000000000000'] }],
    ['not-valid', { name: '' }],
    ['not-valid', { name: 'a\0' }],
    ['not-valid', { code: 'has space', codeYear: 2024 }],
    ['not-valid', { type: 'planet' }],
    ['unknown-field', { owner: 'x' }],
  ])('%s for %j', async (code, more) => {
    const answer = await room.send('/places', place('Somewhere', more));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problems: [{ code }] });
  });
});

describe('looking for a place', () => {
  const found = async (query: string) => {
    const listed = await room.json(`/places?query=${encodeURIComponent(query)}&limit=3`);
    return z
      .object({
        places: z.array(z.object({ name: z.string() })),
        total: z.number(),
        types: z.record(z.string(), z.number()),
      })
      .parse(listed);
  };

  test('by its beginning first, by any spelling, by its code; nothing is a pattern', async () => {
    await made('Stoke-on-Trent', { code: 'S100', codeYear: 2024 });
    await made('Trent');
    await made('St. Helens');
    await made('100% Farm', { type: 'ward' });
    const names = async (query: string) => (await found(query)).places.map((each) => each.name);
    expect(await names('trent')).toEqual(['Trent', 'Stoke-on-Trent']);
    expect(await names('Saint Helens')).toEqual(['St. Helens']);
    expect(await names('s10')).toEqual(['Stoke-on-Trent']);
    expect(await names('100%')).toEqual(['100% Farm']);
    expect(await names('%')).toEqual(['100% Farm']);
    expect(await names('_')).toEqual([]);
    expect(await names("'; drop table place; --")).toEqual([]);
  });

  test('shows some, counts all, and says how many there are of each type', async () => {
    for (let at = 0; at < 5; at += 1) await made(`Quay ${at}`, at < 2 ? { type: 'ward' } : {});
    const all = await found('quay');
    expect(all).toMatchObject({ total: 5, types: { ward: 2, district: 3 } });
    expect(all.places).toHaveLength(3);
    expect(await room.json('/places?query=quay&type=ward')).toMatchObject({ total: 2 });
    expect((await room.get('/places?limit=100000')).status).toBe(422);
    expect((await room.get('/places?query=%00')).status).toBe(422);
  });
});

test('the home place is the co-ordinator’s to choose, and one of ours', async () => {
  const id = await made('Harbour');
  const coordinator = await house.signIn(room.partnership, 'co-ordinator');
  const put = (cookie: string, json: unknown) =>
    house.call(`${room.path}/home-place`, { method: 'PUT', cookie, json });
  expect((await put(room.cookie, { place: id })).status).toBe(403);
  expect((await put(coordinator, { place: id })).status).toBe(200);
  const session = await house.call('/api/session', { cookie: coordinator });
  expect(await session.json()).toMatchObject({ partnerships: [{ homePlace: id }] });
  const other = await dataRoom(house, 'Elsewhere');
  const theirs = Made.parse(await (await other.send('/places', place('Theirs'))).json()).id;
  const answer = await put(coordinator, { place: theirs });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ problems: [{ code: 'unknown-place' }] });
});

describe('populations', () => {
  const mapping = {
    kind: 'populations',
    place: { by: 'code', column: 'code' },
    year: { column: 'year' },
    population: { column: 'people' },
    source: 'Census',
  };

  test('come by file, newest first; the same file changes nothing', async () => {
    const id = await made('Peopled', { code: 'PP1', codeYear: 2024 });
    const file = 'code,year,people\nPP1,2011,"64,600"\nPP1,2021,70500\n';
    expect((await room.read('places/import', file, mapping)).result).toMatchObject({ new: 2 });
    const again = await room.read('places/import', file.replace('70500', '70501'), mapping);
    expect(again.result).toMatchObject({ new: 0, changed: 1, same: 1 });
    expect(await room.json(`/places/${id}`)).toMatchObject({
      populations: [
        { year: 2021, population: 70501, source: 'Census' },
        { year: 2011, population: 64600 },
      ],
    });
    const bad = await room.read('places/check', `${file}PP1,2021,1\nZZ,2021,1\n`, mapping);
    expect(bad.problems.map((each) => [each.where?.row, each.code])).toEqual([
      [4, 'population-repeated'],
      [5, 'place-unknown'],
    ]);
  });
});

describe('boundaries', () => {
  const mapping = { kind: 'boundaries', type: 'district', code: 'c', name: 'n', codeYear: 2024 };
  const square = (x: number) => [
    [x, 0],
    [x + 1, 0],
    [x + 1, 1],
    [x, 1],
    [x, 0],
  ];
  const feature = (c: string, geometry: unknown) => ({
    type: 'Feature',
    properties: { c, n: `Area ${c}` },
    geometry,
  });
  const collection = (...features: unknown[]) =>
    JSON.stringify({ type: 'FeatureCollection', features });
  const polygon = (x: number) => ({ type: 'Polygon', coordinates: [square(x)] });

  test('join places by code, add those that are new, and come back as GeoJSON', async () => {
    const region = await made('Mapped', { type: 'region' });
    const id = await made('Known', { code: 'K1', codeYear: 2024, parents: [region] });
    const file = collection(feature('K1', polygon(1)), feature('K2', polygon(2)));
    const job = await room.read('places/import', file, mapping);
    expect(job).toMatchObject({ state: 'done', done: 2, total: 2, result: { rows: 2, new: 2 } });
    expect(await room.json(`/places/${id}/boundary`)).toEqual({ geometry: polygon(1) });
    const all = z
      .object({ features: z.array(z.object({ properties: z.object({ name: z.string() }) })) })
      .parse(await room.json('/boundaries?type=district'));
    expect(all.features.map((each) => each.properties.name)).toEqual(['Area K2', 'Known']);
    expect(await room.json(`/boundaries?type=district&parent=${region}`)).toEqual({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { id, name: 'Known', code: 'K1' }, geometry: polygon(1) },
      ],
    });
  });

  test('one that cannot be used is refused by its number, and stops the import', async () => {
    const file = collection(feature('L1', polygon(3)), feature('L2', { type: 'Point' }));
    const job = await room.read('places/import', file, mapping);
    expect(job).toMatchObject({
      state: 'refused',
      result: { kept: false, rejected: 1, new: 1 },
      problems: [{ code: 'geometry-not-an-area', where: { row: 2, column: 'geometry' } }],
    });
    expect(await room.json('/places?query=L1')).toMatchObject({ total: 0 });
  });

  test.each([
    ['not-json', '{"type": "FeatureCollection", "features": ['],
    ['not-json', ''.padEnd(1000, '[')],
    ['not-json', 'code,name\nA,B\n'],
    ['not-geojson', '[]'],
    ['not-geojson', '{"type":"Topology"}'],
    ['not-geojson', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('%s: %.40s', async (code, file) => {
    expect(await room.read('places/check', file, mapping)).toMatchObject({
      state: 'refused',
      problems: [{ code }],
    });
  });
});

describe('a look-up', () => {
  test('keeps the first name of a code, and names the second', async () => {
    const mapping = {
      kind: 'places',
      places: [{ type: 'ward', code: 'w', name: 'n' }],
      parents: [],
    };
    const job = await room.read('places/check', 'w,n\nW1,One\nW1,Uno\nW1,One\n', mapping);
    expect(job).toMatchObject({
      result: { rows: 3, rejected: 1, new: 1 },
      problems: [
        { code: 'place-name-differs', where: { row: 3 }, details: { first: 'One', here: 'Uno' } },
      ],
    });
  });
});
