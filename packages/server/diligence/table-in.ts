import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { NamedRow } from '@freehold/core/diligence';
import { walkTable } from '../data/index.ts';
import type { Upload } from '../data/upload.ts';
import { mostFileBytes, readWorkbook } from '../framework/workbook.ts';
import type { Workshop } from '../job/run.ts';

/** A table as it was sent, CSV or XLSX alike. */
export type TableIn = {
  readonly header: readonly string[];
  readonly rows: readonly NamedRow[];
  /** Rows that could not be read at all. */
  readonly problems: readonly Problem[];
};

export const mostRows = 50_000;

/**
 * Reads a sent file as one table: of a workbook its first sheet.
 *
 * Problems: `no-rows`, `too-many-rows`, `too-large`, `column-repeated`, and those of tables and workbooks.
 */
export async function tableIn(
  { ports }: Pick<Workshop, 'ports'>,
  upload: Upload,
): Promise<Outcome<TableIn>> {
  const read = /\.xlsx$/i.test(upload.name)
    ? await workbookTable(ports, upload)
    : await textTable(ports, upload);
  if (!read.ok) return read;
  const { header, rows } = read.value;
  const again = header.filter((name, at) => name !== '' && header.indexOf(name) !== at);
  if (again.length > 0)
    return refused(
      ...[...new Set(again)].map((column) => problem('column-repeated', {}, { row: 1, column })),
    );
  return rows.length > mostRows ? refused(problem('too-many-rows', { most: mostRows })) : read;
}

async function textTable(
  { files }: Workshop['ports'],
  { storedAs }: Upload,
): Promise<Outcome<TableIn>> {
  let header: readonly string[] = [];
  const rows: NamedRow[] = [];
  const problems: Problem[] = [];
  const faults = await walkTable(
    () => files.open(storedAs),
    (names) => {
      header = names.map((name) => name.trim());
      return fine((row) => row);
    },
    async (batch) => {
      for (const { row, cells, problems: wrong } of batch) {
        problems.push(...wrong);
        if (wrong.length === 0) rows.push({ row, cells: named(header, cells) });
      }
    },
  );
  return faults.length > 0 ? refused(...faults) : fine({ header, rows, problems });
}

async function workbookTable(
  { files }: Workshop['ports'],
  { storedAs, size }: Upload,
): Promise<Outcome<TableIn>> {
  if (size > mostFileBytes) return refused(problem('too-large', { mostBytes: mostFileBytes }));
  const pieces: Uint8Array[] = [];
  for await (const piece of files.open(storedAs)) pieces.push(Buffer.from(piece));
  const sheets = await readWorkbook(new Uint8Array(Buffer.concat(pieces)));
  if (!sheets.ok) return sheets;
  const [first] = sheets.value;
  const [head, ...rest] = first?.rows ?? [];
  if (head === undefined) return refused(problem('no-rows'));
  const header = head.map((cell) => String(cell).trim());
  const rows = rest.flatMap((cells, at) =>
    cells.length === 0 ? [] : [{ row: at + 2, cells: named(header, cells.map(String)) }],
  );
  return fine({ header, rows, problems: [] });
}

function named(
  header: readonly string[],
  cells: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
}
