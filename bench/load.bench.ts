import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { cpus, loadavg } from 'node:os';
import { asInstallation } from '@freehold/server/database';
import { app } from '../packages/server/app.ts';
import { quantile } from '@freehold/core/numeric';
import { homes } from '../packages/server/testing/homes.ts';
import { testHouse, type TestHouse } from '../packages/server/testing/house.ts';
import { putFramework, shipped } from '../packages/server/testing/framework.ts';
import { hashed } from '../packages/server/session/store.ts';
import { indicatorsOf } from '@freehold/core/framework';

// A closed loop of clients over the ten commonest requests, on a socket, against each kind of database: 300 places,
// 119 indicators, 8 periods, 40 partnerships. Then 500 answers at once, each sent three times: each is stored once.
// `SECONDS=60 CLIENTS=100` unless told. Figures are whole latencies of a machine that also runs the clients.

const seconds = Number(process.env['SECONDS'] ?? 60);
const clients = Number(process.env['CLIENTS'] ?? 100);
const partnerships = 40;
const written = 'answer of a rater';
const codes = indicatorsOf(shipped)
  .filter(({ indicator }) => indicator.anchors.length === 5)
  .map(({ indicator }) => indicator.code);

type World = {
  readonly partnership: string;
  readonly place: string;
  readonly review: string;
  readonly raters: readonly string[];
  readonly cookie: string;
};

for (const [name, open] of homes) {
  const opened = await open();
  const house = await testHouse(opened.home, { now: () => new Date() });
  const worlds = await fill(house);
  const port = 9400 + Math.floor(Math.random() * 500);
  const quick = { ...house, config: { ...house.config, requestsPerMinute: 1e9 } };
  const server = serve({ fetch: app(quick).fetch, port, hostname: '127.0.0.1' });
  const base = `http://127.0.0.1:${port}/api`;
  console.log(
    JSON.stringify({ machine: cpus()[0]?.model, cores: cpus().length, busy: loadavg()[0] }),
  );
  const before = process.cpuUsage();
  const samples = await load(base, worlds);
  report(name, samples);
  const spent = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      database: name,
      cpuMsARequest: (spent.user + spent.system) / 1000 / samples.length,
      busy: loadavg()[0],
      lostWrites: await lostOf(house, worlds, samples),
    }),
  );
  console.log(JSON.stringify({ database: name, ...(await burst(house, base, worlds)) }));
  server.close();
  await house.close();
  await opened.close();
}
process.exit(0);

async function fill(house: TestHouse): Promise<readonly World[]> {
  const version = await putFramework(house);
  await asInstallation(house.database, async (tx) => {
    await sql`insert into place (type, code, name, name_key)
      select 'district', 'X' || i, 'District ' || i, 'district ' || i from generate_series(1, 300) i`.execute(
      tx,
    );
    await sql`insert into data_set (code, title) values ('load', 'Load')`.execute(tx);
    await sql`insert into measure (code, title, direction, value_kind)
      select 'm' || i, 'Measure ' || i, '+', 'score' from generate_series(1, 119) i`.execute(tx);
    await sql`insert into observation (data_set_id, measure_id, place_id, period, period_start, period_end, value)
      select d.id, m.id, p.id, (2016 + y)::text, make_date(2016 + y, 1, 1), make_date(2016 + y, 12, 31),
        (hashtext(m.code || p.code || y) % 1000) / 10.0
      from data_set d, measure m, place p, generate_series(1, 8) y`.execute(tx);
  });
  const worlds: World[] = [];
  for (let i = 0; i < partnerships; i += 1) {
    const partnership = await house.makePartnership(`Partnership ${i}`);
    const cookie = await house.signIn(partnership);
    worlds.push({ partnership, cookie, ...(await reviewIn(house, partnership, version, i)) });
  }
  return worlds;
}

