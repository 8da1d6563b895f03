import { sql } from 'kysely';
import type { Work } from '../database/within.ts';

export type Column = {
  readonly name: string;
  /** As SQL writes it, such as `timestamp with time zone` or `text[]`. */
  readonly type: string;
  /** Whether the database counts its values up by itself. */
  readonly counts: boolean;
};
export type Table = { readonly name: string; readonly columns: readonly Column[] };

/** `child` names rows of `parent` through the constraint `name`. */
export type Reference = {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly deferrable: boolean;
};

/**
 * The tables that a backup holds, as the database itself lists them: all of the schema `public` but the migrations'
 * own, and but unlogged ones, which a crash empties anyway. Columns that the database works out are left out.
 */
export async function tablesOf(tx: Work): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string; columns: Column[] }>`
    select c.relname as name, json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'counts', pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
    ) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and c.relname not like 'kysely\\_%'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`.execute(tx);
  return rows;
}

export async function referencesOf(tx: Work): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select k.conname as name, c.relname as child, p.relname as parent, k.condeferrable as deferrable
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
    order by c.relname, k.conname`.execute(tx);
  return rows;
}

/**
 * Those of the tables that the installation's role does not see whole: a backup under it would leave rows out
 * without a word. Every table needs a policy for that role whose only condition is `true`, and the right to read.
 */
export async function notWhollySeen(tx: Work): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and c.relname not like 'kysely\\_%'
      and (not has_table_privilege('freehold_installation', c.oid, 'select')
        or not has_table_privilege('freehold_installation', c.oid, 'insert')
        or c.relrowsecurity and not (
          exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive
            and p.polcmd in ('r', '*') and p.polroles && array[0::oid, 'freehold_installation'::regrole]
            and pg_get_expr(p.polqual, c.oid) = 'true')
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive)))
    order by c.relname`.execute(tx);
  return rows.map((row) => row.name);
}
