import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTable } from './made-table.ts';

// Making records by each method, k = 10, L = 3: time and memory of making them alone, and how near they are to what is true
// over all combinations of k rows or more. Beside them, in the same run, Microsoft's Synthetic Data Showcase where SDS_GIT or
// SDS_WASM says where its module is (half an hour for 50,000 rows: only tables of `--peer ROWS` rows or fewer, 10000 unless
// told), else for the first table the plain row-seeded loop in synthesis-naive.ts.

const shared = fileURLToPath(new URL('../../shared/bench/', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'freehold-synthesis-'));
const peerRows = Number(process.argv[process.argv.indexOf('--peer') + 1]) || 10_000;
const peer =
  (process.env['SDS_GIT'] ?? process.env['SDS_WASM']) !== undefined && existsSync(shared);
const [k, length] = ['10', '3'];

for (const { rows, columns } of [
  { rows: 10_000, columns: 15 },
  { rows: 50_000, columns: 20 },
  { rows: 200_000, columns: 22 },
]) {
  const file = join(folder, `${rows}x${columns}.csv`);
  makeTable(file, rows, columns);
  for (const method of ['best', 'totals', 'aggregate', 'row', 'value', 'unseeded']) {
    const ours = said(
      join(here, 'synthesis-run.ts'),
      method,
      file,
      length,
      k,
      rows > 10_000 ? '1' : '5',
    );
    const other = besides(file, rows, method);
    console.log(
      JSON.stringify({
        ...{ bench: 'synthesis', rows, columns, length: Number(length), method, ...ours },
        expansionPct: 100 * (ours.records / (rows - (rows % Number(k))) - 1),
        ...(other !== null && {
          other,
          timesFaster: Math.round((10 * other.making.cpuMs) / ours.making.cpuMs) / 10,
        }),
      }),
    );
  }
  rmSync(file);
}
rmSync(folder, { recursive: true });

type Took = { readonly wallMs: number; readonly cpuMs: number };
type Other = { readonly who: string; readonly making: Took };

function isOurs(method: string): boolean {
  return method === 'best' || method === 'totals';
}

/** What is set beside a method: the peer's of that name, for ours its nearest one; else the naive loop for rows. */
function besides(file: string, rows: number, method: string): Other | null {
  if (peer && rows <= peerRows) return peerOf(file, isOurs(method) ? 'aggregate' : method);
  if (peer || method !== 'row' || rows > 10_000) return null;
  return { who: 'naive', ...said(join(here, 'synthesis-run.ts'), 'naive', file, length, k) };
}

function peerOf(file: string, mode: string): Other {
  const out = join(folder, mode);
  mkdirSync(out, { recursive: true });
  const { ms, stageCpuMs, peakRssMiB, syntheticRows } = said(
    join(shared, 'run-sds.mjs'),
    ...['--csv', file, '--length', length, '--k', k, '--mode', mode, '--out', out],
  );
  const { all } = said(
    join(shared, 'compare-aggregates.mjs'),
    ...['--truth', join(out, 'sensitive_aggregates.csv')],
    ...['--released', join(out, 'synthetic_aggregates.csv'), '--k', k],
  );
  const making = { wallMs: Math.round(ms.synthesizeCall), cpuMs: stageCpuMs.synthesizeCall };
  return Object.assign(
    { who: `sds ${mode}`, making, peakMiB: peakRssMiB, records: syntheticRows },
    { preservedPct: all.preservedPct, meanError: all.maeAtLeastK },
  );
}

/** Runs a program and reads the last line that it writes, which is JSON. */
function said(script: string, ...words: readonly string[]) {
  const output = execFileSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}
