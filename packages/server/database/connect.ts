import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import pg from 'pg';
import { pgliteDialect } from './pglite-dialect.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Where the data live: a PostgreSQL server, a PGlite folder, or memory (`folder: null`), which may begin with what
 * the file `dump` holds.
 */
export type Home =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'pglite'; readonly folder: string }
  | { readonly kind: 'pglite'; readonly folder: null; readonly dump?: string };

/**
 * Opens a database. Both kinds answer alike: bigint as number, date as ISO text, timestamptz as Date, jsonb parsed.
 * `log` sees every statement (tests count them).
 */
export function connect(home: Home, log?: (event: LogEvent) => void): Database {
  const dialect =
    home.kind === 'pglite' ? pgliteDialect(home) : new PostgresDialect({ pool: poolOf(home.url) });
  return new Kysely<Tables>({ dialect, ...(log && { log }) });
}

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // A server that restarts ends idle connections; the next query opens a new one, and a busy one fails by itself.
  pool.on('error', (error) => console.error('database connection lost:', error.message));
  return pool;
}

const int8 = 20;
const date = 1082;

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return Number;
    if (oid === date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;
