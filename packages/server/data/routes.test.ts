import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Role } from '@freehold/core/access';
import { jobsEnded } from '../job/run.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { PlaceMeasures, PlacePosition, PlaceSeries, Preview } from './shapes.ts';
import { DataRoom, dataRoom } from '../testing/data-room.ts';

const lookup = {
  kind: 'places',
  places: [
    { type: 'district', code: 'd', name: 'dn' },
    { type: 'region', code: 'r', name: 'rn' },
  ],
  parents: [['district', 'region']],
};
const places = `d,dn,r,rn\n${['A', 'B', 'C', 'D', 'E', 'F']
  .map((each, at) => `${each}1,${each}ham,${at < 4 ? 'R1,North' : 'R2,South'}`)
  .join('\n')}\n`;

const shares = `code,year,share,people,all
A1,2022,10,10,100
A1,2023,20,20,100
B1,2023,21,21,100
C1,2023,22,22,100
D1,2023,40,40,100
E1,2023,50,50,100
F1,2023,3,3,100
`;
const mapping = {
  kind: 'observations',
  dataSet: { code: 'set', title: 'A set', publisher: 'Somebody', edition: '2024' },
  place: { by: 'code', column: 'code' },
  period: { column: 'year' },
  measures: [
    {
      measure: {
        code: 'share',
        title: 'Share',
        direction: '-',
        valueKind: 'proportion',
        factor: 100,
        unit: '%',
        countsPeople: true,
        leastCell: 5,
      },
      value: { column: 'share' },
      numerator: 'people',
      denominator: 'all',
    },
  ],
};
const regional = {
  ...mapping,
  dataSet: { code: 'regions', title: 'Of regions' },
  measures: [
    {
      measure: { code: 'rate', title: 'A rate', direction: 'o', valueKind: 'rate', factor: 1000 },
      value: { column: 'rate' },
      numerator: 'people',
      denominator: 'all',
    },
  ],
};

let house: TestHouse;
let room: DataRoom;
beforeAll(async () => {
  house = await testHouse();
  room = await dataRoom(house);
  await room.read('places/import', places, lookup);
  expect((await room.read('data/import', shares, mapping)).result).toMatchObject({ new: 7 });
  const rates = 'code,year,rate,people,all\nR1,2023,65,65,1000\nR2,2023,12,12,1000\n';
  expect((await room.read('data/import', rates, regional)).result).toMatchObject({ new: 2 });
});
afterAll(() => house.close());

const placeId = async (name: string) => {
  const found = await room.json(`/places?query=${name}`);
  return (
    z.object({ places: z.array(z.object({ id: z.string() })) }).parse(found).places[0]?.id ?? ''
  );
};
const position = async (place: string, query: string) =>
  PlacePosition.parse(await room.json(`/places/${await placeId(place)}/position?${query}`));

describe('a series', () => {
  test('has points with Wilson’s interval, its source, and the measure', async () => {
    const id = await placeId('Aham');
    const series = PlaceSeries.parse(await room.json(`/places/${id}/series?measure=share`));
    expect(series).toMatchObject({
      own: true,
      place: { name: 'Aham' },
      measure: { code: 'share', unit: '%', leastCell: 5 },
      source: { title: 'A set', publisher: 'Somebody', edition: '2024' },
    });
    // 20 of 100 by Wilson at 95%: 13.337% to 28.883% (Newcombe 1998 gives the formula).
    expect(series.points.map((each) => [each.period, each.value])).toEqual([
      ['2022', 10],
      ['2023', 20],
    ]);
    expect(series.points[1]?.low).toBeCloseTo(13.337, 2);
    expect(series.points[1]?.high).toBeCloseTo(28.883, 2);
  });

  test('of a place without data is that of the place it lies in, and says so; rates carry Byar’s interval', async () => {
    const id = await placeId('Aham');
    const series = PlaceSeries.parse(await room.json(`/places/${id}/series?measure=rate`));
    expect(series).toMatchObject({ own: false, place: { name: 'North', type: 'region' } });
    // 65 by Byar at 95%: 50.16 to 82.85 (Breslow & Day 1987, page 69).
    expect(series.points[0]?.low).toBeCloseTo(50.2, 1);
    expect(series.points[0]?.high).toBeCloseTo(82.8, 1);
  });

  test('[DT-7] a small count behind a share hides the share and its interval', async () => {
    const id = await placeId('Fham');
    const series = PlaceSeries.parse(await room.json(`/places/${id}/series?measure=share`));
    expect(series.points).toMatchObject([
      { value: null, numerator: null, low: null, high: null, suppressed: true, denominator: 100 },
    ]);
  });

  test('of a measure without data has no points; of no measure, or no place, is not found', async () => {
    const id = await placeId('South');
    const empty = PlaceSeries.parse(await room.json(`/places/${id}/series?measure=share`));
    expect(empty).toMatchObject({ points: [], source: null, measure: { code: 'share' } });
    expect((await room.get(`/places/${id}/series?measure=none`)).status).toBe(404);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await room.get(`/places/${nobody}/series?measure=share`)).status).toBe(404);
    expect((await room.get(`/places/nonsense/series?measure=share`)).status).toBe(422);
    expect((await room.get(`/places/${id}/series?measure=%00`)).status).toBe(422);
  });
});

