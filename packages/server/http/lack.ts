import { cannotConnectNow } from '../database/pglite-dialect.ts';

/** What the machine lacks: a person can mend it, and nothing of the request has been kept. */
export type Lack = {
  readonly status: 503 | 507;
  readonly code: 'disk-full' | 'not-writable' | 'database-away';
};

const diskFull: Lack = { status: 507, code: 'disk-full' };
const notWritable: Lack = { status: 507, code: 'not-writable' };
const away: Lack = { status: 503, code: 'database-away' };

// PostgreSQL's codes have five signs: 53100 disk full, 25006 read only, 57P0x shut down or not there.
const lacks: Readonly<Record<string, Lack>> = {
  '53100': diskFull,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EROFS: notWritable,
  EACCES: notWritable,
  '25006': notWritable,
  [cannotConnectNow]: away,
  '57P01': away,
  '57P02': away,
  ECONNREFUSED: away,
  ECONNRESET: away,
};

/** Null where the fault is ours. */
export function lackOf(error: unknown): Lack | null {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? (lacks[code] ?? null) : null;
}
