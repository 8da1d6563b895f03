import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { gzipped } from '../archive/gzip.ts';
import { pack } from '../archive/tar.ts';
import { writeWhole } from '../archive/whole.ts';
import type { Database } from '../database/connect.ts';
import { levelOf } from '../database/level.ts';
import { removeOldStill, stillFiles, stillFolder } from '../database/still.ts';
import type { Work } from '../database/within.ts';
import freehold from '../package.json' with { type: 'json' };
import { noteBackup } from './age.ts';
import { notWhollySeen, referencesOf, tablesOf, type Table } from './catalogue.ts';
import { entriesOf, filesIn, type Contents } from './contents.ts';
import { format, type Manifest } from './manifest.ts';
import { inOrder } from './order.ts';
import { sealed } from './seal.ts';

/** What is backed up: a database, and the data folder with the files and the secret that belong to it. */
export type Source = {
  readonly database: Database;
  readonly dataFolder: string;
  /** A folder with the files as they stood with the database; null when they are to be pictured now. */
  readonly pictured: string | null;
};

export type Made = {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
};

export type How = {
  readonly passphrase: string;
  readonly now: Date;
  /** Less than the usual cost of trying a passphrase, in tests only. */
  readonly work?: number;
};

/**
 * Writes everything into one encrypted file: a gzipped tar archive in the age format. Works while others write: all
 * rows are of one moment. Rows and files pass through; there is never more in memory than a page of them.
 *
 * Problems: `file-exists`, `file-not-written`, `nothing-to-back-up` where Freehold has never been started.
 */
export async function backup(source: Source, to: string, how: How): Promise<Outcome<Made>> {
  const file = resolve(to);
  if (existsSync(file)) return refused(problem('file-exists', { file }));
  if ((await levelOf(source.database)).done.length === 0) {
    return refused(problem('nothing-to-back-up'));
  }
  const picture = join(stillFolder(source.dataFolder), `backup-${process.pid}`);
  const live = join(source.dataFolder, 'files');
  try {
    await removeOldStill(source.dataFolder);
    // Once before the rows' moment, for files that go then, and once after it, for those that came before it.
    if (source.pictured === null) await stillFiles(live, picture);
    const manifest = await source.database.transaction().execute(async (tx) => {
      await sql`set transaction isolation level repeatable read, read only`.execute(tx);
      const contents = await contentsOf(tx, source, picture, how.now);
      const archive = gzipped(pack(entriesOf(tx, contents), how.now));
      await writeWhole(file, sealed(archive, how.passphrase, how.work));
      return contents.manifest;
    });
    const made = await summary(file, manifest);
    await noteBackup(source.dataFolder, how.now, made.bytes);
    return fine(made);
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    return refused(problem('file-not-written', { file, because: code }));
  } finally {
    await rm(picture, { recursive: true, force: true });
  }
}

async function contentsOf(
  tx: Work,
  { dataFolder, pictured }: Source,
  picture: string,
  now: Date,
): Promise<Contents> {
  // This first statement fixes the moment.
  const { done } = await levelOf(tx);
  if (pictured === null) await stillFiles(join(dataFolder, 'files'), picture);
  const files = await filesIn(pictured ?? picture);
  const tables = await orderedTables(tx);
  await beInstallation(tx);
  const manifest: Manifest = {
    format,
    freehold: freehold.version,
    madeAt: now.toISOString(),
    migrations: [...done],
    tables: await counted(tx, tables),
    files: { count: files.length, bytes: files.reduce((sum, each) => sum + each.size, 0) },
  };
  const secret = await readFile(join(dataFolder, 'secret'), 'utf8').catch(() => null);
  return { manifest, tables, files, secret };
}

async function orderedTables(tx: Work): Promise<readonly Table[]> {
  const hidden = await notWhollySeen(tx);
  if (hidden.length > 0) {
    throw new TypeError(`freehold_installation does not see all rows of ${hidden.join(', ')}`);
  }
  const tables = await tablesOf(tx);
  const byName = new Map(tables.map((table) => [table.name, table]));
  return inOrder([...byName.keys()], await referencesOf(tx)).flatMap(
    (name) => byName.get(name) ?? [],
  );
}

async function beInstallation(tx: Work): Promise<void> {
  await sql`select set_config('role', 'freehold_installation', true),
    set_config('timezone', 'UTC', true)`.execute(tx);
}

async function counted(tx: Work, tables: readonly Table[]): Promise<Manifest['tables']> {
  const found: Manifest['tables'] = [];
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.id(name)}`.execute(tx);
    const typed = columns.map((column) => ({ name: column.name, type: column.type }));
    found.push({ name, rows: rows[0]?.n ?? 0, columns: typed });
  }
  return found;
}

async function summary(file: string, { tables, files }: Manifest): Promise<Made> {
  return {
    file,
    bytes: (await stat(file)).size,
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    files: files.count,
  };
}
