import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { systemWords } from '@freehold/cli/release-chance.ts';
import {
  counted,
  inputOf,
  privateCounts,
  privateRecords,
  privateTable,
  twinKernel,
  type PrivateCounts,
} from '@freehold/core/release';
import { TableCoder, TableReader, type CodedTable } from '@freehold/core/table';
import { peerMaker, privateCountsOf } from './peer.ts';

// Counts and records with differential privacy beside the truth, by ε: mean error over all combinations of 10 or more
// (absent being 0), and the share of what is told that does not exist, each as least, median and most of the runs. Beside
// ours, in the same run and by turns, Microsoft's Synthetic Data Showcase where SDS_GIT or SDS_WASM says where its module
// is. Each run is a line, so that one that is cut short is not lost; no round is begun after `--minutes`.
//
//   node bench/private.bench.ts [--rows 10000] [--columns 15] [--epsilons 0.5,1,2,4,8] [--runs 20] [--peer 20]
//     [--records yes] [--minutes 600]

const shared = fileURLToPath(new URL('../../shared/bench/', import.meta.url));
const asked = (name: string, usual: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : (process.argv[at + 1] ?? usual);
};
const rows = Number(asked('rows', '10000'));
const columns = Number(asked('columns', '15'));
const epsilons = asked('epsilons', '0.5,1,2,4,8').split(',').map(Number);
const runs = Number(asked('runs', '20'));
const peerRuns = Number(asked('peer', '20'));
const withRecords = asked('records', 'yes') === 'yes';
const until = Date.now() + Number(asked('minutes', '600')) * 60_000;
const delta = 1e-6;
const least = 10;

type Told = ReadonlyMap<string, number>;
type Judged = {
  readonly error: number;
  readonly preserved: number;
  readonly invented: number;
  readonly told: number;
};

const folder = mkdtempSync(join(tmpdir(), 'freehold-private-'));
const file = join(folder, 'table.csv');
const { generate } = await import(pathToFileURL(join(shared, 'gen-data.mjs')).href);
await generate({ rows, cols: columns, seed: 1, out: file });
const discovered = await tableIn(file);
const declared: CodedTable = {
  ...discovered,
  columns: discovered.columns.map((column) => ({ ...column, declared: true })),
};
const truth = toldBy(discovered);
const maker = peerRuns > 0 ? await peerMaker() : null;
const context = maker?.reading(readFileSync(file)) ?? null;
rmSync(folder, { recursive: true });

type Run = { readonly counts: Judged; readonly records: Judged | null; readonly seconds: number };
const whose = ['discovered', 'declared', 'peer'] as const;
const found = epsilons.map((epsilon) => ({
  epsilon,
  runs: { discovered: [], declared: [], peer: [] } as Record<(typeof whose)[number], Run[]>,
}));
for (let round = 0; round < Math.max(runs, peerRuns) && Date.now() < until; round += 1)
  for (const { epsilon, runs: so } of found) {
    if (round < runs) {
      so.discovered.push(ownRun(epsilon, discovered));
      so.declared.push(ownRun(epsilon, declared));
    }
    if (round < peerRuns && maker !== null) so.peer.push(peerRun(epsilon));
    const last = Object.fromEntries(whose.map((who) => [who, so[who][round]]));
    console.error(JSON.stringify({ round, epsilon, ...last }));
  }
for (const { epsilon, runs: so } of found) {
  const errors = (of: readonly Run[]) => of.map(({ counts }) => counts.error);
  const [own, peer] = [errors(so.discovered), errors(so.peer)];
  console.log(
    JSON.stringify({
      ...{ bench: 'private', rows, columns, epsilon, delta },
      ...Object.fromEntries(whose.map((who) => [who, summed(so[who])])),
      ...(peer.length > 0 && {
        ratio: rounded(median(own) / median(peer)),
        mannWhitneyP: mannWhitney(own, peer),
      }),
    }),
  );
}

function summed(of: readonly Run[]) {
  const line = (judged: readonly Judged[]) =>
    Object.fromEntries(
      (['error', 'preserved', 'invented', 'told'] as const).map((key) => {
        const each = judged.map((one) => one[key]);
        return [key, [Math.min(...each), median(each), Math.max(...each)].map(rounded)];
      }),
    );
  const records = of.map((run) => run.records).filter((each) => each !== null);
  return {
    runs: of.length,
    counts: line(of.map(({ counts }) => counts)),
    ...(records.length > 0 && { records: line(records) }),
    seconds: rounded(median(of.map(({ seconds }) => seconds))),
  };
}

