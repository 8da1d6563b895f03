import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asInstallation, within } from '../database/within.ts';
import { jobsEnded } from '../job/run.ts';
import { Job } from '../job/routes.ts';
import { UndonePart } from '../job/undone.ts';
import { dataRoom, type DataRoom, type FinishedJob } from '../testing/data-room.ts';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

const lookup = {
  kind: 'places',
  places: [
    { type: 'district', code: 'd', name: 'dn' },
    { type: 'police-force-area', code: 'p', name: 'pn' },
  ],
  parents: [['district', 'police-force-area']],
};
const places =
  'd,dn,p,pn\nA1,Aham,P1,North Police\nB1,Bham,P1,North Police\nC1,Cham,P1,North Police\n';
const mapping = {
  kind: 'observations',
  dataSet: { code: 'set', title: 'A set', publisher: 'Somebody' },
  place: { by: 'code', column: 'code', type: 'district' },
  period: { column: 'year' },
  measures: [
    {
      measure: { code: 'v', title: 'V', direction: '-', valueKind: 'count', decimals: 0 },
      value: { column: 'v' },
    },
  ],
};

type Values = Readonly<Record<string, number>>;

const file = (values: Values) =>
  `code,year,v\n${Object.entries(values)
    .map(([code, value]) => `${code},2023,${value}\n`)
    .join('')}`;

