import { problem, refused, type Outcome } from '@freehold/core/problem';
import {
  evaluationOf,
  factsOf,
  homogeneity,
  inputOf,
  madeBy,
  manifestOf,
  protectedCount,
  recordsAsTable,
  recordsText,
  releasedCodebook,
  synthesized,
  writeCounts,
  type Counts,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import type { Bench } from './bench.ts';
import { systemWords } from './chance.ts';
import { csvBlob, jsonBlob } from './blobs.ts';
import { privateRelease } from './private-release.ts';
import { counting, part } from './shares.ts';
import type { KSettings, ReleaseSettings, Run, Watch } from './work.ts';

/** Makes a release. Problems: `no-file`, `stopped`, and those of making records. */
export async function release(
  bench: Bench,
  settings: ReleaseSettings,
  watch: Watch,
): Promise<Outcome<Run>> {
  const { table } = bench;
  if (table === null) return refused(problem('no-file'));
  return settings.kind === 'k'
    ? kRelease(bench, table, settings, watch)
    : privateRelease(table, settings, watch);
}

async function kRelease(
  bench: Bench,
  table: CodedTable,
  settings: KSettings,
  watch: Watch,
): Promise<Outcome<Run>> {
  const { k, length, method } = settings;
  const began = performance.now();
  const truth = await bench.truth(table, length, part(watch, 0, 0.15));
  if (!truth.ok) return truth;
  const making = counting(part(watch, 0.15, 0.85));
  const source = { input: inputOf(table), counts: truth.value };
  const made = synthesized(source, { method, k }, systemWords(), making);
  if (!made.ok) return made;
  const records = recordsAsTable(table, made.value);
  const own = await bench.counts(records, length, part(watch, 0.85, 1));
  if (!own.ok) return own;
  const madeAt = new Date().toISOString();
  const manifest = manifestOf(
    factsOf(
      table,
      { truth: truth.value, own: own.value },
      { madeAt, madeBy, method, k, length, chance: 'system entropy' },
    ),
  );
  return {
    ok: true,
    value: {
      ...{ settings, madeAt, manifest, combinations: combinationsIn(truth.value, k) },
      inside: {
        evaluation: evaluationOf(truth.value, own.value, k),
        homogeneity: homogeneity(truth.value, table.columns, { k }),
      },
      files: {
        'synthetic.csv': csvBlob(recordsText(records)),
        'counts.csv': countsBlob(truth.value, table, k),
        'manifest.json': jsonBlob(manifest),
        'codebook.json': jsonBlob(codebookOf(table, truth.value, k)),
      },
      seconds: (performance.now() - began) / 1000,
    },
  };
}

function combinationsIn(counts: Counts, k: number): number {
  let found = 0;
  for (let length = 1; length <= counts.length; length += 1)
    for (const count of counts.countsOf(length)) if (count >= k) found += 1;
  return found;
}

function codebookOf(table: CodedTable, truth: Counts, k: number) {
  return releasedCodebook(table.columns, (column, code) => truth.count([column], [code]) >= k);
}

function countsBlob(counts: Counts, table: CodedTable, k: number): Blob {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const keep = (bytes: Uint8Array) => void pieces.push(Uint8Array.from(bytes));
  const shown = (count: number) => protectedCount(count, k);
  writeCounts(counts, table.columns, keep, { least: k, shown });
  return new Blob(pieces, { type: 'text/csv' });
}
