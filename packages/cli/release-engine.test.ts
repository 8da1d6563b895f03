import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generator } from '@freehold/core/numeric';
import type { CountInput, Counts } from '@freehold/core/release';
import { addressOf } from './release-clickhouse.ts';
import { engineNamed, localEngine, type Engine, type Means } from './release-engine.ts';

const binary = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find(existsSync);
const folder = mkdtempSync(join(tmpdir(), 'freehold-clickhouse-'));
const means: Means = { threads: 1, mostBytes: 2 ** 30, mostSeconds: 3600 };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Invented codes: columns of few and of many values, with absent cells. */
function madeInput(rows: number): CountInput {
  const { next } = generator(8);
  const columns = [1, 2, 5, 30, 300].map((size, at) => ({
    size,
    codes: Uint16Array.from({ length: rows }, () => (next() % 10 < at ? 0 : 1 + (next() % size))),
  }));
  return { rows, columns };
}
const input = madeInput(3000);

function bytesOf(counts: Counts): readonly string[] {
  return Array.from({ length: counts.length }, (_, at) =>
    counts
      .bytesOf(at + 1)
      .map((bytes) => Buffer.from(bytes).toString('hex'))
      .join(),
  );
}

/** What every engine is held to. */
function contract(engine: () => Engine): void {
  const counts = async (of: CountInput, length: number, least = 1) => {
    const found = await engine()(of, { length, least }, means);
    if (!found.ok) throw new TypeError(JSON.stringify(found.problems));
    return found.value;
  };

  test('counts every combination as the local engine does, byte for byte', async () => {
    const local = await localEngine(input, { length: 3, least: 1 }, means);
    if (!local.ok) throw new TypeError(JSON.stringify(local.problems));
    expect(bytesOf(await counts(input, 3))).toEqual(bytesOf(local.value));
  });

  test('a hand-made table, and a least count', async () => {
    const small: CountInput = {
      rows: 4,
      columns: [
        { size: 2, codes: Uint8Array.of(1, 1, 2, 0) },
        { size: 1, codes: Uint8Array.of(1, 0, 1, 1) },
      ],
    };
    const all = await counts(small, 2);
    expect([all.size(1), all.size(2), all.count([0], [1]), all.count([0, 1], [2, 1])]).toEqual([
      3, 2, 2, 1,
    ]);
    const rare = await counts(small, 2, 2);
    expect([rare.size(1), rare.size(2), rare.count([1], [1])]).toEqual([2, 0, 3]);
  });

  test('is told to stop, and says that it was', async () => {
    const stopped = await engine()(
      input,
      { length: 3, least: 1 },
      { ...means, watch: { stop: () => true } },
    );
    expect(stopped).toEqual({ ok: false, problems: [{ code: 'stopped' }] });
  });
}

describe('the local engine', () => {
  contract(() => localEngine);
});

test('an address holds plain names only, and several servers need a cluster', () => {
  expect(addressOf('clickhouse://me:se%2Fcret@h1:8123,h2:8124/db?cluster=both')).toEqual({
    ok: true,
    value: {
      servers: ['http://h1:8123', 'http://h2:8124'],
      ...{ database: 'db', cluster: 'both', user: 'me', password: 'se/cret' },
    },
  });
  for (const wrong of [
    'clickhouse://h:8123/db;DROP TABLE x',
    'clickhouse://h:8123/db?cluster=a,b',
    'clickhouse://h1:8123,h2:8123/db',
    'clickhouse://h/db',
    'clickhouse://h:8123/',
  ])
    expect(addressOf(wrong)).toEqual({ ok: false, problems: [{ code: 'engine-address' }] });
  expect(engineNamed('spark').ok).toBe(false);
});

test('a server that is not there is a problem, and nothing hangs', async () => {
  const [port = 0] = await freePorts(1);
  const engine = named(`clickhouse://127.0.0.1:${port}/default`);
  expect(await engine(input, { length: 2, least: 1 }, means)).toEqual({
    ok: false,
    problems: [{ code: 'engine-failed', details: { because: 'ECONNREFUSED' } }],
  });
});