describe.each(homes)('taking an import back on %s', (_name, open) => {
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
    await room.read('places/import', places, lookup);
    return room;
  }

  const actor = (room: DataRoom) => ({ person: null, rater: null, partnership: room.partnership });

  async function values(room: DataRoom): Promise<Values> {
    const { rows } = await within(house.database, actor(room), (tx) =>
      sql<{ code: string; value: number }>`select p.code, o.value from observation o
        join place p on p.id = o.place_id order by p.code`.execute(tx),
    );
    return Object.fromEntries(rows.map(({ code, value }) => [code, value]));
  }

  async function tally(room: DataRoom, table: string): Promise<number> {
    const { rows } = await within(house.database, actor(room), (tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
        where partnership_id is not null`.execute(tx),
    );
    return rows[0]?.n ?? -1;
  }

  const bring = (room: DataRoom, given: Values, more = mapping) =>
    room.read('data/import', file(given), more);

  const parts = z.object({ parts: z.array(UndonePart) });

  /** Takes it back, and holds what was said before beside what was done. */
  async function undo(room: DataRoom, { id }: FinishedJob): Promise<Record<string, number[]>> {
    const said = parts.parse(await room.json(`/jobs/${id}/undo`)).parts;
    const answer = await room.send(`/jobs/${id}/undo`, {});
    expect(answer.status).toBe(200);
    const { job } = z.object({ job: z.string() }).parse(await answer.json());
    await jobsEnded(house.database);
    const ended = Job.parse(await room.json(`/jobs/${job}`));
    expect(ended.state).toBe('done');
    expect(ended.result?.undone).toEqual(said);
    return Object.fromEntries(
      said.map(({ what, removed, restored, later, held }) => [
        what,
        [removed, restored, later, held],
      ]),
    );
  }

  test('[DT-13] what it brought goes, with its data set and its measure, its file and what was found in it', async () => {
    const room = await ready();
    const before = await tally(room, 'upload');
    const job = await room.read('data/import', `${file({ A1: 1, B1: 2 })}X9,2023,3\n`, mapping, {
      acceptRejected: true,
    });
    expect(job).toMatchObject({ state: 'done', undoable: true, problemCount: 1 });
    expect(await undo(room, job)).toEqual({
      observation: [2, 0, 0, 0],
      data_set: [1, 0, 0, 0],
      measure: [1, 0, 0, 0],
    });
    expect(await values(room)).toEqual({});
    expect(await tally(room, 'upload')).toBe(before);
    const after = Job.parse(await room.json(`/jobs/${job.id}`));
    expect(after).toMatchObject({ undoable: false, problemCount: 0, problems: [] });
    expect(after.undoneAt).not.toBeNull();
    expect((await room.send(`/jobs/${job.id}/undo`, {})).status).toBe(409);
    expect(await (await room.get(`/jobs/${job.id}/undo`)).json()).toMatchObject({
      problems: [{ code: 'undone-already' }],
    });
    expect([await tally(room, 'import_before'), await tally(room, 'data_set')]).toEqual([0, 0]);
  });

  test('[DT-13] what it wrote over is what it was; the description of the data set too', async () => {
    const room = await ready();
    await bring(room, { A1: 1, B1: 2 });
    const wrong = { ...mapping, dataSet: { ...mapping.dataSet, title: 'Another' } };
    const job = await bring(room, { A1: 9, B1: 2, C1: 3 }, wrong);
    expect(await undo(room, job)).toEqual({
      observation: [1, 1, 0, 0],
      data_set: [0, 1, 0, 0],
      measure: [0, 1, 0, 0],
    });
    expect(await values(room)).toEqual({ A1: 1, B1: 2 });
    const { dataSets } = z
      .object({ dataSets: z.array(z.object({ title: z.string() })) })
      .parse(await room.json('/data-sets'));
    expect(dataSets).toEqual([{ title: 'A set' }]);
  });

  test('what a later import changed or said too stays, and is that one’s to take back', async () => {
    const room = await ready();
    const first = await bring(room, { A1: 1, B1: 2, C1: 3 });
    const second = await bring(room, { A1: 1, B1: 7 });
    expect((await undo(room, first)).observation).toEqual([1, 0, 2, 0]);
    expect(await values(room)).toEqual({ A1: 1, B1: 7 });
    expect((await undo(room, second)).observation).toEqual([2, 0, 0, 0]);
    expect(await values(room)).toEqual({});
  });

  test('[DT-13] in whatever order imports are taken back, the values are those of the ones left, made in order', async () => {
    const some = fc.dictionary(fc.constantFrom('A1', 'B1', 'C1'), fc.integer({ min: 0, max: 2 }), {
      noNullPrototype: true,
    });
    const imports = fc.array(some, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(imports, fc.array(fc.nat(), { maxLength: 4 }), async (files, picks) => {
        const room = await ready();
        const made: { job: FinishedJob; values: Values }[] = [];
        for (const given of files) made.push({ job: await bring(room, given), values: given });
        for (const pick of picks) {
          const [gone] = made.splice(pick % Math.max(1, made.length), 1);
          if (gone === undefined) break;
          await undo(room, gone.job);
          const left: Values = Object.assign({}, ...made.map((each) => each.values));
          const sorted = Object.entries(left).toSorted(([a], [b]) => (a < b ? -1 : 1));
          expect(await values(room)).toEqual(Object.fromEntries(sorted));
        }
      }),
      { numRuns: 12, seed: 25 },
    );
  });

  test('[DT-13] places go, those aside that something rests on; a name and a link are what they were', async () => {
    const room = await dataRoom(house);
    const first = await room.read('places/import', places, lookup);
    await bring(room, { A1: 1 });
    const second = await room.read('places/import', 'd,dn,p,pn\nB1,Other,P2,South\n', lookup);
    expect(await undo(room, second)).toEqual({
      place_parent: [1, 0, 0, 0],
      place: [1, 1, 0, 0],
    });
    expect(await room.json('/places?query=Bham')).toMatchObject({ total: 1 });
    expect(await undo(room, first)).toEqual({
      place_parent: [3, 0, 0, 0],
      place: [3, 0, 0, 1],
    });
    expect(await values(room)).toEqual({ A1: 1 });
    expect(await tally(room, 'place')).toBe(1);
  });

  test('boundaries and numbers of people go as they came', async () => {
    const room = await ready();
    const people = {
      kind: 'populations',
      place: { by: 'code', column: 'code', type: 'district' },
      year: { column: 'year' },
      population: { column: 'people' },
    };
    await room.read('places/import', 'code,year,people\nA1,2023,100\n', people);
    const more = await room.read(
      'places/import',
      'code,year,people\nA1,2023,200\nB1,2023,5\n',
      people,
    );
    expect(more).toMatchObject({ state: 'done' });
    expect(await undo(room, more)).toEqual({ place_population: [1, 1, 0, 0] });
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const feature = (code: string) => ({
      type: 'Feature',
      properties: { code, name: `${code} name` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    });
    const shapes = { type: 'FeatureCollection', features: [feature('A1'), feature('Z1')] };
    const boundaries = await room.read('places/import', JSON.stringify(shapes), {
      kind: 'boundaries',
      type: 'district',
      code: 'code',
      name: 'name',
    });
    expect(boundaries).toMatchObject({ state: 'done' });
    expect(await undo(room, boundaries)).toEqual({
      place_boundary: [2, 0, 0, 0],
      place: [1, 0, 0, 0],
    });
  });

  test('only an import that was kept, of one’s own partnership, by who may import', async () => {
    const room = await ready();
    const check = await room.read('data/check', file({ A1: 1 }), mapping);
    expect(check.undoable).toBe(false);
    expect((await room.send(`/jobs/${check.id}/undo`, {})).status).toBe(409);
    const job = await bring(room, { A1: 1 });
    const path = `${room.path}/jobs/${job.id}/undo`;
    const member = await house.signIn(room.partnership, 'member');
    expect((await house.call(path, { method: 'POST', json: {}, cookie: member })).status).toBe(403);
    const other = await dataRoom(house, 'Elsewhere');
    expect((await other.send(`/jobs/${job.id}/undo`, {})).status).toBe(404);
    expect((await house.call(path, { cookie: other.cookie })).status).toBe(404);
    expect(await values(room)).toEqual({ A1: 1 });
    const audited = await asInstallation(house.database, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from audit_entry
        where action like 'POST %/jobs/{job}/undo' and outcome is not null`.execute(tx),
    );
    expect(audited.rows[0]?.n).toBeGreaterThan(0);
  });
});
