import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mayMount, smallDisk } from '../testing/small-disk.ts';
import { connect, type Database } from './connect.ts';
import { dump, dumpFolder, dumpsIn } from './dump.ts';

let scratch: string;
let dataFolder: string;
let from: string;
let database: Database;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'freehold-dump-'));
  from = join(scratch, 'database');
  database = connect({ kind: 'pglite', folder: from });
  await sql`create table line (id int primary key, text text)`.execute(database);
});
beforeEach(async () => {
  dataFolder = await mkdtemp(join(scratch, 'data-'));
});
afterAll(async () => {
  await database.destroy();
  await rm(scratch, { recursive: true, force: true });
});

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 3));

async function add(id: number): Promise<void> {
  await sql`insert into line values (${id}, ${'x'.repeat(1000)})`.execute(database);
}

test('a dump made while rows are written opens as a database, with every row confirmed before it', async () => {
  for (let id = 0; id < 200; id += 1) await add(id);
  const writing = (async () => {
    for (let id = 200; id < 400; id += 1) await add(id);
  })();
  const made = await dump(database, { from, dataFolder }, { now: day(1) });
  await writing;
  expect(made).toMatchObject({ ok: true, value: { name: 'database-2026-03-01T03-00-00Z.tar.gz' } });

  const back = join(dataFolder, 'back');
  await mkdir(back);
  const file = join(dumpFolder(dataFolder), 'database-2026-03-01T03-00-00Z.tar.gz');
  execFileSync('tar', ['xzf', file, '-C', back]);
  const opened = connect({ kind: 'pglite', folder: back });
  const { rows } = await sql<{ n: number; most: number }>`
    select count(*) as n, max(id) as most from line`.execute(opened);
  await opened.destroy();
  expect(rows[0]?.n).toBeGreaterThanOrEqual(200);
  expect(rows[0]?.n).toBe((rows[0]?.most ?? 0) + 1);
});

test('the newest seven are kept, for their owner’s eyes only, and nothing else is left about', async () => {
  await mkdir(dumpFolder(dataFolder));
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
    await writeFile(join(dumpFolder(dataFolder), `database-2026-03-0${n}T03-00-00Z.tar.gz`), '');
  }
  await dump(database, { from, dataFolder }, { now: day(9) });
  const there = await dumpsIn(dataFolder);
  expect(there.map((each) => each.at)).toEqual([9, 8, 7, 6, 5, 4, 3].map(day));
  expect((await readdir(dumpFolder(dataFolder))).length).toBe(7);
  expect(await readdir(join(dataFolder, 'still'))).toEqual([]);
  expect((await stat(dumpFolder(dataFolder))).mode & 0o077).toBe(0);
  const newest = join(dumpFolder(dataFolder), there[0]?.name ?? '');
  expect((await stat(newest)).mode & 0o077).toBe(0);
});

test('a dump folder that was open to others is closed before anything is written', async () => {
  await mkdir(dumpFolder(dataFolder));
  await chmod(dumpFolder(dataFolder), 0o755);
  expect((await dump(database, { from, dataFolder }, { now: day(1) })).ok).toBe(true);
  expect((await stat(dumpFolder(dataFolder))).mode & 0o077).toBe(0);
});

describe.skipIf(!(await mayMount()))('where a small disk can be mounted', () => {
  test('a dump that finds no room says so, leaves nothing behind, and the database goes on', async () => {
    const disk = await smallDisk(5);
    if (disk === null) throw new Error('no disk could be mounted');
    const made = await dump(database, { from, dataFolder: disk.folder }, { now: day(1) });
    expect(made).toMatchObject({
      ok: false,
      problems: [{ code: 'dump-failed', details: { because: 'ENOSPC' } }],
    });
    expect(await readdir(join(disk.folder, 'still'))).toEqual([]);
    expect(await dumpsIn(disk.folder)).toEqual([]);
    await disk.close();
    await add(1000);
  });
});
