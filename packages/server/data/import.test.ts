import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { within } from '../database/within.ts';
import { jobsEnded } from '../job/run.ts';
import { endInterruptedJobs } from '../job/store.ts';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { PlacePosition, PlaceSeries } from './shapes.ts';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';

const lookup = {
  kind: 'places',
  places: [
    { type: 'district', code: 'd', name: 'dn' },
    { type: 'police-force-area', code: 'p', name: 'pn' },
  ],
  parents: [['district', 'police-force-area']],
};
const places = `d,dn,p,pn\n${['A', 'B', 'C', 'D', 'E', 'F']
  .map((each) => `${each}1,${each}ham,P1,North Police`)
  .join('\n')}\n`;

function mapping(more: object = {}, measure: object = {}) {
  return {
    kind: 'observations',
    dataSet: { code: 'set', title: 'A set', publisher: 'Somebody', edition: '2024' },
    place: { by: 'code', column: 'code', type: 'district' },
    period: { column: 'year' },
    measures: [
      {
        measure: {
          code: 'people',
          title: 'People',
          direction: '-',
          valueKind: 'count',
          countsPeople: true,
          leastCell: 5,
          decimals: 0,
          ...measure,
        },
        value: { column: 'people' },
      },
    ],
    ...more,
  };
}

const six = `code,year,people\n${['A', 'B', 'C', 'D', 'E', 'F']
  .map((each, at) => `${each}1,2023,${(at + 1) * 10}`)
  .join('\n')}\n`;

