import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fine, parsed, problem, refused, type Problem } from '@freehold/core/problem';
import {
  combinationName,
  differencing,
  Manifest,
  shownCounts,
  unguardedTable,
  type Counts,
  type Differencing,
  type ShownCounts,
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

/** An earlier release, as its readers have it. */
type EarlierRelease = {
  readonly madeAt: string;
  readonly length: number;
  readonly shown: ShownCounts;
};

/**
 * Reads a release's folder back: manifest and counts. Problems: those of `Manifest`, also for a release with noise, which
 * there is nothing to work out from; `not-counts` where counts.csv is not one of this kind. Combinations of more than
 * `longest` values are passed over.
 */
async function readEarlier(folder: string, longest: number): Promise<Step<EarlierRelease>> {
  const manifest = await readJson(join(folder, 'manifest.json'), (input) =>
    parsed(Manifest, input),
  );
  if (!manifest.ok) return manifest;
  const { k, rows, madeAt, length } = manifest.value;
  const file = join(folder, 'counts.csv');
  if (!existsSync(file))
    return stopped(refused(problem('file-unreadable', { file, because: 'ENOENT' })), 2);
  const counts = new Map<string, number>();
  let spoilt = false;
  const faults = await walkTable(
    () => createReadStream(file),
    (header) =>
      header.join() === 'length,combination,count'
        ? fine((row: TableRow) => keep(row, counts, longest))
        : refused(problem('not-counts')),
    async (batch) => {
      spoilt ||= batch.includes(false);
    },
  );
  const all = spoilt ? [...faults, problem('not-counts')] : faults;
  if (all.length > 0)
    return stopped(refused(...all.map((each) => ({ ...each, where: { file } }))), 1);
  return { ok: true, value: { madeAt, length, shown: { k, rows, counts } } };
}

/** Whether the row is a count of a combination; then it is kept. */
function keep(
  { cells, problems }: TableRow,
  counts: Map<string, number>,
  longest: number,
): boolean {
  const [length = '', text = '', count = ''] = cells;
  const name = combinationName(unguarded(text));
  if (problems.length > 0 || name === null || !/^\d+$/.test(count)) return false;
  if (Number(length) <= longest) counts.set(name, Number(count));
  return true;
}

/** Longer combinations are too many to hold as text. */
const longestText = 3;

/**
 * What readers of the release in `folder` learn from a new one with these counts. Problems: those of `readEarlier`.
 */
export async function besideEarlier(
  folder: string,
  truth: Counts,
  columns: CodedTable['columns'],
  k: number,
): Promise<Step<{ readonly madeAt: string; readonly found: Differencing }>> {
  const read = await readEarlier(folder, Math.min(longestText, truth.length));
  if (!read.ok) return read;
  const { madeAt, shown, length } = read.value;
  const longest = Math.min(longestText, truth.length, length);
  const found = differencing(shown, shownCounts(truth, columns, { k, longest }));
  return { ok: true, value: { madeAt, found } };
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
  const read = await readRecords(file, book, { acceptRejected: false, say });
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
