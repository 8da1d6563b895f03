import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { oddMembers, oddPartnerships } from '../../core/directory/testing.ts';
import { jobsEnded } from '../job/run.ts';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';
import { codes } from '../testing/stage.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

let house: TestHouse;
beforeAll(async () => {
  // A clock that goes on, so that imports come one after another.
  let ticks = Date.parse('2026-03-02T10:00:00Z');
  house = await testHouse(undefined, { now: () => new Date((ticks += 1000)) });
});
afterAll(() => house.close());

const Job = z.looseObject({
  state: z.string(),
  problemCount: z.number(),
  problems: z.array(z.looseObject({ code: z.string() })),
  result: z
    .looseObject({
      new: z.number(),
      same: z.number(),
      changed: z.number(),
      counts: z.record(z.string(), z.number()),
    })
    .nullable(),
});

async function read(
  room: DataRoom,
  what: 'check' | 'import',
  files: { partnerships: string; members: string | null },
) {
  const partnerships = await room.upload(files.partnerships, 'partnerships.csv');
  const members = files.members === null ? null : await room.upload(files.members, 'members.csv');
  const answer = await room.send(`/directory/${what}`, { partnerships, members });
  const { job } = z.object({ job: z.string() }).parse(await answer.json());
  await jobsEnded(house.database);
  return Job.parse(await room.json(`/jobs/${job}`));
}

const Listed = z.object({
  partnerships: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      members: z.number(),
      cleanUp: z.number(),
      profile: z.looseObject({}),
    }),
  ),
});
const listed = async (room: DataRoom) =>
  Listed.parse(await room.json('/directory/partnerships')).partnerships;
const Imports = z.object({
  imports: z.array(z.looseObject({ id: z.string(), undoneAt: z.string().nullable() })),
});
const imports = async (room: DataRoom) =>
  Imports.parse(await room.json('/directory/imports')).imports;

const odd = { partnerships: oddPartnerships, members: oddMembers };

describe('files of partnerships and members', () => {
  let room: DataRoom;
  beforeAll(async () => {
    room = await dataRoom(house);
  });

  test('a dry run says what would be, by row and column, and keeps nothing', async () => {
    const job = await read(room, 'check', odd);
    expect(job).toMatchObject({ state: 'done', result: { new: 6, kept: false, dryRun: true } });
    expect(job.problems).toContainEqual({
      code: 'answer-open',
      where: { row: 5, column: 'chaired' },
      details: { file: 'partnerships', text: 'TBD' },
    });
    expect(await listed(room)).toEqual([]);
    expect(await imports(room)).toEqual([]);
  });

  test('an import keeps partnerships, organisations, memberships and the queue', async () => {
    const job = await read(room, 'import', odd);
    expect(job.result).toMatchObject({ new: 6, same: 0, kept: true });
    // GLAA, Kent County Council, HMRC, Red Cross and the Lifeboat Men; GLAA is in two partnerships.
    expect(job.result?.counts).toMatchObject({ 'new.organisations': 5, 'new.memberships': 6 });
    expect(job.result?.counts['partnerships.rows.further-area']).toBe(1);
    const found = await listed(room);
    expect(found.map(({ name, members }) => [name, members])).toEqual([
      ['Coast Group', 1],
      ['Harbour Anti-Slavery Network', 4],
      ['Hill Forum', 0],
      ['Unnamed partnership 2', 0],
      ['Unnamed partnership 3', 1],
      ['Valley Board', 0],
    ]);
  });

  test('the same file again changes nothing and asks nothing twice', async () => {
    const before = await listed(room);
    const job = await read(room, 'import', odd);
    expect(job.result).toMatchObject({ new: 0, changed: 0, same: 6 });
    expect(job.result?.counts).toMatchObject({
      'new.organisations': 0,
      'new.memberships': 0,
      'new.clean-up': 0,
    });
    expect(await listed(room)).toEqual(before);
  });

  test('what a person has edited is not replaced, and they are asked', async () => {
    const coast = (await listed(room)).find(({ name }) => name === 'Coast Group');
    const edited = { name: 'Coastal Group', profile: { ...coast?.profile, note: 'By hand' } };
    await room.send(`/directory/partnerships/${coast?.id}`, edited, 'PUT');
    const changed = oddPartnerships.replace('Valley Board', 'The Valley Board');
    const job = await read(room, 'import', { partnerships: changed, members: null });
    expect(job.result).toMatchObject({ changed: 1, same: 4 });
    expect(job.result?.counts).toMatchObject({ 'partnerships.edited-here': 1 });
    const names = (await listed(room)).map(({ name }) => name);
    expect(names).toContain('Coastal Group');
    expect(names).toContain('The Valley Board');
  });

  test('undoing brings back what was before, but for what people have edited', async () => {
    const [newest, , first] = await imports(room);
    await room.send(`/directory/imports/${newest?.id}/undo`, {});
    expect((await listed(room)).map(({ name }) => name)).toContain('Valley Board');
    const undone = await room.send(`/directory/imports/${first?.id}/undo`, {});
    expect(await undone.json()).toEqual({ partnerships: 5, organisations: 4 });
    expect((await listed(room)).map(({ name, members }) => [name, members])).toEqual([
      ['Coastal Group', 1],
    ]);
    expect(await codes(await room.send(`/directory/imports/${first?.id}/undo`, {}))).toEqual([
      'undone-already',
    ]);
  });

  test('a file that is none of this kind is refused with its reason', async () => {
    const job = await read(room, 'import', { partnerships: 'a,b\n1,2\n', members: null });
    expect(job.state).toBe('refused');
    expect(job.problems[0]).toMatchObject({ code: 'column-missing', where: { row: 1 } });
  });

  test('only who may edit imports, and a file of others is not found', async () => {
    const partnerships = await room.upload(oddPartnerships);
    const member = await house.signIn(room.partnership, 'member');
    for (const what of ['check', 'import']) {
      const path = `${room.path}/directory/${what}`;
      const json = { partnerships, members: null };
      expect((await house.call(path, { cookie: member, json })).status).toBe(403);
      const other = await dataRoom(house, 'Elsewhere');
      expect((await other.send(`/directory/${what}`, json)).status).toBe(404);
    }
  });
});

const folder = fileURLToPath(
  new URL('../../../../shared/data/partnerships-2017/', import.meta.url),
);

test.skipIf(!existsSync(folder))('the files of 2017 come in whole', async () => {
  const room = await dataRoom(house, 'Nation');
  const job = await read(room, 'import', {
    partnerships: readFileSync(`${folder}partnerships.csv`, 'utf8'),
    members: readFileSync(`${folder}members.csv`, 'utf8'),
  });
  expect(job.result).toMatchObject({ rows: 107 + 73, new: 74 });
  expect(await listed(room)).toHaveLength(74);
});
