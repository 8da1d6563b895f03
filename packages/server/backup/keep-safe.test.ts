import { sql } from 'kysely';
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect as connectTo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database/connect.ts';
import { dumpsIn } from '../database/dump.ts';
import { openDatabase, type OpenDatabase } from '../database/open.ts';
import { asInstallation } from '../database/within.ts';
import { ageOf } from './age.ts';
import { askServer, statusOf } from './ask.ts';
import { backup } from './backup.ts';
import { addressFile } from './control.ts';
import { keepSafe, type Kept } from './keep-safe.ts';
import { restore } from './restore.ts';
import { openSource } from './source.ts';

const hour = 60 * 60 * 1000;
const start = new Date();
let now = start;
const clock = { now: () => now };
const how = { passphrase: 'a phrase that is long enough', now: start, work: 8 };

let scratch: string;
let template: string;
let folder: string;
let opened: OpenDatabase;
let database: Database;
let kept: Kept;

const placeIn = (data: string) =>
  ({ home: { kind: 'pglite', folder: join(data, 'database') }, folder: data }) as const;

async function openIn(data: string): Promise<OpenDatabase> {
  const outcome = await openDatabase(placeIn(data), clock);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'freehold-keep-'));
  template = join(scratch, 'template');
  await (await openIn(template)).close();
});
beforeEach(async () => {
  now = new Date();
  folder = await mkdtemp(join(scratch, 'data-'));
  await cp(template, folder, { recursive: true });
  opened = await openIn(folder);
  database = opened.database;
  kept = await keepSafe(database, placeIn(folder), clock);
});
afterEach(async () => {
  await kept.stop();
  await opened.close();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const addPartnership = (name: string) =>
  asInstallation(database, (tx) => tx.insertInto('partnership').values({ name }).execute());

const isClearedAway = () =>
  expect.poll(() => readdir(join(folder, 'still')), { timeout: 60_000 }).toEqual([]);

describe('while a server runs on an embedded database', () => {
  test('a dump is made every 24 hours, and not before', async () => {
    const begin = now.getTime();
    await kept.look();
    expect(await dumpsIn(folder)).toEqual([]);
    now = new Date(begin + 25 * hour);
    await kept.look();
    now = new Date(begin + 48 * hour);
    await kept.look();
    expect((await dumpsIn(folder)).length).toBe(1);
    now = new Date(begin + 50 * hour);
    await kept.look();
    expect((await dumpsIn(folder)).length).toBe(2);
  });

  test('a backup is made of it, and comes back with what was written', async () => {
    await addPartnership('Written while it runs');
    await mkdir(join(folder, 'files'));
    await writeFile(join(folder, 'files', 'plan'), 'a plan');
    const source = await openSource(placeIn(folder));
    if (!source.ok) throw new Error(JSON.stringify(source.problems));
    expect(source.value.database).not.toBe(database);
    // What is written and removed from here on is not part of it.
    await addPartnership('Written later');
    await rm(join(folder, 'files', 'plan'));
    const file = join(folder, 'made.age');
    expect((await backup(source.value, file, how)).ok).toBe(true);
    await source.value.close();
    await isClearedAway();

    const into = await mkdtemp(join(scratch, 'data-'));
    await cp(template, into, { recursive: true });
    const back = await openIn(into);
    const target = { database: back.database, dataFolder: into };
    expect((await restore(file, how.passphrase, target)).ok).toBe(true);
    const names = await asInstallation(back.database, (tx) =>
      tx.selectFrom('partnership').select('name').execute(),
    );
    expect(names).toEqual([{ name: 'Written while it runs' }]);
    expect(await readdir(join(into, 'files'))).toEqual(['plan']);
    await back.close();
  });

  test('it goes on answering while a copy of it is read, and lends one copy at a time', async () => {
    const first = await openSource(placeIn(folder));
    expect(await openSource(placeIn(folder))).toMatchObject({
      ok: false,
      problems: [{ code: 'backup-running' }],
    });
    await addPartnership('Meanwhile');
    if (first.ok) await first.value.close();
    const second = await openSource(placeIn(folder));
    expect(second).toMatchObject({ ok: true });
    if (second.ok) await second.value.close();
    await isClearedAway();
  });

  test('it lends again as soon as the asker has hung up, however much there is to clear away', async () => {
    for (let time = 0; time < 5; time++) {
      const asked = await askServer(folder, 'backup');
      expect(asked?.answer).toHaveProperty('database');
      asked?.hangUp();
    }
    await isClearedAway();
  });

  test('the copy goes when its reader dies', async () => {
    const asked = await askServer(folder, 'backup');
    expect(await readdir(join(folder, 'still'))).toHaveLength(1);
    asked?.hangUp();
    await isClearedAway();
  });

  test('its door stands in a folder for its owner alone, says two words, and closes with the server', async () => {
    expect((await stat(dirname(addressFile(folder)))).mode & 0o077).toBe(0);
    expect(await statusOf(folder)).toMatchObject({ process: process.pid });
    const other = await new Promise<string>((resolve) => {
      const socket = connectTo(join(folder, 'control', 'socket'), () => socket.write('drop\n'));
      socket.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    });
    expect(JSON.parse(other)).toEqual({ problems: [{ code: 'unknown-word' }] });
    await kept.stop();
    expect(await statusOf(folder)).toBe(null);
    expect(await openSource(placeIn(folder))).toMatchObject({
      ok: false,
      problems: [{ code: 'folder-in-use' }],
    });
    kept = await keepSafe(database, placeIn(folder), clock);
  });

  test('a folder too deep for a socket’s address is served all the same', async () => {
    const deep = join(folder, 'a-folder-with-a-rather-long-name'.repeat(3), 'data');
    await cp(template, deep, { recursive: true });
    const there = await openIn(deep);
    const keptThere = await keepSafe(there.database, placeIn(deep), clock);
    expect(await statusOf(deep)).toMatchObject({ process: process.pid });
    await keptThere.stop();
    await there.close();
  });
});

test('the age of backup and dump is told, and said to be mended when it is too great', async () => {
  await writeFile(join(folder, 'secret'), 'x'.repeat(40));
  const begun = now.getTime();
  const at = (hours: number) => new Date(begun + hours * hour);
  expect(await ageOf(folder, { now: at(24), isRunning: false })).toEqual({
    backup: null,
    dump: null,
    problems: [],
  });
  const late = await ageOf(folder, { now: at(24 * 8), isRunning: true });
  expect(late.problems).toEqual([
    { code: 'backup-old', details: { days: null } },
    { code: 'dump-old', details: { hours: null } },
  ]);

  const made = { ...how, now: at(24 * 8) };
  await backup({ database, dataFolder: folder, pictured: null }, join(folder, 'a.age'), made);
  now = at(24 * 8);
  await kept.look();
  const after = await ageOf(folder, { now: at(24 * 8 + 1), isRunning: true });
  expect(after.problems).toEqual([]);
  expect(after.backup).toEqual(at(24 * 8));
  expect(after.dump?.getTime()).toBe(Math.floor(at(24 * 8).getTime() / 1000) * 1000);
});

test('nothing is kept for a PostgreSQL server, which looks after itself', async () => {
  const elsewhere = await mkdtemp(join(scratch, 'data-'));
  const place = {
    home: { kind: 'postgres', url: 'postgres://nowhere' },
    folder: elsewhere,
  } as const;
  const none = await keepSafe(database, place, clock);
  await none.look();
  await none.stop();
  expect(await readdir(elsewhere)).toEqual([]);
  await sql`select 1`.execute(database);
});