// Debian's `apt-get install clickhouse-server` brings the binary that these need; without it they are skipped.
describe.skipIf(binary === undefined)('a ClickHouse cluster of two shards', () => {
  const servers: ChildProcess[] = [];
  let http: readonly number[] = [];
  const address = () =>
    `clickhouse://${http.map((port) => `127.0.0.1:${port}`).join()}/default?cluster=freehold`;

  beforeAll(async () => {
    const ports = await freePorts(4);
    http = ports.slice(0, 2);
    for (const [at, port] of http.entries()) servers.push(started(at, port, ports.slice(2)));
    for (const port of http) await answering(port);
  });
  afterAll(async () => {
    await Promise.all(servers.map(ended));
  });

  contract(() => named(address()));

  test('rows lie on both shards while they are counted, and nothing is left behind', async () => {
    const rows = "SELECT sum(rows) FROM system.parts WHERE active AND table LIKE 'freehold%'";
    const lying: Promise<string>[] = [];
    const seen = () => {
      if (lying.length === 0) for (const port of http) lying.push(asked(port, rows));
    };
    const counting = named(address())(
      input,
      { length: 3, least: 1 },
      { ...means, watch: { seen } },
    );
    expect((await counting).ok).toBe(true);
    const [one = 0, other = 0] = (await Promise.all(lying)).map(Number);
    expect([one > 0, other > 0, one + other]).toEqual([true, true, input.rows]);
    const left = await Promise.all(http.map((port) => asked(port, 'SHOW TABLES')));
    expect(left.map((text) => text.trim())).toEqual(['', '']);
  });

  test('a shard that is killed under way is an error, never a smaller count', async () => {
    const seen: number[] = [];
    const watch = {
      seen: (done: number) => {
        if (seen.length === 0) servers[1]?.kill('SIGKILL');
        seen.push(done);
      },
    };
    const found = await named(address())(input, { length: 3, least: 1 }, { ...means, watch });
    expect(seen.length).toBeGreaterThan(0);
    expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(['engine-failed']);
    const again = await named(address())(input, { length: 1, least: 1 }, means);
    expect(again.ok).toBe(false);
  });

  function started(at: number, port: number, shards: readonly number[]): ChildProcess {
    const own = join(folder, `server-${at}`);
    for (const part of ['data', 'tmp']) mkdirSync(join(own, part), { recursive: true });
    const replicas = shards
      .map(
        (shard) => `<shard><replica><host>127.0.0.1</host><port>${shard}</port></replica></shard>`,
      )
      .join('');
    writeFileSync(
      join(own, 'config.xml'),
      `<yandex><logger><level>error</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger>
      <http_port>${port}</http_port><tcp_port>${shards[at]}</tcp_port><listen_host>127.0.0.1</listen_host>
      <path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><users_config>${own}/users.xml</users_config>
      <default_profile>default</default_profile><default_database>default</default_database>
      <mark_cache_size>100000000</mark_cache_size>
      <remote_servers><freehold>${replicas}</freehold></remote_servers></yandex>`,
    );
    writeFileSync(
      join(own, 'users.xml'),
      `<yandex><profiles><default></default></profiles><quotas><default></default></quotas>
      <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile><quota>default</quota></default></users></yandex>`,
    );
    return spawn(binary ?? '', [`--config-file=${join(own, 'config.xml')}`], { stdio: 'ignore' });
  }
});

function named(name: string): Engine {
  const engine = engineNamed(name);
  if (!engine.ok) throw new TypeError(`${name} is no engine`);
  return engine.value;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
      return server;
    }),
  );
  const ports = held.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(held.map((server) => new Promise((done) => void server.close(done))));
  return ports;
}

async function asked(port: number, query: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: query });
  return answer.text();
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await asked(port, 'SELECT 1').catch(() => '');
    if (answer.trim() === '1') return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the ClickHouse server did not start');
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGKILL');
  await gone;
}
