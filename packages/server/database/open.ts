import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Config } from '../config.ts';
import type { Clock } from '../ports.ts';
import { connect, type Database, type Home } from './connect.ts';
import { dump } from './dump.ts';
import { lockFolder } from './folder-lock.ts';
import { levelOf } from './level.ts';
import { migrate } from './migrate.ts';
import { stillFolder } from './still.ts';

export type OpenDatabase = { readonly database: Database; readonly close: () => Promise<void> };

type Place = Pick<Config, 'home' | 'folder'>;

const oldestServer = 150_000;
const leastRoomInBytes = 40_000_000;

/**
 * Opens the configured database for this process and brings it to the newest form. An embedded database that is
 * about to change its form is dumped first; when that cannot be done, nothing is changed.
 *
 * Problems: those of `openAsItIs` and `dump`, and `database-too-new` for one that a newer Freehold has changed.
 */
export async function openDatabase(
  place: Place,
  clock: Clock = { now: () => new Date() },
): Promise<Outcome<OpenDatabase>> {
  const opened = await openAsItIs(place);
  if (!opened.ok) return opened;
  const { database, close } = opened.value;
  try {
    const found = await bringUp(database, place, clock.now());
    if (found.length === 0) return opened;
    await close();
    return refused(...found);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens the configured database for this process and leaves it in the form it has; a new one is quite empty.
 *
 * Problems: `folder-in-use`, `folder-not-writable`, `database-not-opened`, `disk-full`, `database-unreachable`,
 * `database-too-old`.
 */
export function openAsItIs({ home, folder }: Place): Promise<Outcome<OpenDatabase>> {
  return home.kind === 'postgres' ? openServer(home, folder) : openEmbedded(home, folder);
}

async function bringUp(
  database: Database,
  { home, folder }: Place,
  now: Date,
): Promise<readonly Problem[]> {
  const { done, waiting, unknown } = await levelOf(database);
  if (unknown.length > 0) return [problem('database-too-new', { migrations: unknown })];
  const from = home.kind === 'pglite' ? home.folder : null;
  if (from !== null && done.length > 0 && waiting.length > 0) {
    const kept = await dump(database, { from, dataFolder: folder }, { now, why: 'before-change' });
    if (!kept.ok) return kept.problems;
  }
  await migrate(database);
  return [];
}

async function openServer(home: Home, folder: string): Promise<Outcome<OpenDatabase>> {
  const database = connect(home);
  const version = await serverVersion(database);
  if (!version.ok) {
    await database.destroy();
    return version;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return fine({ database, close: () => database.destroy() });
}

async function openEmbedded(
  home: Extract<Home, { kind: 'pglite' }>,
  folder: string,
): Promise<Outcome<OpenDatabase>> {
  const lock = await lockFolder(folder);
  if (!lock.ok) return lock;
  await rm(stillFolder(folder), { recursive: true, force: true });
  const isNew = home.folder !== null && !existsSync(home.folder);
  const database = connect(home);
  const close = async () => {
    await database.destroy();
    await lock.value.release();
  };
  try {
    await sql`select 1`.execute(database);
    return fine({ database, close });
  } catch (error) {
    // A new one that broke off half-made would stand in the way of the next attempt.
    await database.destroy();
    if (isNew && home.folder !== null) await rm(home.folder, { recursive: true, force: true });
    await lock.value.release();
    return refused(await whyNotOpened(folder, (error as Error).message));
  }
}

async function whyNotOpened(folder: string, because: string): Promise<Problem> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < leastRoomInBytes
    ? problem('disk-full', { folder, freeBytes: bavail * bsize })
    : problem('database-not-opened', { folder, because });
}

async function serverVersion(database: Database): Promise<Outcome<number>> {
  try {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::int as version`.execute(database);
    const version = rows[0]?.version ?? 0;
    if (version >= oldestServer) return fine(version);
    return refused(problem('database-too-old', { version, oldest: oldestServer }));
  } catch (error) {
    return refused(problem('database-unreachable', { because: (error as Error).message }));
  }
}