async function reviewIn(house: TestHouse, partnership: string, version: string, i: number) {
  return asInstallation(house.database, async (tx) => {
    const place = await tx
      .selectFrom('place')
      .where('code', '=', `X${i + 1}`)
      .select('id')
      .executeTakeFirstOrThrow();
    const review = await tx
      .insertInto('review')
      .values({
        partnership_id: partnership,
        place_id: place.id,
        framework_version_id: version,
        profile: 'full',
        title: 'Under load',
        state: 'rating',
        seed: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const raters = Array.from({ length: 13 }, (_, n) => `load-token-${i}-${n}`);
    await tx
      .insertInto('rater')
      .values(
        raters.map((token, n) => ({
          partnership_id: partnership,
          review_id: review.id,
          agency: `Agency ${n}`,
          token_hash: hashed(token),
        })),
      )
      .execute();
    return { place: place.id, review: review.id, raters };
  });
}

type Sample = {
  readonly what: string;
  readonly ms: number;
  readonly status: number;
  /** What was written, where something was. */
  readonly key: string;
};

async function load(base: string, worlds: readonly World[]): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const until = performance.now() + seconds * 1000;
  const client = async (n: number) => {
    for (let turn = n; performance.now() < until; turn += 1) {
      const world = worlds[(n * 7 + turn) % worlds.length];
      if (world === undefined) return;
      const [what, run] = requests(base, world, turn)[turn % 10] ?? [];
      if (what === undefined || run === undefined) return;
      const begun = performance.now();
      const answer = await run();
      await answer.arrayBuffer();
      const key = what === written ? keyOf(world, turn) : '';
      samples.push({ what, ms: performance.now() - begun, status: answer.status, key });
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  return samples;
}

function keyOf(world: World, turn: number): string {
  return `${world.raters[turn % world.raters.length]} ${codes[turn % codes.length]}`;
}

/** Answers that were confirmed and are not there, and those that are there more than once. */
async function lostOf(house: TestHouse, worlds: readonly World[], samples: readonly Sample[]) {
  const confirmed = new Set(
    samples.filter(({ key, status }) => key !== '' && status === 200).map(({ key }) => key),
  );
  const hashes = new Map(
    worlds.flatMap(({ raters }) => raters.map((token) => [hashed(token), token] as const)),
  );
  const { rows } = await sql<{ hash: string; indicator: string }>`
    select t.token_hash as hash, r.indicator from rating r join rater t on t.id = r.rater_id`.execute(
    house.database,
  );
  const there = new Set(rows.map(({ hash, indicator }) => `${hashes.get(hash)} ${indicator}`));
  return {
    confirmed: confirmed.size,
    missing: [...confirmed].filter((key) => !there.has(key)).length,
    twice: rows.length - there.size,
  };
}

function requests(
  base: string,
  world: World,
  turn: number,
): readonly (readonly [string, () => Promise<Response>])[] {
  const p = `${base}/partnerships/${world.partnership}`;
  const get = (url: string) => () => fetch(url, { headers: { cookie: world.cookie } });
  const token = world.raters[turn % world.raters.length] ?? '';
  return [
    ['session', get(`${base}/session`)],
    ['place home', get(`${p}/places/${world.place}/home`)],
    ['measures of the place', get(`${p}/places/${world.place}/measures`)],
    ['reviews', get(`${p}/reviews`)],
    ['review', get(`${p}/reviews/${world.review}`)],
    ['questions of a rater', get(`${base}/rate/${token}`)],
    [written, () => answer(base, token, turn)],
    ['series', get(`${p}/places/${world.place}/series?measure=m${(turn % 119) + 1}`)],
    [
      'position',
      get(`${p}/places/${world.place}/position?measure=m${(turn % 119) + 1}&group=same-type`),
    ],
    ['places found', get(`${p}/places?query=District%20${turn % 300}`)],
  ];
}

function answer(base: string, token: string, turn: number): Promise<Response> {
  const code = codes[turn % codes.length] ?? '';
  return fetch(`${base}/rate/${token}/ratings/${code}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      answer: String(turn % 5),
      grade: null,
      confidence: null,
      comment: '',
      link: '',
      typedAt: new Date().toISOString(),
    }),
  });
}

function report(database: string, samples: readonly Sample[]): void {
  const kinds = [...new Set(samples.map((each) => each.what))].sort();
  for (const what of ['all', ...kinds]) {
    const own = samples.filter((each) => what === 'all' || each.what === what);
    const ms = own.map((each) => each.ms);
    console.log(
      JSON.stringify({
        database,
        what,
        requests: own.length,
        aSecond: Math.round(own.length / seconds),
        errors: own.filter((each) => each.status !== 200).length,
        p50: Math.round(quantile(ms, 0.5) ?? NaN),
        p95: Math.round(quantile(ms, 0.95) ?? NaN),
        p99: Math.round(quantile(ms, 0.99) ?? NaN),
      }),
    );
  }
}

/** 500 answers at once, each sent three times: how many were taken, and how many rows there are. */
async function burst(house: TestHouse, base: string, worlds: readonly World[]) {
  const world = worlds[0];
  if (world === undefined) throw new RangeError('no partnership');
  await sql`delete from rating where review_id = ${world.review}`.execute(house.database);
  const tasks = Array.from(
    { length: 500 },
    (_, n) => [world.raters[n % 13] ?? '', Math.floor(n / 13)] as const,
  );
  const statuses = await Promise.all(
    tasks.flatMap(([token, n]) => [1, 2, 3].map(async () => (await answer(base, token, n)).status)),
  );
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from rating
    where review_id = ${world.review}`.execute(house.database);
  return {
    answersAtOnce: 500,
    sent: statuses.length,
    refused: statuses.filter((status) => status !== 200).length,
    stored: rows[0]?.n ?? 0,
  };
}
