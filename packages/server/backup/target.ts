import { sql } from 'kysely';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '@freehold/core/problem';
import { levelOf, migrateTo } from '../database/level.ts';
import { migrate } from '../database/migrate.ts';
import type { Work } from '../database/within.ts';
import { referencesOf, tablesOf, type Table } from './catalogue.ts';
import type { Manifest } from './manifest.ts';
import { keptLate } from './order.ts';

/** The database's side of a restore, in one transaction: made ready, filled by somebody, finished. */
export type ReadyTarget = {
  readonly tables: ReadonlyMap<string, Table>;
  /** Puts the guards back, lets numbers go on after the highest, and brings the database to the newest form. */
  readonly finish: () => Promise<void>;
};

/**
 * Why a backup cannot go into a place; empty when it can. A place is empty where Freehold was never started: there is
 * no partnership, nobody, and no uploaded file. What migrations alone have put there does not count.
 */
export async function faultsOf(
  tx: Work,
  dataFolder: string,
  { migrations }: Manifest,
): Promise<readonly Problem[]> {
  const { done, waiting, unknown } = await levelOf(tx);
  const known = [...done, ...waiting];
  const strange = migrations.filter((name) => !known.includes(name));
  if (strange.length > 0) return [problem('backup-too-new', { migrations: strange })];
  const files = (await readdir(join(dataFolder, 'files')).catch(() => [])).length;
  const found = await contentOf(tx, done.length > 0);
  if (files > 0 || Object.values(found).some((count) => count > 0)) {
    return [problem('not-empty', { ...found, files })];
  }
  const further = [...unknown, ...done.filter((name) => !migrations.includes(name))];
  return further.length > 0 ? [problem('place-too-new', { migrations: further })] : [];
}

async function contentOf(tx: Work, isOurs: boolean): Promise<Record<string, number>> {
  if (!isOurs) {
    const { rows } = await sql<{ tables: number }>`select count(*) as tables from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(tx);
    return { tables: rows[0]?.tables ?? 0 };
  }
  await sql`lock table partnership, person in access exclusive mode`.execute(tx);
  return asInstallation(tx, async () => {
    const { rows } = await sql<{ partnerships: number; people: number }>`
      select (select count(*) from partnership) as partnerships,
        (select count(*) from person) as people`.execute(tx);
    return { ...rows[0] };
  });
}

/** Brings an empty place to the form that the backup has, and lays its guards aside while rows come in. */
export async function makeReady(tx: Work, manifest: Manifest): Promise<ReadyTarget> {
  await migrateTo(tx, manifest.migrations.at(-1) ?? '');
  const tables = new Map((await tablesOf(tx)).map((table) => [table.name, table]));
  const order = manifest.tables.map((table) => table.name);
  const late = keptLate(order, await referencesOf(tx)).filter((each) => !each.deferrable);
  const everyTable = [...tables.keys()].map((name) => sql.id(name));
  await sql`truncate ${sql.join(everyTable)} cascade`.execute(tx);
  for (const { child, name } of late) {
    await sql`alter table ${sql.id(child)} alter constraint ${sql.id(name)}
      deferrable initially deferred`.execute(tx);
  }
  await setTriggers(tx, tables, 'disable');
  return {
    tables,
    finish: async () => {
      await sql`set constraints all immediate`.execute(tx);
      for (const { child, name } of late) {
        await sql`alter table ${sql.id(child)} alter constraint ${sql.id(name)}
          not deferrable`.execute(tx);
      }
      await setTriggers(tx, tables, 'enable');
      await countOn(tx, tables);
      await migrate(tx);
    },
  };
}

// What triggers watch over was watched over when the rows were first written; they are not to write on rows again.
async function setTriggers(
  tx: Work,
  tables: ReadonlyMap<string, Table>,
  what: 'disable' | 'enable',
): Promise<void> {
  for (const name of tables.keys()) {
    await sql`alter table ${sql.id(name)} ${sql.raw(what)} trigger user`.execute(tx);
  }
}

async function countOn(tx: Work, tables: ReadonlyMap<string, Table>): Promise<void> {
  for (const { name, columns } of tables.values()) {
    for (const column of columns.filter((each) => each.counts)) {
      const highest = await asInstallation(tx, async () => {
        const { rows } = await sql<{ highest: string | null }>`
          select max(${sql.id(column.name)})::text as highest from ${sql.id(name)}`.execute(tx);
        return rows[0]?.highest ?? null;
      });
      if (highest === null) continue;
      await sql`select setval(pg_get_serial_sequence(quote_ident(${name}), ${column.name}),
        ${highest}::bigint)`.execute(tx);
    }
  }
}

/** Runs work under the role that sees every row, and goes back to the owner, who alone may change tables. */
export async function asInstallation<T>(tx: Work, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'freehold_installation', true)`.execute(tx);
  const result = await work();
  await sql`select set_config('role', 'none', true)`.execute(tx);
  return result;
}
