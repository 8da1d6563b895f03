import { sql } from 'kysely';
import { problem, type Problem } from '@freehold/core/problem';
import type { Database } from './connect.ts';

/**
 * What is wrong with the second wall: a role that row-level security does not bind, or a table of a partnership
 * that it does not guard. On PGlite the only account is a superuser, and every request leaves it for
 * `freehold_app`; on a server the login itself must be an ordinary owner.
 *
 * Problems: `role-above-walls` with the role, `table-without-wall` with the table.
 */
export async function wallFaults(database: Database, kind: 'pglite' | 'postgres') {
  const roles = await sql<{ name: string }>`select rolname as name from pg_roles
    where (rolsuper or rolbypassrls) and (rolname in ('freehold_app', 'freehold_installation')
      or (rolname = session_user and ${kind === 'postgres'}::boolean))`.execute(database);
  const tables = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not (c.relrowsecurity and c.relforcerowsecurity)
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid
        and a.attname = 'partnership_id' and not a.attisdropped)`.execute(database);
  return [
    ...roles.rows.map(({ name }): Problem => problem('role-above-walls', { role: name })),
    ...tables.rows.map(({ name }): Problem => problem('table-without-wall', { table: name })),
  ];
}

const mostSecondsApart = 60;

/**
 * Is the clock sane? It must agree with the database server's to a minute, and must not lie before the newest
 * row of the audit. Problems: `clock-apart`, `clock-behind`, each with the seconds.
 */
export async function clockFaults(database: Database, now: Date): Promise<readonly Problem[]> {
  const { rows } = await sql<{ at: Date; newest: Date | null }>`
    select clock_timestamp() as at, (select max(at) from audit_entry) as newest`.execute(database);
  const [row] = rows;
  if (row === undefined) return [];
  const apart = Math.round(Math.abs(row.at.getTime() - now.getTime()) / 1000);
  const behind = Math.round(((row.newest?.getTime() ?? 0) - now.getTime()) / 1000);
  return [
    ...(apart > mostSecondsApart ? [problem('clock-apart', { seconds: apart })] : []),
    ...(behind > mostSecondsApart ? [problem('clock-behind', { seconds: behind })] : []),
  ];
}
