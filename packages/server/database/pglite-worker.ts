import { PGlite, types } from '@electric-sql/pglite';
import { openAsBlob } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { PgliteHome } from './pglite-dialect.ts';

// PGlite blocks the thread it runs on; here that is nobody's but its own.
// Numbers and dates come out as node-postgres gives them after `connect.ts` has set its parsers.

export type Call = {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
};
export type Answer = {
  readonly id: number;
  readonly rows?: unknown[];
  readonly affected?: number;
  /** The database broke down with this answer and can take no more calls. */
  readonly broken?: boolean;
  readonly error?: {
    readonly message: string;
    readonly code?: string;
    readonly detail?: string;
    readonly constraint?: string;
  };
};

const port = parentPort;
if (port === null) throw new TypeError('pglite-worker runs as a worker only');

const home = workerData as PgliteHome;
const database = await PGlite.create({
  ...(home.folder !== null && { dataDir: home.folder }),
  ...('dump' in home && { loadDataDir: await openAsBlob(home.dump) }),
  parsers: {
    [types.INT8]: Number,
    [types.DATE]: (text: string) => text,
  },
});

port.postMessage({ id: 0, rows: [] } satisfies Answer);

port.on('message', (call: Call | 'close') => {
  void (call === 'close' ? close() : answer(call));
});

type Failure = NonNullable<Answer['error']> & { readonly name: string; readonly severity?: string };

/** After a panic, or when the machine under it gave up, the next call would never come back. */
function isEnd({ name, severity = '' }: Failure): boolean {
  return ['PANIC', 'FATAL'].includes(severity) || ['RuntimeError', 'ExitStatus'].includes(name);
}

const bounds = ['begin', 'commit', 'rollback'];

async function answer(call: Call): Promise<void> {
  try {
    if (bounds.includes(call.sql)) {
      // One step inside PGlite where a query takes five; every request begins and ends several transactions.
      await database.exec(call.sql);
      port?.postMessage({ id: call.id } satisfies Answer);
      return;
    }
    const result = await database.query(call.sql, [...call.parameters]);
    port?.postMessage({ id: call.id, rows: result.rows, affected: result.affectedRows ?? 0 });
  } catch (error) {
    const { message, code, detail, constraint } = error as Failure;
    port?.postMessage({
      id: call.id,
      broken: isEnd(error as Failure),
      error: {
        message,
        ...(code !== undefined && { code }),
        ...(detail !== undefined && { detail }),
        ...(constraint !== undefined && { constraint }),
      },
    });
  }
}

async function close(): Promise<void> {
  await database.close();
  process.exit(0);
}