function ownRun(epsilon: number, table: CodedTable): Run {
  const words = systemWords();
  const before = process.cpuUsage();
  const made = privateCounts(table, { epsilon, delta, length: 3 }, words);
  if (made?.ok !== true) throw new Error(JSON.stringify(made));
  const own = withRecords ? privateRecords(made.value, words) : null;
  const seconds = secondsSince(before);
  const records = own === null ? null : judged(toldBy(privateTable(made.value, own, table)));
  return { counts: judged(toldPrivately(made.value)), records, seconds };
}

function peerRun(epsilon: number): Run {
  if (maker === null || context === null) throw new Error('the peer is not there');
  const settings = maker.settings({ epsilon, delta, length: 3, k: least });
  const before = process.cpuUsage();
  if (!withRecords) {
    const text = privateCountsOf(context, settings);
    return { counts: judged(peerTable(text)), records: null, seconds: secondsSince(before) };
  }
  context.generate('dp', settings);
  const seconds = secondsSince(before);
  const counts = judged(peerTable(context.aggregates('reportable').aggregatesData));
  context.evaluate(3);
  const records = judged(peerTable(context.aggregates('synthetic').aggregatesData));
  return { counts, records, seconds };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The peer's table: `header:value;header:value,count` after a heading and the number of records. */
function peerTable(table: string): Told {
  const lines = table.trimEnd().split('\n').slice(2);
  return new Map(
    lines.map((text) => {
      const comma = text.lastIndexOf(',');
      return [text.slice(0, comma).split(';').toSorted().join(';'), Number(text.slice(comma + 1))];
    }),
  );
}

function toldBy(table: CodedTable): Told {
  const counts = counted(inputOf(table), { length: 3, least: 1 }, twinKernel());
  const told = new Map<string, number>();
  for (let length = 1; length <= 3; length += 1)
    counts?.each(length, (set, values, count) => {
      told.set(keyOf(set, values, table.columns), count);
    });
  return told;
}

function toldPrivately(counts: PrivateCounts): Told {
  const told = new Map<string, number>();
  for (let length = 1; length <= 3; length += 1)
    counts.each(length, (set, values, { count }) => {
      told.set(keyOf(set, values, counts.columns), count);
    });
  return told;
}

function keyOf(
  set: readonly number[],
  values: readonly number[],
  of: readonly { readonly name: string; readonly values: readonly string[] }[],
): string {
  return set
    .map((column, at) => `${of[column]?.name}:${of[column]?.values[(values[at] ?? 0) - 1]}`)
    .toSorted()
    .join(';');
}

function judged(told: Told): Judged {
  let [many, error, kept, invented] = [0, 0, 0, 0];
  for (const [key, count] of truth) {
    if (count < least) continue;
    many += 1;
    error += Math.abs((told.get(key) ?? 0) - count);
    if (told.has(key)) kept += 1;
  }
  for (const key of told.keys()) if (!truth.has(key)) invented += 1;
  return {
    error: error / many,
    preserved: (100 * kept) / many,
    invented: (100 * invented) / Math.max(1, told.size),
    told: told.size,
  };
}

/** Two-sided p, exact; no two errors are the same. */
function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const wins = one.reduce((sum, a) => sum + other.filter((b) => a < b).length, 0);
  const [n, m] = [one.length, other.length];
  // Orders of n and m by how many wins they come to: the last is one of theirs, or of the others'.
  const known = new Map<string, readonly number[]>();
  const orders = (a: number, b: number): readonly number[] => {
    if (a === 0 || b === 0) return [1];
    const key = `${a} ${b}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const [without, beside] = [orders(a - 1, b), orders(a, b - 1)];
    const sums = Array.from(
      { length: a * b + 1 },
      (_, at) => (without[at - b] ?? 0) + (beside[at] ?? 0),
    );
    known.set(key, sums);
    return sums;
  };
  const all = orders(n, m);
  const total = all.reduce((sum, count) => sum + count, 0);
  const tail = all.slice(Math.max(wins, n * m - wins)).reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * tail) / total);
}

async function tableIn(path: string): Promise<CodedTable> {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  const reader = new TableReader({ delimiter: ',' });
  let coder: TableCoder | null = null;
  const take = (found: Iterable<{ readonly cells: readonly string[] }>) => {
    for (const row of found)
      if (coder === null) {
        const made = TableCoder.of(row.cells, null);
        if (!made.ok) throw new Error(JSON.stringify(made.problems));
        coder = made.value;
      } else coder.add(row as Parameters<TableCoder['add']>[0]);
  };
  for await (const piece of createReadStream(path, 'utf8')) take(reader.push(String(piece)));
  take(reader.end());
  const table = (coder as TableCoder | null)?.finished();
  if (table?.ok !== true) throw new Error('no table');
  return table.value;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