describe.each(homes)('importing on %s', (_name, open) => {
  let opened: OpenedHome;
  let house: TestHouse;
  beforeAll(async () => {
    opened = await open();
    house = await testHouse(opened.home);
  });
  afterAll(async () => {
    await house.close();
    await opened.close();
  });

  async function ready(): Promise<DataRoom> {
    const room = await dataRoom(house);
    const job = await room.read('places/import', places, lookup);
    expect(job.result).toMatchObject({ new: 7, links: { new: 6 } });
    return room;
  }

  const placeId = async (room: DataRoom, name: string) => {
    const found = await room.json(`/places?query=${name}`);
    return z.object({ places: z.array(z.object({ id: z.string() })) }).parse(found).places[0]?.id;
  };
  const values = async (room: DataRoom, name: string) => {
    const id = await placeId(room, name);
    const series = await room.json(`/places/${id}/series?measure=people`);
    return PlaceSeries.parse(series).points.map((each) => [
      each.period,
      each.suppressed ? 'suppressed' : each.value,
    ]);
  };
  const kept = async (room: DataRoom) => {
    const { rows } = await within(
      house.database,
      { person: null, partnership: room.partnership, rater: null },
      (tx) => sql<{ n: number }>`select count(*)::int as n from observation`.execute(tx),
    );
    return rows[0]?.n;
  };
  const staged = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from observation_stage`.execute(house.database);
    return rows[0]?.n;
  };

  test('[DT-11] a check keeps nothing and counts what an import then does; twice changes nothing', async () => {
    const room = await ready();
    const counts = { rows: 6, rejected: 0, new: 6, changed: 0, same: 0 };
    const check = await room.read('data/check', six, mapping());
    expect(check).toMatchObject({
      state: 'done',
      result: { ...counts, dryRun: true, kept: false },
    });
    expect(await kept(room)).toBe(0);
    expect(await room.json('/data-sets')).toEqual({ dataSets: [] });
    const first = await room.read('data/import', six, mapping());
    expect(first).toMatchObject({ state: 'done', result: { ...counts, kept: true } });
    const again = await room.read('data/import', six, mapping());
    expect(again.result).toMatchObject({ new: 0, changed: 0, same: 6, kept: true });
    const next = six.replace('C1,2023,30', 'C1,2023,31').concat('A1,2024,12\n');
    expect((await room.read('data/import', next, mapping())).result).toMatchObject({
      new: 1,
      changed: 1,
      same: 5,
    });
    expect(await values(room, 'Aham')).toEqual([
      ['2023', 10],
      ['2024', 12],
    ]);
    expect(await values(room, 'Cham')).toEqual([['2023', 31]]);
    expect(await staged()).toBe(0);
  });

  test('[DT-1] [DT-12] refused rows stop the import until a person accepts that, and all are in the file', async () => {
    const room = await ready();
    const bad = six.concat('Z9,2023,5\nA1,never,5\nB1,2024,lots\n"=cmd()",2023,7\nA1,2023,10\n');
    const refused = await room.read('data/import', bad, mapping());
    expect(refused).toMatchObject({
      state: 'refused',
      problemCount: 5,
      result: { kept: false, rejected: 5, new: 6, unknownPlaces: ['Z9', '=cmd()'] },
    });
    expect(
      refused.problems.map((each) => [each.where?.row, each.where?.column, each.code]),
    ).toEqual([
      [8, 'code', 'place-unknown'],
      [9, 'year', 'period-unreadable'],
      [10, 'people', 'not-a-number'],
      [11, 'code', 'place-unknown'],
      [12, undefined, 'observation-repeated'],
    ]);
    expect(await kept(room)).toBe(0);
    const file = await room.get(`/jobs/${refused.id}/errors.csv`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect((await file.text()).split('\r\n')).toEqual([
      'row,column,problem,details,file',
      '8,code,place unknown,text: Z9; type: district,',
      '9,year,period unreadable,text: never,',
      '10,people,not a number,text: lots,',
      '11,code,place unknown,text: =cmd(); type: district,',
      '12,,observation repeated,firstRow: 2; measure: people; period: 2023,',
      '',
    ]);
    const job = await room.read('data/import', bad, mapping(), { acceptRejected: true });
    expect(job).toMatchObject({ state: 'done', result: { kept: true, rejected: 5, new: 6 } });
    expect(await kept(room)).toBe(6);
  });

  test('[DT-2] sums by place and quarter; one unreadable part leaves its sum out', async () => {
    const room = await ready();
    const sums = mapping({
      place: { by: 'name', column: 'force', type: 'police-force-area' },
      period: { column: 'quarter' },
      where: [{ column: 'kind', is: ['police'] }],
      measures: [{ measure: mapping().measures[0]?.measure, value: { sumOf: 'people' } }],
    });
    const file = `quarter,force,kind,people
2023_q1,North Constabulary,police,4
2023_q1,north police,police,5
2023_q1,North Police,council,90
2023_q2,North Police,police,7
2023_q2,North Police,police,some
2023_q3,North Police,police,c
2023_q3,North Police,police,9
2023_q4,North Police,police,4
`;
    const refused = await room.read('data/import', file, sums);
    expect(refused).toMatchObject({
      state: 'refused',
      result: { skipped: 1, rejected: 1, new: 3 },
    });
    expect(refused.problems.map((each) => [each.where?.row, each.code])).toEqual([
      [6, 'not-a-number'],
      [5, 'sum-incomplete'],
    ]);
    await room.read('data/import', file, sums, { acceptRejected: true });
    expect(await values(room, 'Aham')).toEqual([
      ['2023-Q1', 9],
      ['2023-Q3', 'suppressed'],
      ['2023-Q4', 'suppressed'],
    ]);
  });

  test('[DT-7] [DT-8] small counts leave nowhere, and the partnership’s own limit counts', async () => {
    const room = await ready();
    const small = six
      .replace('A1,2023,10', 'A1,2023,4')
      .replace('B1,2023,20', 'B1,2023,0')
      .replace('C1,2023,30', 'C1,2023,9');
    await room.read('data/import', small, mapping());
    const id = await placeId(room, 'Cham');
    const seen = async () =>
      [
        (await Promise.all(['Aham', 'Bham', 'Cham', 'Dham'].map((name) => values(room, name)))).map(
          (each) => each[0]?.[1],
        ),
        PlacePosition.parse(await room.json(`/places/${id}/position?measure=people`)),
      ] as const;
    const [before, position] = await seen();
    expect(before).toEqual(['suppressed', 'suppressed', 9, 40]);
    expect(position).toMatchObject({ own: { value: 9 }, group: { n: 4, least: 9, most: 60 } });
    expect(position.members.map((each) => [each.name, each.value, each.suppressed])).toEqual([
      ['Aham', null, true],
      ['Bham', null, true],
      ['Cham', 9, false],
      ['Dham', 40, false],
      ['Eham', 50, false],
      ['Fham', 60, false],
    ]);
    const coordinator = await house.signIn(room.partnership, 'co-ordinator');
    await house.call(room.path, {
      method: 'PUT',
      cookie: coordinator,
      json: { name: 'Testshire', leastCell: 10 },
    });
    const [after, hidden] = await seen();
    expect(after).toEqual(['suppressed', 'suppressed', 'suppressed', 40]);
    expect(hidden).toMatchObject({ own: { value: null, suppressed: true }, reason: 'suppressed' });
    expect(hidden.group).toBeNull();
    expect(hidden.members.map((each) => each.name)).toEqual(['Cham']);
    const everything = JSON.stringify([
      await room.json(`/places/${id}/measures`),
      await room.json(`/places/${id}/series?measure=people`),
      hidden,
    ]);
    expect(everything).not.toMatch(/"(value|numerator|low|high|least)":9[,}]/);
  });

  test('a measure whose meaning would change is refused before anything is read', async () => {
    const room = await ready();
    await room.read('data/import', six, mapping());
    const other = await room.read('data/import', six, mapping({}, { unit: 'households' }));
    expect(other).toMatchObject({
      state: 'refused',
      result: null,
      problems: [{ code: 'measure-differs', details: { measure: 'people', fields: ['unit'] } }],
    });
    const renamed = await room.read('data/import', six, mapping({}, { title: 'Persons' }));
    expect(renamed.state).toBe('done');
    expect(await room.json('/measures')).toMatchObject({
      measures: [{ code: 'people', title: 'Persons', observations: 6, places: 6, first: '2023' }],
    });
  });

  test('a header without the columns, an empty file, and no text at all are refused', async () => {
    const room = await ready();
    const codes = async (content: string | Uint8Array) =>
      (await room.read('data/check', content, mapping())).problems.map((each) => [
        each.code,
        each.where?.column,
      ]);
    expect(await codes('code,people\nA1,1\n')).toEqual([['column-missing', 'year']]);
    expect(await codes('\n\n\n')).toEqual([['no-rows', undefined]]);
    expect(await codes(new Uint8Array(5000))).toEqual([['nul-character', '1']]);
    expect(await codes('"code,year,people\nA1')).toMatchObject([['quote-not-closed', '1']]);
  });

  test('other encodings and line ends come to the same', async () => {
    const room = await ready();
    const text = 'code;year;people;note\rA1;2023;50;Ynys Môn\rB1;2023;51;“quoted”\r';
    const noted = mapping({
      measures: [{ ...mapping().measures[0], note: 'note' }],
    });
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const windows = new Uint8Array(
      Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1'),
    );
    expect((await room.read('data/import', text, noted)).result).toMatchObject({ new: 2 });
    for (const bytes of [utf16, windows]) {
      expect((await room.read('data/import', bytes, noted)).result).toMatchObject({ same: 2 });
    }
  });

  test('a cancelled job keeps nothing', async () => {
    const room = await ready();
    const rows = Array.from({ length: 30_000 }, (_, at) => `A1,${1900 + (at % 100)},1`);
    const file = await room.upload(`code,year,people\n${rows.join('\n')}\n`);
    const answer = await room.send('/data/import', {
      file,
      mapping: mapping(),
      acceptRejected: true,
    });
    const { job } = z.object({ job: z.string() }).parse(await answer.json());
    expect((await room.send(`/jobs/${job}/cancel`, undefined)).status).toBe(200);
    await jobsEnded(house.database);
    expect(await room.json(`/jobs/${job}`)).toMatchObject({ state: 'cancelled', result: null });
    expect((await room.send(`/jobs/${job}/cancel`, undefined)).status).toBe(409);
    expect(await kept(room)).toBe(0);
    expect(await staged()).toBe(0);
  });

  test('jobs that a stopped server left running are ended at the next start', async () => {
    const room = await ready();
    const actor = { person: null, partnership: room.partnership, rater: null };
    const { id } = await within(house.database, actor, (tx) =>
      tx
        .insertInto('job')
        .values({
          partnership_id: room.partnership,
          kind: 'import-observations',
          title: 'x',
          state: 'running',
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    await endInterruptedJobs(house.database);
    expect(await room.json(`/jobs/${id}`)).toMatchObject({
      state: 'broken',
      problems: [{ code: 'interrupted' }],
    });
  });

  test('thousands of problems are all counted and all in the file, the first hundred at hand', async () => {
    const room = await ready();
    const rows = Array.from({ length: 12_000 }, (_, at) => `A1,2023,${at}`);
    const job = await room.read('data/check', `code,year,people\n${rows.join('\n')}\n`, mapping());
    expect(job).toMatchObject({ problemCount: 11_999, result: { rejected: 11_999, new: 1 } });
    expect(job.problems).toHaveLength(100);
    const file = await (await room.get(`/jobs/${job.id}/errors.csv`)).text();
    const listed = file.trim().split('\r\n').slice(1);
    expect(listed).toHaveLength(11_999);
    expect(listed.at(-1)).toContain('12001,');
  });
});
