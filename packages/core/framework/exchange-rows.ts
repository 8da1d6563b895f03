import { problem, type Problem } from '../problem.ts';
import { columnsOf, type Column, type Sheet, type SheetName } from './exchange.ts';
import { readCell, type Cell } from './exchange-cell.ts';

/** A row of a sheet with its fields read; `row` is its number as a person sees it in the file. */
export type Row = {
  readonly sheet: SheetName;
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What stood in the cell of a field, as text. */
  readonly written: Readonly<Record<string, string>>;
};

/** The sheets of a file, read. `lacks` says that a sheet, or this column of it, is not there at all. */
export type Book = {
  readonly rows: (sheet: SheetName) => readonly Row[];
  readonly lacks: (sheet: string, column?: string) => boolean;
};

export type Rows = { readonly rows: readonly Row[]; readonly problems: readonly Problem[] };

/**
 * Reads one sheet. Its name and the titles of its columns may differ in capitals and outer blanks; empty
 * rows are passed over and counted; sheets that are none of ours are left alone.
 */
export function rowsOf(sheets: readonly Sheet[], name: SheetName): Rows {
  const sheet = sheets.find((each) => same(each.name, name));
  if (sheet === undefined) return nothing(problem('missing-sheet', {}, { sheet: name }));
  const head = sheet.rows.findIndex((cells) => !isBlank(cells));
  if (head === -1) return nothing(problem('empty-sheet', {}, { sheet: name }));
  const titles = (sheet.rows[head] ?? []).map((cell) => String(cell).trim());
  const body = sheet.rows.map((cells, index) => ({ cells, row: index + 1 })).slice(head + 1);
  const filled = body.filter(({ cells }) => !isBlank(cells));
  const places = columnsOf[name].map((column) => ({ column, at: placeOf(titles, column) }));
  const read = filled.map(({ cells, row }) => readRow(name, row, cells, places));
  return {
    rows: read.map((each) => each.row),
    problems: [
      ...wrongTitles(name, head + 1, titles, filled),
      ...read.flatMap((each) => each.problems),
    ],
  };
}

type Place = { readonly column: Column; readonly at: number };

function readRow(sheet: SheetName, row: number, cells: readonly Cell[], places: readonly Place[]) {
  const fields: Record<string, unknown> = {};
  const written: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const { column, at } of places) {
    if (at === -1) continue;
    const [field, title, form] = column;
    const cell = cells[at] ?? '';
    const read = readCell(form, cell);
    written[field] = String(cell).trim();
    if (read.ok) fields[field] = read.value;
    else problems.push(unreadable(read.code, String(cell), { sheet, row, column: title }));
  }
  return { row: { sheet, row, fields, written }, problems };
}

function unreadable(code: string, found: string, where: NonNullable<Problem['where']>): Problem {
  if (found.trim() === '') return problem('missing-value', {}, where);
  return code === 'not-yes-or-no'
    ? problem('not-one-of', { found: shortened(found), allowed: ['yes', 'no'] }, where)
    : problem(code, { found: shortened(found) }, where);
}

/** The beginning of a text, long enough to recognise it by. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function wrongTitles(
  name: SheetName,
  row: number,
  titles: readonly string[],
  filled: readonly { readonly cells: readonly Cell[] }[],
): readonly Problem[] {
  const known = columnsOf[name].map(([, title]) => title);
  const missing = known.filter((title) => !titles.some((each) => same(each, title)));
  return [
    ...missing.map((column) => problem('missing-column', {}, { sheet: name, row, column })),
    ...titles.flatMap((title, at) => {
      const used = title !== '' || filled.some(({ cells }) => !isBlank(cells.slice(at, at + 1)));
      if (!used) return [];
      const column = title === '' ? letters(at) : title;
      const where = { sheet: name, row, column };
      if (title === '') return [problem('column-without-title', { allowed: known }, where)];
      if (!known.some((each) => same(each, title)))
        return [problem('unknown-column', { allowed: known }, where)];
      const first = titles.findIndex((each) => same(each, title));
      return first === at ? [] : [problem('repeated-column', { first: letters(first) }, where)];
    }),
  ];
}

function placeOf(titles: readonly string[], [, title]: Column): number {
  return titles.findIndex((each) => same(each, title));
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => String(cell).trim() === '');
}

/** The letters that a spreadsheet shows over a column: 0 is A, 26 is AA. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`;
}

function nothing(why: Problem): Rows {
  return { rows: [], problems: [why] };
}