describe('a position', () => {
  test('among all of its type: quartiles of type 7 over what is shown, members by name', async () => {
    const found = await position('Aham', 'measure=share');
    expect(found).toMatchObject({
      period: '2023',
      own: { value: 20, suppressed: false },
      // 20 21 22 40 50: F is suppressed and takes no part.
      group: { kind: 'same-type', n: 5, least: 20, q1: 21, median: 22, q3: 40, most: 50 },
      quintile: 1,
      score: 4,
      reason: null,
    });
    expect(found.members.map((each) => [each.name, each.value, each.own])).toEqual([
      ['Aham', 20, true],
      ['Bham', 21, false],
      ['Cham', 22, false],
      ['Dham', 40, false],
      ['Eham', 50, false],
      ['Fham', null, false],
    ]);
  });

  test('within one parent, and among chosen places', async () => {
    const north = await placeId('North');
    const within = await position('Dham', `measure=share&group=same-parent&parent=${north}`);
    expect(within.group).toMatchObject({ n: 4, most: 40, label: 'the districts in North' });
    expect(within).toMatchObject({ quintile: null, score: null });
    const ids = await Promise.all(['Bham', 'Cham', 'Dham', 'Eham'].map(placeId));
    const chosen = await position('Aham', `measure=share&group=chosen&places=${ids.join(',')}`);
    expect(chosen).toMatchObject({ group: { n: 5 }, quintile: 1 });
  });

  test('under four values there is no group, and the others are not named', async () => {
    const south = await placeId('South');
    const found = await position('Eham', `measure=share&group=same-parent&parent=${south}`);
    expect(found).toMatchObject({ group: null, reason: 'group-too-small', own: { value: 50 } });
    expect(found.members.map((each) => each.name)).toEqual(['Eham']);
  });

  test('of a suppressed value is suppressed; of nothing is none', async () => {
    expect(await position('Fham', 'measure=share')).toMatchObject({
      own: { value: null, suppressed: true },
      quintile: null,
      score: null,
      reason: 'suppressed',
      group: { n: 5 },
    });
    expect(await position('South', 'measure=share')).toMatchObject({
      reason: 'no-observations',
      own: null,
      members: [],
    });
  });

  test.each([
    ['same-parent', 'parent-needed'],
    ['chosen', 'places-needed'],
    ['chosen&places=nonsense', 'places-needed'],
  ])('group %s without what it needs is a problem', async (group, code) => {
    const id = await placeId('Aham');
    const answer = await room.get(`/places/${id}/position?measure=share&group=${group}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problems: [{ code }] });
  });
});

test('the newest value of each measure of a place, in as many statements however many there are', async () => {
  const id = await placeId('Aham');
  house.statements();
  const answer = await room.get(`/places/${id}/measures`);
  const asked = house.statements().filter((each) => /^\s*(select|with)/.test(each));
  // Who asks and in which role; whether the place is there, and what is measured.
  expect(asked.filter((each) => !each.includes('set_config'))).toHaveLength(3);
  const { rows } = PlaceMeasures.parse(await answer.json());
  expect(rows.map((each) => [each.measure.code, each.placeName, each.own, each.n])).toEqual([
    ['rate', 'North', false, 1],
    ['share', 'Aham', true, 2],
  ]);
  expect(rows[1]?.latest).toMatchObject({ period: '2023', value: 20 });
});

test('measures and data sets are listed with how much there is of them', async () => {
  expect(await room.json('/measures')).toMatchObject({
    measures: [
      { code: 'rate', observations: 2, places: 2, first: '2023', last: '2023' },
      { code: 'share', observations: 7, places: 6, first: '2022', last: '2023', dataSets: ['set'] },
    ],
  });
  expect(await room.json('/data-sets')).toMatchObject({
    dataSets: [
      { code: 'set', observations: 7, measures: ['share'] },
      { code: 'regions', observations: 2, measures: ['rate'] },
    ],
  });
});

describe('a preview', () => {
  const preview = async (content: string | Uint8Array) => {
    const file = await room.upload(content);
    return Preview.parse(await (await room.send('/data/preview', { file })).json());
  };

  test('shows the first rows, the delimiter, the encoding, and what is wrong', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `${at};Zürich`).join('\r\n');
    const found = await preview(new Uint8Array(Buffer.from(`n;n\r\n1;2;3\r\n${rows}`, 'latin1')));
    expect(found).toMatchObject({
      form: 'table',
      encoding: 'windows-1252',
      delimiter: ';',
      columns: ['n', 'n'],
    });
    expect(found.rows).toHaveLength(20);
    expect(found.rows[1]).toEqual(['0', 'Zürich']);
    expect(found.problems.map((each) => each.code)).toEqual(['column-repeated', 'ragged-row']);
  });

  test('of GeoJSON shows the properties of its features', async () => {
    const features = [
      { type: 'Feature', properties: { code: 'A', n: 1 }, geometry: null },
      { type: 'Feature', properties: { code: 'B', name: 'x' } },
    ];
    const found = await preview(` ${JSON.stringify({ type: 'FeatureCollection', features })}`);
    expect(found).toMatchObject({
      form: 'geojson',
      columns: ['code', 'n', 'name'],
      rows: [
        ['A', '1', ''],
        ['B', '', 'x'],
      ],
      problems: [],
    });
  });

  test('of broken JSON, and of what is no GeoJSON, says so', async () => {
    expect((await preview('{"type": "FeatureCollection", "features": [}')).problems).toMatchObject([
      { code: 'not-json' },
    ]);
    expect((await preview('{"a": 1}')).problems).toEqual([{ code: 'not-geojson' }]);
  });
});

describe('mappings', () => {
  test('the shipped ones are there; one of one’s own stands before', async () => {
    const listed = z.object({
      mappings: z.array(z.object({ code: z.string(), kind: z.string(), shipped: z.boolean() })),
    });
    const before = listed.parse(await room.json('/mappings')).mappings;
    expect(before.map((each) => each.code)).toEqual([
      'lookup-districts-2024',
      'lookup-regions-2024',
      'boundaries-districts-2024',
      'boundaries-police-2017',
      'boundaries-police-2020',
      'imd-2019-england',
      'imd-2019-wales',
      'nrm-referrals',
    ]);
    const put = (code: string, title: string) =>
      room.send(`/mappings/${code}`, { title, content: mapping }, 'PUT');
    expect((await put('nrm-referrals', 'Ours')).status).toBe(200);
    expect((await put('nrm-referrals', 'Ours again')).status).toBe(200);
    const after = listed.parse(await room.json('/mappings')).mappings;
    expect(after).toHaveLength(before.length);
    expect(after[0]).toMatchObject({ code: 'nrm-referrals', shipped: false });
  });

  test.each([
    ['no mapping', { title: 'x', content: {} }],
    ['an unknown field', { title: 'x', content: { ...mapping, more: 1 } }],
    ['a character that cannot be kept', { title: 'a\0b', content: mapping }],
    [
      'half a character deep inside',
      {
        title: 'x',
        content: { ...mapping, dataSet: { code: 'd', title: '\ud800' } },
      },
    ],
  ])('%s is refused', async (_what, body) => {
    expect((await room.send('/mappings/own', body, 'PUT')).status).toBe(422);
  });
});

describe('files', () => {
  test('an empty one is refused, and one that is too large while it arrives', async () => {
    const empty = await house.call(`${room.path}/files`, { cookie: room.cookie, body: '' });
    expect(empty.status).toBe(422);
    expect(await empty.json()).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });

  test('a name loses its folders and what cannot be kept', async () => {
    const file = await house.call(`${room.path}/files`, {
      cookie: room.cookie,
      body: 'a,b\n',
      headers: { 'x-file-name': encodeURIComponent('../../etc/p\0ass\r\nwd.csv') },
    });
    expect(await file.json()).toMatchObject({ name: 'passwd.csv', size: 4 });
    const odd = await house.call(`${room.path}/files`, {
      cookie: room.cookie,
      body: 'a,b\n',
      headers: { 'x-file-name': '%E0%A4%A' },
    });
    expect(odd.status).toBe(200);
  });
});

describe('the walls', () => {
  const theirs = async (role: Role = 'analyst') => {
    const other = await house.makePartnership('Elsewhere');
    return new DataRoom(house, other, await house.signIn(other, role));
  };

  test('another partnership’s files, jobs, places and data are not found', async () => {
    const other = await theirs();
    const file = await room.upload('code,year,share,people,all\nA1,2025,10,10,100\n');
    const started = await room.send('/data/check', { file, mapping });
    const { job } = z.object({ job: z.string() }).parse(await started.json());
    await jobsEnded(house.database);
    const id = await placeId('Aham');
    expect((await other.send('/data/preview', { file })).status).toBe(404);
    expect((await other.send('/data/check', { file, mapping })).status).toBe(404);
    expect((await other.send('/data/import', { file, mapping })).status).toBe(404);
    for (const path of [
      `/jobs/${job}`,
      `/jobs/${job}/errors.csv`,
      `/places/${id}`,
      `/places/${id}/boundary`,
      `/places/${id}/measures`,
      `/places/${id}/series?measure=share`,
      `/places/${id}/position?measure=share`,
    ])
      expect([path, (await other.get(path)).status]).toEqual([path, 404]);
    expect((await other.send(`/jobs/${job}/cancel`, undefined)).status).toBe(404);
    expect(await other.json('/jobs')).toEqual({ jobs: [] });
    expect(await other.json('/measures')).toEqual({ measures: [] });
    expect(await other.json('/places')).toMatchObject({ places: [], total: 0 });
    expect(await other.json('/boundaries?type=district')).toMatchObject({ features: [] });
  });

  test('a person of another partnership, and one signed out, get nothing of ours', async () => {
    const other = await theirs('co-ordinator');
    for (const path of ['/measures', '/data-sets', '/mappings', '/jobs', '/places']) {
      const foreign = await house.call(`${room.path}${path}`, { cookie: other.cookie });
      expect([path, foreign.status]).toEqual([path, 404]);
      const signedOut = await house.call(`${room.path}${path}`);
      expect([path, signedOut.status]).toEqual([path, 401]);
    }
  });

  test.each(['member', 'chair', 'policy-reader', 'survivor-adviser', 'researcher'] as const)(
    'a %s reads, and brings nothing in',
    async (role) => {
      const reader = new DataRoom(
        house,
        room.partnership,
        await house.signIn(room.partnership, role),
      );
      expect((await reader.get('/measures')).status).toBe(200);
      const nothing = '00000000-0000-4000-8000-000000000000';
      const tries = [
        house.call(`${room.path}/files`, { cookie: reader.cookie, body: 'a,b\n' }),
        reader.send('/data/check', { file: nothing, mapping }),
        reader.send('/data/import', { file: nothing, mapping }),
        reader.send('/places/import', { file: nothing, mapping: lookup }),
        reader.send('/mappings/own', { title: 'x', content: mapping }, 'PUT'),
        reader.send(`/jobs/${nothing}/cancel`, undefined),
        reader.send('/places', {
          type: 'ward',
          code: null,
          codeYear: null,
          name: 'x',
          parents: [],
        }),
        reader.send('/home-place', { place: nothing }, 'PUT'),
      ];
      for (const answer of await Promise.all(tries)) {
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ problems: [{ code: 'not-allowed' }] });
      }
    },
  );

  test('an unknown mapping is a problem', async () => {
    const file = await room.upload('a,b\n1,2\n');
    const answer = await room.send('/data/check', { file, mapping: 'nothing-of-the-kind' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'mapping-unknown' }] });
  });
});
