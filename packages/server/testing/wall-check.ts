import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { within } from '../database/within.ts';

/** Tables whose rows belong to a partnership, by name. */
export async function ownedTables(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'partnership_id' order by 1`.execute(database);
  return rows.map(({ name }) => name);
}

/** Whose rows the database shows to work of a partnership, or of none, table by table; shared rows aside. */
export async function shownTo(
  database: Database,
  partnership: string | null,
): Promise<readonly { readonly table: string; readonly partnership: string }[]> {
  const tables = await ownedTables(database);
  const each = tables.map(
    (table) => sql`select distinct ${sql.lit(table)} as "table", partnership_id as partnership
      from ${sql.table(table)} where partnership_id is not null`,
  );
  const { rows } = await within(database, { person: null, rater: null, partnership }, (tx) =>
    sql<{ table: string; partnership: string }>`
      ${sql.join(each, sql` union all `)}`.execute(tx),
  );
  return rows.toSorted((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : 0));
}

/** Tables of partnerships around which there is no wall: row-level security not forced, or hardly a policy. */
export async function unwalled(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid
        and a.attname = 'partnership_id' and not a.attisdropped)
      and not (c.relrowsecurity and c.relforcerowsecurity
        and (select count(*) from pg_policy p where p.polrelid = c.oid) >= 2)
    order by 1`.execute(database);
  return rows.map(({ name }) => name);
}
