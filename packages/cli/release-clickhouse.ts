import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ClickHouseError, createClient, type ClickHouseClient } from '@clickhouse/client';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { assembled, type CountInput, type Grouped } from '@freehold/core/release';
import type { Engine } from './release-engine.ts';

/** Where a cluster is: the servers' HTTP addresses, and what the cluster is called in their configuration. */
export type Address = {
  readonly servers: readonly string[];
  readonly database: string;
  /** Null: one server by itself. */
  readonly cluster: string | null;
  readonly user: string;
  readonly password: string;
};

const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/**
 * Reads `clickhouse://[user:password@]host:port[,host:port …]/database[?cluster=name]`. Database and cluster are plain
 * identifiers: nothing else of an address comes into a statement. Several servers need a cluster. Problem `engine-address`.
 */
export function addressOf(text: string): Outcome<Address> {
  const found =
    /^clickhouse:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]+)\/([^?]*)(?:\?cluster=(.*))?$/.exec(text);
  const [, user = 'default', password = '', hosts = '', database = '', cluster] = found ?? [];
  const servers = hosts.split(',');
  const wrong =
    found === null ||
    !identifier.test(database) ||
    (cluster === undefined ? servers.length > 1 : !identifier.test(cluster)) ||
    !servers.every((server) => /^[A-Za-z0-9.-]+:\d{1,5}$/.test(server));
  if (wrong) return refused(problem('engine-address'));
  return fine({
    ...{ servers: servers.map((server) => `http://${server}`), database, cluster: cluster ?? null },
    ...{ user: decodeURIComponent(user), password: decodeURIComponent(password) },
  });
}

/**
 * Counts on a ClickHouse cluster: the table's codes (no name and no value of it) go into a table of their own, spread
 * over the shards; each set of columns is grouped there; what comes back is put together here, and the tables are
 * dropped. SQL as version 18.16 knows it; only numbers and identifiers of ours are in it.
 *
 * A shard that does not answer, at any time, is the problem `engine-failed`: fewer rows are never counted in silence.
 */
export function clickhouseEngine(text: string): Outcome<Engine> {
  const address = addressOf(text);
  if (!address.ok) return address;
  return fine(async (input, options, { watch = {} }) => {
    const cluster = new Cluster(address.value, input);
    try {
      await cluster.fill();
      let sets = 0;
      const counts = await assembled(input, options, async (asked) => {
        if (watch.stop?.() === true) throw new Stopped();
        const grouped = await Promise.all(asked.map((set) => cluster.grouped(set, options.least)));
        sets += asked.length;
        watch.seen?.(sets, sets);
        return grouped;
      });
      await cluster.complete();
      return fine(counts);
    } catch (error) {
      return refused(faultOf(error));
    } finally {
      await cluster.close();
    }
  });
}

class Stopped extends Error {}
class Incomplete extends Error {}

/** Rows that are sent in one statement. */
const rowsAtOnce = 100_000;
/** Statements that are under way at a time, of each server's hundred. */
const statementsAtOnce = 8;

// A missing shard is an error, and rows are there when the statement that sends them ends.
const settings = { skip_unavailable_shards: 0, insert_distributed_sync: 1 } as const;

/** The codes of one table on the servers, for as long as one count takes. */
class Cluster {
  readonly #input: CountInput;
  readonly #address: Address;
  readonly #clients: readonly ClickHouseClient[];
  readonly #own: string;
  readonly #all: string;

