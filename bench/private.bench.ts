import { execFileSync } from 'node:child_process';
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

// Counts and records with differential privacy beside the truth, by ε: mean error over all combinations of 10 or more
// (absent being 0), and the share of what is told that does not exist, each as least, median and most of the runs. Beside ours, in the same run, Microsoft's Synthetic
// Data Showcase where SDS_GIT or SDS_WASM says where its module is (half a minute a run on 10,000 rows).
//
//   node bench/private.bench.ts [--rows 10000] [--columns 15] [--epsilons 0.5,1,2,4,8] [--runs 20] [--peer 20]

const shared = fileURLToPath(new URL('../../shared/bench/', import.meta.url));
const asked = (name: string, usual: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : (process.argv[at + 1] ?? usual);
};
const rows = Number(asked('rows', '10000'));
const columns = Number(asked('columns', '15'));
const epsilons = asked('epsilons', '0.5,1,2,4,8').split(',').map(Number);
const runs = Number(asked('runs', '20'));
const peerRuns =
  (process.env['SDS_GIT'] ?? process.env['SDS_WASM']) === undefined
    ? 0
    : Number(asked('peer', '20'));
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

for (const epsilon of epsilons) {
  const ours = { discovered: repeated(epsilon, discovered), declared: repeated(epsilon, declared) };
  const peer = Array.from({ length: peerRuns }, () => peerRun(epsilon));
  const errors = ({ counts }: { counts: readonly Judged[] }) => counts.map(({ error }) => error);
  const line = (judged: readonly Judged[]) =>
    Object.fromEntries(
      (['error', 'preserved', 'invented', 'told'] as const).map((key) => {
        const found = judged.map((each) => each[key]);
        return [key, [Math.min(...found), median(found), Math.max(...found)].map(round)];
      }),
    );
  console.log(
    JSON.stringify({
      ...{ bench: 'private', rows, columns, epsilon, delta, runs, peerRuns },
      ...Object.fromEntries(
        Object.entries(ours).map(([name, { counts, records, seconds }]) => [
          name,
          { counts: line(counts), records: line(records), seconds },
        ]),
      ),
      ...(peerRuns > 0 && {
        peer: {
          counts: line(peer.map(({ counts }) => counts)),
          records: line(peer.map(({ records }) => records)),
        },
        ratio: round(
          median(errors(ours.discovered)) / median(peer.map(({ counts }) => counts.error)),
        ),
        mannWhitneyP: mannWhitney(
          errors(ours.discovered),
          peer.map(({ counts }) => counts.error),
        ),
      }),
    }),
  );
}
rmSync(folder, { recursive: true });

function repeated(epsilon: number, table: CodedTable) {
  const counts: Judged[] = [];
  const records: Judged[] = [];
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const words = systemWords();
    const before = process.cpuUsage();
    const made = privateCounts(table, { epsilon, delta, length: 3 }, words);
    if (made?.ok !== true) throw new Error(JSON.stringify(made));
    const own = privateRecords(made.value, words);
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
    counts.push(judged(toldPrivately(made.value)));
    if (own === null) continue;
    const asTable = privateTable(made.value, own, table);
    records.push(judged(toldBy(asTable)));
  }
  return { counts, records, seconds: round(median(seconds)) };
}

function peerRun(epsilon: number): { readonly counts: Judged; readonly records: Judged } {
  const out = mkdtempSync(join(folder, 'peer-'));
  const words = ['--mode', 'dp', '--epsilon', String(epsilon), '--delta', String(delta)];
  execFileSync(
    process.execPath,
    [join(shared, 'run-sds.mjs'), '--csv', file, '--length', '3', ...words, '--out', out],
    { maxBuffer: 1 << 28 },
  );
  const found = {
    counts: judged(peerTable(join(out, 'reportable_aggregates.csv'))),
    records: judged(peerTable(join(out, 'synthetic_aggregates.csv'))),
  };
  rmSync(out, { recursive: true });
  return found;
}

/** The peer's table: `header:value;header:value,count` after a heading and the number of records. */
function peerTable(path: string): Told {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(2);
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

/** Two-sided p by the normal approximation, ties at half. */
function mannWhitney(one: readonly number[], other: readonly number[]): number {
  let wins = 0;
  for (const a of one) for (const b of other) wins += a < b ? 1 : a === b ? 0.5 : 0;
  const [n, m] = [one.length, other.length];
  const z = Math.abs(wins - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  // Upper tail of the normal distribution by its continued fraction; z is large here or p is of no interest.
  let fraction = 0;
  for (let k = 60; k > 0; k -= 1) fraction = k / (z + fraction);
  return Math.min(1, (2 * Math.exp((-z * z) / 2)) / (Math.sqrt(2 * Math.PI) * (z + fraction)));
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

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
