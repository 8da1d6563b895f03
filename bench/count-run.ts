import { inputOf, writeCounts } from '@freehold/core/release';
import { writeInPieces } from '../packages/cli/files.ts';
import { readRecords } from '../packages/cli/release-table.ts';
import { countedBy } from '../packages/cli/release-workers.ts';
import { naiveCounts } from './count-naive.ts';

// One count in a process of its own, so that its memory is its own: count-run.ts ours|naive FILE LENGTH OUT THREADS.
// Says wall and CPU milliseconds of each stage, and of all with starting, and the peak of memory.

const [who = '', file = '', length = '3', out = '', threads = '1'] = process.argv.slice(2);
const stages: Record<string, { readonly wallMs: number; readonly cpuMs: number }> = {};

const combinations = who === 'naive' ? await naive() : await ours();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    ...{ combinations, stages, wallMs: Math.round(performance.now()) },
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000),
    peakMiB: Math.round(maxRSS / 1024),
  }),
);

async function naive(): Promise<number> {
  return stage('count', async () => naiveCounts(file, Number(length)).size);
}

async function ours(): Promise<number> {
  const none = { acceptRejected: false, say: () => {} };
  const read = await stage('read', () => readRecords(file, null, none));
  if (!read.ok) throw new Error('the table has problems');
  const { table } = read.value;
  const options = { length: Number(length), least: 1 };
  const counts = await stage('count', () => countedBy(Number(threads), inputOf(table), options));
  if (counts === null) throw new Error('nobody stopped it');
  await stage('write', async () =>
    writeInPieces(out, (sink) => writeCounts(counts, table.columns, sink)),
  );
  return Array.from({ length: counts.length }, (_, at) => counts.size(at + 1)).reduce(
    (a, b) => a + b,
  );
}

async function stage<T>(name: string, work: () => Promise<T>): Promise<T> {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  stages[name] = {
    wallMs: Math.round(performance.now() - wall),
    cpuMs: Math.round((user + system) / 1000),
  };
  return result;
}
