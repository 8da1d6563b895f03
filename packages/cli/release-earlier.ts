import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fine, problem, refused, type Problem } from '@freehold/core/problem';
import {
  differencing,
  earlierManifest,
  EarlierReader,
  shownCounts,
  unguardedTable,
  type Counts,
  type Differencing,
  type EarlierRelease,
} from '@freehold/core/release';
import {
  named,
  unguarded,
  type Codebook,
  type CodedTable,
  type TableRow,
} from '@freehold/core/table';
import { walkTable } from '@freehold/server/data';
import { readJson, stopped, type Step } from './files.ts';
import { readRecords } from './release-table.ts';

/**
 * What readers of the release in `folder` learn from a new one with these counts. Problems: those of `earlierManifest` and
 * `EarlierReader`, by row, and `file-unreadable`.
 */
export async function besideEarlier(
  folder: string,
  truth: Counts,
  columns: CodedTable['columns'],
  k: number,
): Promise<Step<{ readonly madeAt: string; readonly found: Differencing }>> {
  const read = await readEarlier(folder, columns, truth.length);
  if (!read.ok) return read;
  const { madeAt, shown, length } = read.value;
  const found = differencing(shown, shownCounts(truth, columns, { k, longest: length }));
  return { ok: true, value: { madeAt, found } };
}

async function readEarlier(
  folder: string,
  columns: CodedTable['columns'],
  longest: number,
): Promise<Step<EarlierRelease>> {
  const manifest = await readJson(join(folder, 'manifest.json'), earlierManifest);
  if (!manifest.ok) return manifest;
  const file = join(folder, 'counts.csv');
  if (!existsSync(file))
    return stopped(refused(problem('file-unreadable', { file, because: 'ENOENT' })), 2);
  let reader: EarlierReader | null = null;
  const spoilt: Problem[] = [];
  const faults = await walkTable(
    () => createReadStream(file),
    (header) => {
      const made = EarlierReader.of(manifest.value, header, { columns, longest });
      if (!made.ok) return made;
      const { value } = made;
      reader = value;
      return fine((row: TableRow) => value.take(row));
    },
    async (batch) => {
      if (spoilt.length < mostSaid) spoilt.push(...batch.flat());
    },
  );
  const all = [...faults, ...spoilt.slice(0, mostSaid)];
  const here = all.map((each) => ({ ...each, where: { file, ...each.where } }));
  return here.length > 0 ? stopped(refused(...here), 1) : finished(reader);
}

/** Problems of rows that are said. */
const mostSaid = 20;

function finished(reader: EarlierReader | null): Step<EarlierRelease> {
  return reader === null
    ? stopped(refused(problem('not-counts')), 1)
    : { ok: true, value: reader.finished() };
}

/**
 * Reads records that were released from, or stand beside, the true ones: as they were before formulas in them were guarded,
 * and with the text `0` as a value in the columns that have it as one.
 */
export async function readReleased(
  file: string,
  truth: CodedTable,
  say: (problems: readonly Problem[]) => void,
): Promise<Step<CodedTable>> {
  const book = (header: readonly string[]) => bookOf(header, truth);
  const read = await readRecords(file, book, { acceptRejected: false, say, mayBeEmpty: true });
  if (!read.ok) return read;
  return { ok: true, value: unguardedTable(read.value.table) };
}

function bookOf(header: readonly string[], { columns }: CodedTable): Codebook {
  const noughts = columns.filter(({ values }) => values.includes('0')).map(({ name }) => name);
  const column = (name: string) => ({
    ...{ kind: 'category' as const, name, values: 'discover' as const, blanks: [] },
    zero: noughts.includes(unguarded(name)) ? ('value' as const) : ('absent' as const),
  });
  return { format: 'freehold-codebook/1', subject: null, columns: named(header).map(column) };
}
