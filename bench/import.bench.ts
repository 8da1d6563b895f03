// How fast a file of observations goes into PGlite, and how much memory that takes. Prints rows a second, the most
// memory beyond what the open database holds, and the ratio to inserting one row at a time.
//
//   node bench/import.bench.ts [observations, 1000000 unless said]

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { ObservationMapping } from '@freehold/core/data';
import { filesIn, mailFolder, systemClock, systemEntropy } from '../packages/server/adapters.ts';
import { startReading } from '../packages/server/data/start.ts';
import { connect } from '../packages/server/database/connect.ts';
import { migrate } from '../packages/server/database/migrate.ts';
import { asInstallation, within } from '../packages/server/database/within.ts';
import type { House, Partner } from '../packages/server/http/house.ts';
import { jobOf } from '../packages/server/job/store.ts';
import { jobsEnded } from '../packages/server/job/run.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const naiveRows = 2_000;
const places = 400;

const folder = await mkdtemp(join(tmpdir(), 'freehold-bench-'));
const database = connect({ kind: 'pglite', folder: join(folder, 'database') });
try {
  await migrate(database);
  const house = houseOn();
  const partner = await someone();
  await addPlaces(partner);
  await imported(house, partner, 20_000);
  const before = process.memoryUsage.rss();
  const { seconds, processor, peak } = await imported(house, partner, wanted);
  const naive = await oneByOne(partner);
  const pace = wanted / seconds;
  say('observations', wanted);
  say('seconds', seconds.toFixed(1));
  say('observations a second', Math.round(pace));
  say('observations a second of processor time', Math.round(wanted / processor));
  say('most memory beyond the open database, MiB', Math.round((peak - before) / 2 ** 20));
  say('one row at a time, a second', Math.round(naive));
  say('times faster', (pace / naive).toFixed(1));
} finally {
  await database.destroy();
  await rm(folder, { recursive: true, force: true });
}

function say(what: string, value: string | number): void {
  console.log(`${what}: ${value}`);
}

function houseOn(): House {
  return {
    database,
    config: { address: 'http://bench.test', folder, example: false, behindProxy: false },
    secret: 'a secret for the bench that is long enough',
    ports: {
      clock: systemClock,
      entropy: systemEntropy,
      mail: mailFolder(join(folder, 'mail'), systemClock),
      files: filesIn(join(folder, 'files')),
    },
  };
}

async function someone(): Promise<Partner> {
  return asInstallation(database, async (tx) => {
    const person = await tx
      .insertInto('person')
      .values({ name: 'Bench' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = await tx
      .insertInto('partnership')
      .values({ name: 'Bench' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const asker = { person: person.id, name: 'Bench', administrator: false, rater: null };
    return { ...asker, partnership: id, role: 'analyst' };
  });
}

async function addPlaces({ partnership, ...actor }: Partner): Promise<void> {
  await within(database, { ...actor, partnership }, (tx) =>
    sql`insert into place (partnership_id, type, code, name, name_key)
      select ${partnership}::uuid, 'district', 'E' || i, 'Place ' || i, 'place ' || i
      from generate_series(1, ${places}::int) i`.execute(tx),
  );
}

/** Lines of an invented file: every place on so many days. */
function* lines(count: number): Generator<string> {
  yield 'code,day,value,note\n';
  for (let at = 0; at < count; at += 1) {
    const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(at / places)));
    yield `E${(at % places) + 1},${day.toISOString().slice(0, 10)},${(at * 7919) % 10_000},\n`;
  }
}

function mapping(count: number) {
  return ObservationMapping.parse({
    kind: 'observations',
    dataSet: { code: `bench-${count}`, title: 'Bench' },
    place: { by: 'code', column: 'code', type: 'district' },
    period: { column: 'day' },
    measures: [
      {
        measure: { code: `bench-${count}`, title: 'Bench', direction: 'o', valueKind: 'amount' },
        value: { column: 'value' },
        note: 'note',
      },
    ],
  });
}

async function imported(house: House, partner: Partner, count: number) {
  const storedAs = systemEntropy.token();
  const { size } = await house.ports.files.keep(storedAs, Readable.from(lines(count)), Infinity);
  const upload = { id: storedAs, name: 'bench.csv', size, storedAs };
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const start = performance.now();
  const used = process.cpuUsage();
  const asked = { dryRun: false, acceptRejected: false };
  const job = await startReading(house, partner, upload, mapping(count), asked);
  await jobsEnded(database);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  clearInterval(watch);
  const row = await within(database, partner, (tx) => jobOf(tx, job));
  if (row?.state !== 'done') throw new Error(JSON.stringify(row));
  const kept = await sql<{ n: number }>`select count(*)::int as n from observation o
    join data_set d on d.id = o.data_set_id where d.code = ${`bench-${count}`}`.execute(database);
  if (kept.rows[0]?.n !== count) throw new Error(`${kept.rows[0]?.n} of ${count} were kept`);
  return { seconds, processor: (user + system) / 1e6, peak };
}

/** The same rows, each in a statement and a transaction of its own; rows a second. */
async function oneByOne(partner: Partner): Promise<number> {
  const [set, measure, place] = await within(database, partner, async (tx) => {
    const set = await tx.selectFrom('data_set').select('id').executeTakeFirstOrThrow();
    const measure = await tx.selectFrom('measure').select('id').executeTakeFirstOrThrow();
    const place = await tx.selectFrom('place').select('id').executeTakeFirstOrThrow();
    return [set.id, measure.id, place.id];
  });
  const start = performance.now();
  for (let at = 0; at < naiveRows; at += 1) {
    const day = new Date(Date.UTC(2100, 0, 1 + at)).toISOString().slice(0, 10);
    await within(database, partner, (tx) =>
      tx
        .insertInto('observation')
        .values({
          partnership_id: partner.partnership,
          data_set_id: set,
          measure_id: measure,
          place_id: place,
          period: day,
          period_start: day,
          period_end: day,
          value: at,
        })
        .execute(),
    );
  }
  return naiveRows / ((performance.now() - start) / 1000);
}
