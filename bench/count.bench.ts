import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTable } from './made-table.ts';

// Counting from a CSV file to a CSV file of counts: reading, counting, writing, each by itself and all together. Beside it,
// in the same run, Microsoft's Synthetic Data Showcase where SDS_GIT or SDS_WASM says where its module is (minutes on the
// larger tables: only those of `--peer ROWS` rows or fewer, 10000 unless told), else a map of texts in count-naive.ts.

const shared = fileURLToPath(new URL('../../shared/bench/', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'freehold-count-'));
const peerRows = Number(process.argv[process.argv.indexOf('--peer') + 1]) || 10_000;
const peer =
  (process.env['SDS_GIT'] ?? process.env['SDS_WASM']) !== undefined && existsSync(shared);

const tables = [
  { rows: 10_000, columns: 15, lengths: [3, 4] },
  { rows: 50_000, columns: 20, lengths: [3, 4] },
  { rows: 200_000, columns: 22, lengths: [3, 4] },
  { rows: 2_000_000, columns: 27, lengths: [3] },
];

for (const { rows, columns, lengths } of tables) {
  const file = join(folder, `${rows}x${columns}.csv`);
  makeTable(file, rows, columns);
  for (const length of lengths) {
    const threads = rows > 1_000_000 ? '2' : '1';
    const ours = measured(
      'count-run.ts',
      'ours',
      file,
      String(length),
      join(folder, 'out.csv'),
      threads,
    );
    const other = rows > peerRows ? null : besides(file, length);
    console.log(
      JSON.stringify({
        ...{ bench: 'count', rows, columns, length, threads: Number(threads), ...ours },
        writtenMB: Math.round(statSync(join(folder, 'out.csv')).size / 1e6),
        ...(other !== null && {
          other,
          timesFaster: Math.round(other.countingCpuMs / countingOf(ours)),
        }),
      }),
    );
  }
  rmSync(file);
}
rmSync(folder, { recursive: true });

type Stage = { readonly wallMs: number; readonly cpuMs: number };
type Measured = Stage & {
  readonly combinations: number;
  readonly peakMiB: number;
  readonly stages: Readonly<Record<string, Stage>>;
};
type Other = Stage & {
  readonly who: string;
  readonly countingCpuMs: number;
  readonly peakMiB: number;
};

/** What is set beside each other: counting and writing the counts, without reading the table and without starting. */
function countingOf({ stages }: Measured): number {
  return (stages['count']?.cpuMs ?? 0) + (stages['write']?.cpuMs ?? 0);
}

function measured(...words: readonly string[]): Measured {
  const asked = [join(here, 'count-run.ts'), ...words];
  const said = execFileSync(process.execPath, asked, { encoding: 'utf8' });
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '');
}

function besides(file: string, length: number): Other {
  if (peer) return peerOf(file, length);
  const { stages, wallMs, cpuMs, peakMiB } = measured('naive', file, String(length));
  return { who: 'naive', wallMs, cpuMs, peakMiB, countingCpuMs: stages['count']?.cpuMs ?? 0 };
}

/** The peer from its parse to its table as text. Of the stage that also works out rare statistics only counting's share. */
function peerOf(file: string, length: number): Other {
  const words = ['--csv', file, '--length', String(length), '--mode', 'none'];
  const script = join(shared, 'run-sds.mjs');
  const { ms, stageCpuMs, peakRssMiB } = JSON.parse(
    execFileSync(process.execPath, [script, ...words], { encoding: 'utf8' }),
  );
  const share = ms.aggregate / ms.aggregateAndRareStatistics;
  const countingCpuMs = Math.round(
    stageCpuMs.aggregateAndRareStatistics * share + stageCpuMs.serialise_sensitive,
  );
  return {
    ...{ who: 'sds', countingCpuMs, cpuMs: countingCpuMs + stageCpuMs.parse, peakMiB: peakRssMiB },
    wallMs: Math.round(ms.parse + ms.aggregate + ms.serialise_sensitive),
  };
}
