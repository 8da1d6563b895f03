import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { Worker } from 'node:worker_threads';
import type { Home } from './connect.ts';
import type { Answer, Call } from './pglite-worker.ts';

export type PgliteHome = Extract<Home, { kind: 'pglite' }>;

/**
 * Kysely on PGlite in a worker thread. `folder: null` keeps everything in memory.
 *
 * PGlite has one session for everybody, so a connection is lent to one transaction at a time and the others
 * wait their turn: what one request sets with SET LOCAL can never be seen by another.
 *
 * A database that broke down (a full disk stops it in mid-write) is opened again when it is next asked for; until
 * that succeeds every caller gets an error with the code of `cannotConnectNow`, and none waits for ever.
 */
export function pgliteDialect(home: PgliteHome): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(home),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** What PostgreSQL says while it cannot take callers. */
export const cannotConnectNow = '57P03';

/** How long a failed opening stands before the next caller tries again. */
const restInMilliseconds = 2000;

class PgliteDriver implements Driver {
  readonly #home: PgliteHome;
  #session: PgliteSession | null = null;
  #notBefore = 0;
  #turn: Promise<void> = Promise.resolve();
  readonly #release = new Map<DatabaseConnection, () => void>();

  constructor(home: PgliteHome) {
    this.#home = home;
  }

  async init(): Promise<void> {
    this.#session = await PgliteSession.open(this.#home);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    try {
      const connection = new PgliteConnection(await this.#living());
      this.#release.set(connection, resolve);
      return connection;
    } catch (error) {
      resolve();
      throw error;
    }
  }

  async #living(): Promise<PgliteSession> {
    if (this.#session === null) throw new TypeError('the database is not open');
    if (!this.#session.isGone) return this.#session;
    if (this.#home.folder === null || performance.now() < this.#notBefore) throw away();
    try {
      this.#session = await PgliteSession.open(this.#home);
      return this.#session;
    } catch (error) {
      this.#notBefore = performance.now() + restInMilliseconds;
      throw away(error);
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#release.get(connection)?.();
    this.#release.delete(connection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A database that broke down has rolled back already; the error that matters is the first one.
    if (this.#session?.isGone === true) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#session?.close();
    this.#session = null;
  }
}

function away(cause?: unknown): Error {
  const error = new Error('the database cannot be used now', { cause });
  return Object.assign(error, { code: cannotConnectNow });
}

class PgliteConnection implements DatabaseConnection {
  readonly #session: PgliteSession;

  constructor(session: PgliteSession) {
    this.#session = session;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.#session.ask(query.sql, query.parameters);
    return { rows: rows as Row[], numAffectedRows: BigInt(affected) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new TypeError('PGlite does not stream; ask for pages');
  }
}

type Reply = { readonly rows: unknown[]; readonly affected: number };

class PgliteSession {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<Reply>>();
  #last = 0;
  #gone = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(away()));
  }

  /** True once it has been closed or broke down: it will answer nobody. */
  get isGone(): boolean {
    return this.#gone;
  }

  static async open(home: PgliteHome): Promise<PgliteSession> {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: home,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const session = new PgliteSession(worker);
    await session.#expect(0).promise;
    return session;
  }

  ask(sql: string, parameters: readonly unknown[]): Promise<Reply> {
    if (this.#gone) return Promise.reject(away());
    this.#last += 1;
    const reply = this.#expect(this.#last);
    this.#worker.postMessage({ id: this.#last, sql, parameters } satisfies Call);
    return reply.promise;
  }

  async close(): Promise<void> {
    if (this.#gone) return;
    const gone = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    await gone;
  }

  #expect(id: number): PromiseWithResolvers<Reply> {
    const reply = Promise.withResolvers<Reply>();
    this.#waiting.set(id, reply);
    return reply;
  }

  #settle({ id, rows = [], affected = 0, error, broken = false }: Answer): void {
    if (broken) {
      this.#gone = true;
      void this.#worker.terminate();
    }
    const reply = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reply?.reject(Object.assign(new Error(error.message), error));
    else reply?.resolve({ rows, affected });
  }

  #fail(error: unknown): void {
    this.#gone = true;
    for (const reply of this.#waiting.values()) reply.reject(error);
    this.#waiting.clear();
  }
}
