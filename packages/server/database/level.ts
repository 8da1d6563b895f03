import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { provider } from './migrate.ts';
import type { Tables } from './tables.ts';

/** How far a database has come: migrations done, those still to do, and those that only a newer Freehold knows. */
export type Level = {
  readonly done: readonly string[];
  readonly waiting: readonly string[];
  readonly unknown: readonly string[];
};

/** Asks a database how far it has come; one that is quite empty has done nothing. */
export async function levelOf(database: Kysely<Tables>): Promise<Level> {
  const known = Object.keys(await provider.getMigrations());
  const done = await migrationsDone(database);
  return {
    done,
    waiting: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
  };
}

async function migrationsDone(database: Kysely<Tables>): Promise<readonly string[]> {
  const { rows: there } = await sql<{ kept: boolean }>`
    select to_regclass('public.kysely_migration') is not null as kept`.execute(database);
  if (there[0]?.kept !== true) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(database);
  return rows.map((row) => row.name);
}

/**
 * Brings a database as far as one migration and no further.
 *
 * @throws the first migration's error.
 */
export async function migrateTo(database: Kysely<Tables>, name: string): Promise<void> {
  const { error } = await new Migrator({ db: database, provider }).migrateTo(name);
  if (error !== undefined) throw error;
}
