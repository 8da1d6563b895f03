import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';

/**
 * A dump of an empty PGlite database in its newest form, for houses in memory: to load it takes a fifth of the time
 * that making and migrating one does. It is kept among the modules under a name that follows from what it is made
 * of, so that a changed migration makes a new one.
 */
export function template(): Promise<string> {
  return keptAs('house', ['migrate.ts', ...migrations()], migrate);
}

/** A dump of a PGlite database that holds nothing at all. */
export function emptyTemplate(): Promise<string> {
  return keptAs('empty', [], async () => undefined);
}

type Prepare = (database: Kysely<Tables>) => Promise<unknown>;

async function keptAs(name: string, sources: readonly string[], prepare: Prepare): Promise<string> {
  const file = join(cache, `${name}-${fingerprint(sources)}.tar`);
  if (!existsSync(file)) await make(file, prepare);
  return file;
}

const cache = fileURLToPath(new URL('../../../node_modules/.cache/freehold', import.meta.url));
const folder = fileURLToPath(new URL('../database', import.meta.url));

function migrations(): readonly string[] {
  const names = readdirSync(join(folder, 'migrations')).sort();
  return names.map((name) => join('migrations', name));
}

function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  // Which PGlite it is stands in the manifest.
  for (const source of ['../package.json', ...sources])
    hash.update(readFileSync(join(folder, source)));
  return hash.digest('hex').slice(0, 16);
}

async function make(file: string, prepare: Prepare): Promise<void> {
  const pglite = await PGlite.create();
  const database = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  await prepare(database);
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('none');
  await database.destroy();
  await mkdir(cache, { recursive: true });
  // Two test files may make it at once; whichever is renamed last stands, and both are whole.
  const own = `${file}.${process.pid}.${crypto.randomUUID()}`;
  await writeFile(own, new Uint8Array(await dump.arrayBuffer()));
  await rename(own, file);
}
