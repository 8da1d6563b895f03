import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import pg from 'pg';
import { pgliteDialect } from './pglite-dialect.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** Where the data live: a PostgreSQL server, a PGlite folder, or memory (`folder: null`). */
export type Home =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'pglite'; readonly folder: string | null };

/**
 * Opens a database. Both kinds answer alike: bigint as number, date as ISO text, timestamptz as Date, jsonb parsed.
 * `log` sees every statement (tests count them).
 */
export function connect(home: Home, log?: (event: LogEvent) => void): Database {
  const dialect =
    home.kind === 'pglite'
      ? pgliteDialect(home.folder)
      : new PostgresDialect({ pool: new pg.Pool({ connectionString: home.url, max: 10, types }) });
  return new Kysely<Tables>({ dialect, ...(log && { log }) });
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
