import type { Readable } from 'node:stream';
import { problem, type Outcome, type Problem } from '@freehold/core/problem';
import { repeated, TableReader, type Delimiter, type TableRow } from '@freehold/core/table';
import { decoded, encodingOf, type Encoding } from './decode.ts';

/** Enough rows for a statement to be worth its while, few enough to be held. */
const rowsInBatch = 5_000;

/**
 * Walks through a table in a file, some thousands of rows at a time. `begin` sees the header and makes the reader
 * of rows; `take` is given what a batch of rows came to, and how many bytes have been read.
 *
 * Problems: `no-rows` for a file without a header, those of the header's row, and those of `begin`.
 */
export async function walkTable<T>(
  open: () => Readable,
  begin: (header: readonly string[]) => Outcome<(row: TableRow) => T>,
  take: (batch: readonly T[], bytes: number) => Promise<void>,
): Promise<readonly Problem[]> {
  const encoding = await encodingOf(open);
  const reader = new TableReader();
  const source = open();
  let read: ((row: TableRow) => T) | null = null;
  let batch: T[] = [];
  let bytes = 0;
  try {
    for await (const rows of pieces(source, encoding, reader, (now) => (bytes = now))) {
      let rest = rows;
      if (read === null && rows[0] !== undefined) {
        const [header, ...others] = rows;
        if (header.problems.length > 0) return header.problems;
        const made = begin(header.cells);
        if (!made.ok) return made.problems;
        read = made.value;
        rest = others;
      }
      for (const row of rest) if (read !== null) batch.push(read(row));
      if (batch.length < rowsInBatch) continue;
      await take(batch, bytes);
      batch = [];
    }
    if (read === null) return [problem('no-rows')];
    if (batch.length > 0) await take(batch, bytes);
    return [];
  } finally {
    source.destroy();
  }
}

async function* pieces(
  source: Readable,
  encoding: Encoding,
  reader: TableReader,
  note: (bytes: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  for await (const { text, bytes } of decoded(source, encoding)) {
    note(bytes);
    yield reader.push(text);
  }
  yield reader.end();
}

export type TableHead = {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
};

const bytesLookedAt = 1024 * 1024;

/** The first rows of a table, and what is wrong among them. */
export async function headOf(open: () => Readable, most: number): Promise<TableHead> {
  const encoding = await encodingOf(open, { most: bytesLookedAt });
  const reader = new TableReader();
  const source = open();
  const found: TableRow[] = [];
  let whole = true;
  try {
    for await (const { text, bytes } of decoded(source, encoding)) {
      found.push(...reader.push(text));
      whole = bytes < bytesLookedAt && found.length <= most;
      if (!whole) break;
    }
  } finally {
    source.destroy();
  }
  if (whole) found.push(...reader.end());
  const [header, ...rows] = found;
  if (header === undefined)
    return { encoding, delimiter: null, columns: [], rows: [], problems: [problem('no-rows')] };
  const columns = header.cells.map((name) => name.trim());
  const shown = rows.slice(0, most);
  return {
    encoding,
    delimiter: reader.delimiter,
    columns,
    rows: shown.map((row) => row.cells),
    problems: [...header.problems, ...repeated(columns), ...shown.flatMap((row) => row.problems)],
  };
}