  constructor(address: Address, input: CountInput) {
    this.#input = input;
    this.#address = address;
    this.#own = `freehold_${randomUUID().replaceAll('-', '')}`;
    this.#all = address.cluster === null ? this.#own : `${this.#own}_all`;
    this.#clients = address.servers.map((url) =>
      createClient({
        ...{ url, username: address.user, password: address.password, database: address.database },
        max_open_connections: statementsAtOnce,
        clickhouse_settings: settings,
        // What the client would log are statements; problems are said by the command.
        log: { level: 127 },
      }),
    );
  }

  /** Makes the tables and sends the codes. */
  async fill(): Promise<void> {
    const { cluster, database } = this.#address;
    const columns = this.#input.columns.map((_, at) => `c${at} UInt32`).join(', ');
    const made = `(r UInt64, ${columns})`;
    for (const client of this.#clients)
      await command(client, `CREATE TABLE ${this.#own} ${made} ENGINE = MergeTree ORDER BY r`);
    if (cluster !== null)
      await command(
        this.#first,
        `CREATE TABLE ${this.#all} ${made} ENGINE = Distributed(${cluster}, ${database}, ${this.#own}, r)`,
      );
    for (let row = 0; row < this.#input.rows; row += rowsAtOnce)
      await this.#first.insert({
        table: this.#all,
        values: Readable.from(this.#lines(row), { objectMode: false }),
        format: 'TabSeparated',
      });
    await this.complete();
  }

  /** The combinations of a set of columns, sorted, with their counts. */
  async grouped(set: readonly number[], least: number): Promise<Grouped> {
    const columns = set.map((column) => `c${column}`);
    const list = columns.join(', ');
    const filled = columns.map((column) => `${column} > 0`).join(' AND ');
    const having = least > 1 ? ` HAVING count() >= ${least}` : '';
    const numbers = await this.#numbers(
      `SELECT ${list}, count() FROM ${this.#all} WHERE ${filled} GROUP BY ${list}${having} ORDER BY ${list}`,
    );
    return { width: set.length + 1, numbers };
  }

  /** @throws Incomplete unless all rows are there, before and after. */
  async complete(): Promise<void> {
    const [rows = 0] = await this.#numbers(`SELECT count() FROM ${this.#all}`);
    if (rows !== this.#input.rows) throw new Incomplete(`${rows} of ${this.#input.rows} rows`);
  }

  /** Drops the tables wherever a server still answers. */
  async close(): Promise<void> {
    const drop = (client: ClickHouseClient, table: string) =>
      command(client, `DROP TABLE IF EXISTS ${table}`).catch(() => {});
    if (this.#all !== this.#own) await drop(this.#first, this.#all);
    await Promise.all(this.#clients.map((client) => drop(client, this.#own)));
    await Promise.all(this.#clients.map((client) => client.close()));
  }

  get #first(): ClickHouseClient {
    const [first] = this.#clients;
    if (first === undefined) throw new TypeError('an address names at least one server');
    return first;
  }

  async #numbers(query: string): Promise<Uint32Array> {
    const answer = await this.#first.query({ query, format: 'TabSeparated' });
    const text = await answer.text();
    return text === ''
      ? new Uint32Array()
      : Uint32Array.from(text.trimEnd().split(/[\t\n]/), Number);
  }

  *#lines(from: number): Generator<string> {
    const end = Math.min(this.#input.rows, from + rowsAtOnce);
    for (let row = from; row < end; row += 1)
      yield `${row}\t${this.#input.columns.map(({ codes }) => codes[row]).join('\t')}\n`;
  }
}

async function command(client: ClickHouseClient, query: string): Promise<void> {
  await client.command({ query });
}

/** What went wrong, by the server's number or the system's; its sentence is not passed on, since it repeats statements. */
function faultOf(error: unknown): Problem {
  if (error instanceof Stopped) return problem('stopped');
  if (error instanceof Incomplete) return problem('engine-failed', { because: error.message });
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError)
    throw error;
  const named =
    error instanceof ClickHouseError ? `${error.code} ${error.type ?? ''}`.trim() : null;
  // Servers as old as 18.16 word their errors in a way that the client does not take apart.
  const numbered = /^Code: (\d+)/.exec(error.message)?.[1];
  const because = named ?? numbered ?? ('code' in error ? String(error.code) : error.name);
  return problem('engine-failed', { because });
}
