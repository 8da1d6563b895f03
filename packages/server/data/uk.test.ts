import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { PlacePosition, PlaceSeries } from './shapes.ts';
import { dataRoom, sharedData, sharedFile, type DataRoom } from '../testing/data-room.ts';

// What is expected is counted here by a few lines of their own that share nothing with what is tested.

const absent = !existsSync(sharedData);
const why = absent ? ' (skipped: ../shared/data/uk is not there)' : '';

describe.skipIf(absent)(`public data of the United Kingdom${why}`, () => {
  let house: TestHouse;
  let room: DataRoom;
  const lines = new Map<string, string[]>();

  beforeAll(async () => {
    house = await testHouse();
    room = await dataRoom(house);
    for (const name of [lookup, regions, england, referrals]) {
      lines.set(name, (await sharedFile(name)).toString('utf8').trim().split(/\r?\n/).slice(1));
    }
  });
  afterAll(() => house.close());

  const of = (name: string) => lines.get(name) ?? [];
  const column = (name: string, at: number) =>
    of(name).map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g)?.[at]?.replace(/[",]+/g, '') ?? '');
  const placeId = async (name: string, type: string) => {
    const found = await room.json(`/places?query=${encodeURIComponent(name)}&type=${type}`);
    const { places } = z
      .object({ places: z.array(z.object({ id: z.string(), name: z.string() })) })
      .parse(found);
    return places.find((each) => each.name === name)?.id ?? '';
  };

  test('look-ups give each place once, and which lies in which', async () => {
    const codes = [0, 2, 4].map((at) => new Set(column(lookup, at)));
    const pairs = [
      [0, 2],
      [0, 4],
      [2, 4],
    ].map(([a = 0, b = 0]) => {
      const [one, other] = [column(lookup, a), column(lookup, b)];
      return new Set(one.map((each, at) => `${each} ${other[at]}`)).size;
    });
    const job = await room.read('places/import', await sharedFile(lookup), 'lookup-districts-2024');
    expect(job).toMatchObject({
      state: 'done',
      result: {
        rows: of(lookup).length,
        rejected: 0,
        new: codes.reduce((sum, each) => sum + each.size, 0),
        links: { new: pairs.reduce((sum, each) => sum + each, 0), same: 0 },
      },
    });
    const second = await room.read(
      'places/import',
      await sharedFile(regions),
      'lookup-regions-2024',
    );
    const known = column(regions, 1).filter((each) => codes[0]?.has(each));
    expect(second.result).toMatchObject({
      new: new Set(column(regions, 3)).size,
      same: known.length,
      rejected: 0,
    });
    const again = await room.read(
      'places/import',
      await sharedFile(lookup),
      'lookup-districts-2024',
    );
    expect(again.result).toMatchObject({ new: 0, changed: 0, links: { new: 0 } });
    expect(await room.json(`/places/${await placeId('Boston', 'district')}`)).toMatchObject({
      place: { code: 'E07000136', codeYear: 2024 },
      parents: [
        { name: 'Boston', type: 'community-safety-partnership' },
        { name: 'Lincolnshire', type: 'police-force-area' },
        { name: 'East Midlands', type: 'region' },
      ],
    });
  });

  test('boundaries join the places by code, and add those that no look-up names', async () => {
    const districts = (await sharedFile('boundaries-ltla24.geojson')).toString('utf8');
    const inFile = districts.match(/"ltla24_code": "/g)?.length;
    const job = await room.read('places/import', districts, 'boundaries-districts-2024');
    expect(job.result).toMatchObject({ rows: inFile, new: inFile, rejected: 0 });
    const again = await room.read('places/import', districts, 'boundaries-districts-2024');
    expect(again.result).toMatchObject({ new: 0, changed: 0, same: inFile });
    const police = await sharedFile('boundaries-pfa20.geojson');
    const forces = new Set(column(lookup, 4)).size;
    const second = await room.read('places/import', police, 'boundaries-police-2020');
    expect(second.result).toMatchObject({ new: forces });
    const scottish = districts.match(/"ltla24_code": "[SN]/g)?.length ?? 0;
    const english = new Set(column(lookup, 0)).size;
    expect(await room.json('/places?type=district&limit=1')).toMatchObject({
      total: english + scottish,
    });
  });

  test('deprivation joins by code; districts that have merged since are refused by name of their code', async () => {
    const known = new Set(column(lookup, 0));
    const gone = column(england, 0).filter((code) => !known.has(code));
    const file = await sharedFile(england);
    const check = await room.read('data/check', file, 'imd-2019-england');
    expect(check).toMatchObject({
      state: 'done',
      problemCount: gone.length,
      result: {
        dryRun: true,
        kept: false,
        rows: of(england).length,
        rejected: gone.length,
        new: (of(england).length - gone.length) * 3,
        unknownPlaces: gone,
      },
    });
    expect(check.problems.map((each) => each.details?.['text'])).toEqual(gone);
    const refused = await room.read('data/import', file, 'imd-2019-england');
    expect(refused).toMatchObject({ state: 'refused', result: { kept: false } });
    const accepted = { acceptRejected: true };
    const job = await room.read('data/import', file, 'imd-2019-england', accepted);
    expect(job).toMatchObject({ state: 'done', result: { kept: true, new: check.result?.new } });
    const wales = await sharedFile('imd2019-welsh-local-authorities.csv');
    expect((await room.read('data/import', wales, 'imd-2019-wales')).result).toMatchObject({
      rejected: 0,
      new: 44,
    });
  });

  test('a district stands in its region as a hand counts it', async () => {
    const values = new Map(
      of(england).map((line) => [line.split(',')[0] ?? '', Number(line.split(',')[3])]),
    );
    const inRegion = of(regions).filter((line) => line.includes('East Midlands'));
    const scores = inRegion
      .flatMap((line) => values.get(/[EW]\d{8}/.exec(line)?.[0] ?? '') ?? [])
      .toSorted((a, b) => a - b);
    const boston = values.get('E07000136') ?? 0;
    const parent = await placeId('East Midlands', 'region');
    const place = await placeId('Boston', 'district');
    const position = PlacePosition.parse(
      await room.json(
        `/places/${place}/position?measure=imd-score&group=same-parent&parent=${parent}`,
      ),
    );
    expect(position.own?.value).toBeCloseTo(boston, 12);
    expect(position.group).toMatchObject({ n: scores.length, least: scores[0] });
    expect(position.group?.most).toBe(scores.at(-1));
    expect(
      position.members.map((each) => each.value).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    ).toEqual(scores);
    const below = scores.filter((each) => each < boston).length / scores.length;
    expect(position.quintile).toBe(Math.floor(below * 5) + 1);
    expect(position.score).toBe(5 - (position.quintile ?? 0));
  });

  test('referrals add up by force and quarter, and small counts do not leave', async () => {
    const sums = new Map<string, number>();
    for (const line of of(referrals)) {
      const [, quarter = '', force = '', people = '0'] =
        /^([^,]*),police,([^,]*),.*,(\d+)$/.exec(line) ?? [];
      if (force !== '')
        sums.set(`${force} ${quarter}`, (sums.get(`${force} ${quarter}`) ?? 0) + Number(people));
    }
    const file = await sharedFile(referrals);
    const job = await room.read('data/import', file, 'nrm-referrals');
    const places = new Set(column(lookup, 4)).size;
    const bodies = [...sums.keys()].filter((key) =>
      /ROCU|Regional|Region |Scotland|Northern Ireland|Transport/.test(key),
    );
    expect(job).toMatchObject({
      state: 'done',
      result: { rows: of(referrals).length, rejected: 0, new: sums.size - bodies.length },
    });
    expect(sums.size - bodies.length).toBeLessThanOrEqual(places * 6);
    const again = await room.read('data/import', file, 'nrm-referrals');
    expect(again.result).toMatchObject({ new: 0, changed: 0, same: sums.size - bodies.length });

    for (const [district, force] of [
      ['Boston', 'Lincolnshire Police'],
      ['Westminster', 'Metropolitan Police Service'],
      ['Cumberland', 'Cumbria Constabulary'],
      ['Swindon', 'Wiltshire Police'],
    ] as const) {
      const id = await placeId(district, 'district');
      const series = PlaceSeries.parse(
        await room.json(`/places/${id}/series?measure=nrm-referrals`),
      );
      expect(series.own).toBe(false);
      const expected = [...sums]
        .filter(([key]) => key.startsWith(`${force} `))
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([key, people]) => [
          key.slice(-7).replace('_q', '-Q'),
          people < 5 ? 'suppressed' : people,
        ]);
      expect(
        series.points.map((each) => [each.period, each.suppressed ? 'suppressed' : each.value]),
      ).toEqual(expected);
      expect(series.measure).toMatchObject({ detection: true, breaks: [{ from: '2019-10-01' }] });
      expect(series.source).toMatchObject({ publisher: 'Home Office' });
    }
    const suppressed = [...sums.values()].filter((people) => people < 5);
    expect(suppressed.length).toBeGreaterThan(0);
    const all = await room.json(
      `/places/${await placeId('Lincolnshire', 'police-force-area')}/position?measure=nrm-referrals`,
    );
    for (const { value } of PlacePosition.parse(all).members)
      if (value !== null) expect(value).toBeGreaterThanOrEqual(5);
  });
});

const lookup = 'lookup-ltla24-csp24-pfa24.csv';
const regions = 'lookup-ltla24-region24.csv';
const england = 'imd2019-english-local-authorities.csv';
const referrals = 'nrm-referrals-2022q2-2023q3.csv';
