import { sql } from 'kysely';
import { mkdir } from 'node:fs/promises';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Config } from '../config.ts';
import { connect, type Database } from './connect.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';

export type OpenDatabase = { readonly database: Database; readonly close: () => Promise<void> };

const oldestServer = 150_000;

/**
 * Opens the configured database for this process and brings it to the newest form.
 *
 * Problems: `folder-in-use`, `folder-not-writable`, `database-unreachable`, `database-too-old`.
 */
export async function openDatabase({
  home,
  folder,
}: Pick<Config, 'home' | 'folder'>): Promise<Outcome<OpenDatabase>> {
  if (home.kind === 'postgres') {
    const database = connect(home);
    const version = await serverVersion(database);
    if (!version.ok) {
      await database.destroy();
      return version;
    }
    await mkdir(folder, { recursive: true });
    await migrate(database);
    return fine({ database, close: () => database.destroy() });
  }
  const lock = await lockFolder(folder);
  if (!lock.ok) return lock;
  const database = connect(home);
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    await lock.value.release();
    throw error;
  }
  return fine({
    database,
    close: async () => {
      await database.destroy();
      await lock.value.release();
    },
  });
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
