import { sql } from 'kysely';
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mayMount, smallDisk } from '../testing/small-disk.ts';
import { dumpsIn } from './dump.ts';
import { levelOf, migrateTo } from './level.ts';
import { openAsItIs, openDatabase } from './open.ts';

const placeIn = (data: string) =>
  ({ home: { kind: 'pglite', folder: join(data, 'database') }, folder: data }) as const;
const clock = { now: () => new Date('2026-03-02T10:00:00Z') };

let scratch: string;
let old: string;
let folder: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'freehold-open-'));
  old = join(scratch, 'made-by-the-first-version');
  const opened = await openAsItIs(placeIn(old));
  if (!opened.ok) throw new Error('not opened');
  await migrateTo(opened.value.database, '0001-house');
  await opened.value.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(scratch, 'data-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

test('a data folder that is made is for its owner’s eyes only', async () => {
  expect((await stat(old)).mode & 0o077).toBe(0);
});

test('an embedded database that is about to change its form is dumped first, and only then', async () => {
  await cp(old, folder, { recursive: true });
  const opened = await openDatabase(placeIn(folder), clock);
  if (!opened.ok) throw new Error('not opened');
  expect(await levelOf(opened.value.database)).toMatchObject({ waiting: [], unknown: [] });
  await opened.value.close();
  expect((await dumpsIn(folder)).map((each) => each.name)).toEqual([
    'database-2026-03-02T10-00-00Z-before-change.tar.gz',
  ]);

  const again = await openDatabase(placeIn(folder), { now: () => new Date() });
  if (again.ok) await again.value.close();
  expect((await dumpsIn(folder)).length).toBe(1);
});

test('a database that a newer Freehold has changed is refused and left alone', async () => {
  await cp(old, folder, { recursive: true });
  const opened = await openAsItIs(placeIn(folder));
  if (!opened.ok) throw new Error('not opened');
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(
    opened.value.database,
  );
  await opened.value.close();
  expect(await openDatabase(placeIn(folder), clock)).toMatchObject({
    ok: false,
    problems: [{ code: 'database-too-new', details: { migrations: ['9999-later'] } }],
  });
  expect(await dumpsIn(folder)).toEqual([]);
});

/** Opens in a process of its own, as somebody else where this one is the superuser, whom nothing is closed to. */
function openAsNobody(data: string): unknown {
  const here = new URL('./open.ts', import.meta.url).href;
  const script = `const { openDatabase } = await import(${JSON.stringify(here)});
    const opened = await openDatabase(${JSON.stringify(placeIn(data))});
    console.log(JSON.stringify(opened));
    process.exit(0);`;
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...nobody,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

test('a read-only data folder is a problem that names it, and nothing in it is touched', async () => {
  // Somebody else must be able to come as far as the folder.
  await chmod(scratch, 0o755);
  await chmod(folder, 0o555);
  const before = await stat(folder);
  expect(openAsNobody(folder)).toMatchObject({
    ok: false,
    problems: [{ code: 'folder-not-writable', details: { folder, because: 'EACCES' } }],
  });
  expect((await stat(folder)).mtimeMs).toBe(before.mtimeMs);
  await chmod(folder, 0o755);
});

describe.skipIf(!(await mayMount()))('where a small disk can be mounted', () => {
  test('a disk without room for a database is a problem that says so, and leaves no half of one', async () => {
    const disk = await smallDisk(20);
    if (disk === null) throw new Error('no disk could be mounted');
    expect(await openDatabase(placeIn(disk.folder), clock)).toMatchObject({
      ok: false,
      problems: [{ code: 'disk-full', details: { folder: disk.folder } }],
    });
    expect(await readdir(disk.folder)).toEqual([]);
    await disk.close();
  });

  test('a disk that became read-only is a problem that names the folder', async () => {
    const disk = await smallDisk(200);
    if (disk === null) throw new Error('no disk could be mounted');
    await cp(old, disk.folder, { recursive: true });
    await disk.remount('ro');
    expect(await openDatabase(placeIn(disk.folder), clock)).toMatchObject({
      ok: false,
      problems: [{ code: 'folder-not-writable', details: { because: 'EROFS' } }],
    });
    await disk.remount('rw');
    const again = await openDatabase(placeIn(disk.folder), clock);
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
    await disk.close();
  });
});
