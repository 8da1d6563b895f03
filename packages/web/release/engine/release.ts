import { problem, refused, type Outcome } from '@freehold/core/problem';
import {
  best,
  byRows,
  evaluationOf,
  factsOf,
  inputOf,
  manifestOf,
  protectedCount,
  recordsAsTable,
  recordsText,
  releasedCodebook,
  writeCounts,
  type Counts,
  type MadeRecords,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import type { Bench } from './bench.ts';
import { systemWords } from './chance.ts';
import type { ReleaseSettings, Run, Watch } from './work.ts';

/** Makes a release by k-anonymity. Problems: `no-file`, `stopped`, and those of making records. */
export async function release(
  bench: Bench,
  settings: ReleaseSettings,
  watch: Watch,
): Promise<Outcome<Run>> {
  const { table } = bench;
  if (table === null) return refused(problem('no-file'));
  const { k, length, method } = settings;
  const began = performance.now();
  const truth = await bench.truth(table, length, part(watch, 0, 0.2));
  if (!truth.ok) return truth;
  const made = madeBy(table, truth.value, settings, part(watch, 0.2, 0.8));
  if (!made.ok) return made;
  const records = recordsAsTable(table, made.value);
  const own = await bench.counts(records, length, part(watch, 0.8, 1));
  if (!own.ok) return own;
  const madeAt = new Date().toISOString();
  const manifest = manifestOf(
    factsOf(
      table,
      { truth: truth.value, own: own.value },
      { madeAt, madeBy: 'Freehold 0.1.0', method, k, length, chance: 'system entropy' },
    ),
  );
  return {
    ok: true,
    value: {
      ...{ settings, madeAt, manifest },
      evaluation: evaluationOf(truth.value, own.value, k),
      files: {
        'synthetic.csv': textBlob(recordsText(records)),
        'counts.csv': countsBlob(truth.value, table, k),
        'manifest.json': jsonBlob(manifest),
        'codebook.json': jsonBlob(codebookOf(table, truth.value, k)),
      },
      seconds: (performance.now() - began) / 1000,
    },
  };
}

function madeBy(
  table: CodedTable,
  truth: Counts,
  { method, k }: ReleaseSettings,
  watch: Watch,
): Outcome<MadeRecords> {
  if (method === 'best') return best(truth, { k }, systemWords(), watch) ?? stopped;
  const made = byRows(inputOf(table), { k, seeds: method }, systemWords(), watch);
  return made === null ? stopped : { ok: true, value: made };
}

const stopped = refused(problem('stopped'));

/** A part of a piece of work, as its share of the whole. */
function part({ seen, stop }: Watch, from: number, to: number): Watch {
  return { seen: (share) => seen(from + share * (to - from)), stop };
}

function codebookOf(table: CodedTable, truth: Counts, k: number) {
  return releasedCodebook(
    table.columns,
    (column, code) => protectedCount(truth.count([column], [code]), k) > 0,
  );
}

function countsBlob(counts: Counts, table: CodedTable, k: number): Blob {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const keep = (bytes: Uint8Array) => void pieces.push(Uint8Array.from(bytes));
  const shown = (count: number) => protectedCount(count, k);
  writeCounts(counts, table.columns, keep, { least: k, shown });
  return new Blob(pieces, { type: 'text/csv' });
}

function textBlob(text: string): Blob {
  return new Blob([text], { type: 'text/csv' });
}

function jsonBlob(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
}
