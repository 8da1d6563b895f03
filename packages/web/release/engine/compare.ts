import { problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import {
  differencing,
  earlierManifest,
  EarlierReader,
  shownCounts,
  type EarlierRelease,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import type { Bench } from './bench.ts';
import { encodingOf } from '../../parts/file-text.ts';
import { walked } from './reading.ts';
import { part } from './shares.ts';
import type { Compared, CompareSettings, Watch } from './work.ts';

const mostTold = 20;

/**
 * Sets what a release by k-anonymity shows, or would show, beside an earlier one. Problems: `no-file`, `stopped`, those of
 * `earlierManifest` and of `EarlierReader` by row.
 */
export async function compare(
  bench: Bench,
  { k, length, counts, manifest }: CompareSettings,
  watch: Watch,
): Promise<Outcome<Compared>> {
  const { table } = bench;
  if (table === null) return refused(problem('no-file'));
  const earlier = await earlierIn(counts, manifest, { table, length }, part(watch, 0, 0.3));
  if (!earlier.ok) return earlier;
  const truth = await bench.truth(table, length, part(watch, 0.3, 0.9));
  if (!truth.ok) return truth;
  const { madeAt, shown, length: longest } = earlier.value;
  const found = differencing(shown, shownCounts(truth.value, table.columns, { k, longest }));
  return { ok: true, value: { madeAt, k, found } };
}

async function earlierIn(
  counts: Blob,
  manifest: string,
  { table: { columns }, length }: { readonly table: CodedTable; readonly length: number },
  watch: Watch,
): Promise<Outcome<EarlierRelease>> {
  const told = earlierManifest(json(manifest));
  if (!told.ok) return told;
  let reader: EarlierReader | null = null;
  const spoilt: Problem[] = [];
  const read = await walked(
    counts,
    await encodingOf(counts),
    (header) => {
      const made = EarlierReader.of(told.value, header, { columns, longest: length });
      if (!made.ok) return made;
      const { value } = made;
      reader = value;
      return {
        ok: true,
        value: (row) => {
          if (spoilt.length < mostTold) spoilt.push(...value.take(row));
        },
      };
    },
    watch,
  );
  if (!read.ok) return read;
  return spoilt.length > 0 ? refused(...spoilt) : finished(reader);
}

function finished(reader: EarlierReader | null): Outcome<EarlierRelease> {
  return reader === null ? refused(problem('not-counts')) : { ok: true, value: reader.finished() };
}

/** Null for a text that is no JSON. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
