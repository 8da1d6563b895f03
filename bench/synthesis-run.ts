import { generator } from '@freehold/core/numeric';
import { inputOf, Method, nearness, recordsAsTable, synthesized } from '@freehold/core/release';
import { systemWords } from '../packages/cli/release-chance.ts';
import { readRecords } from '../packages/cli/release-table.ts';
import { countedBy } from '../packages/cli/release-workers.ts';
import { naiveRecords } from './synthesis-naive.ts';

// Syntheses in a process of their own, so that their memory is their own: synthesis-run.ts METHOD|naive FILE LENGTH K RUNS.
// Says milliseconds of making records (of the run in the middle, and of the first, for which nothing was warm), the peak of
// memory, and how near the records are.

const [who = '', file = '', length = '3', k = '10', runs = '1'] = process.argv.slice(2);
const times = Number(runs);
const read = await readRecords(file, null, { acceptRejected: false, say: () => {} });
if (!read.ok) throw new Error('the table has problems');
const { table } = read.value;
const input = inputOf(table);
const options = { length: Number(length), least: 1 };

console.log(JSON.stringify(who === 'naive' ? naive() : await ours(Method.parse(who))));

function naive() {
  const { next } = generator(1);
  const { took } = timed(() => naiveRecords(input, Number(k), () => next() / 2 ** 32));
  return { making: took };
}

async function ours(method: Method) {
  const truth = await countedBy(1, input, options);
  if (truth === null) throw new Error('nobody stopped it');
  const make = () =>
    timed(() => synthesized({ input, counts: truth }, { method, k: Number(k) }, systemWords()));
  const made = Array.from({ length: times }, make);
  const [first] = made;
  if (first === undefined) throw new Error('nothing was run');
  const { took, result } =
    made.toSorted((a, b) => a.took.cpuMs - b.took.cpuMs)[times >> 1] ?? first;
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const own = await countedBy(1, inputOf(recordsAsTable(table, result.value)), options);
  if (own === null) throw new Error('nobody stopped it');
  const all = nearness(truth, own, Number(k)).at(-1);
  const sum = (counts: Uint32Array, of: (count: number) => number) =>
    counts.reduce((so, count) => so + of(count), 0);
  const asked = sum(truth.countsOf(1), (count) => count - (count % Number(k)));
  return {
    ...{ making: took, firstCpuMs: first.took.cpuMs, peakMiB, records: result.value.records },
    combinations: all?.preserved?.n,
    preservedPct: 100 * (all?.preserved?.value ?? 0),
    meanError: all?.errorAtLeastK?.value,
    leaked: all?.leaked?.value,
    shortPct: 100 * (1 - sum(own.countsOf(1), (count) => count) / asked),
  };
}

function timed<T>(work: () => T) {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  const wallMs = Math.round(performance.now() - wall);
  return { result, took: { wallMs, cpuMs: Math.round((user + system) / 1000) } };
}
