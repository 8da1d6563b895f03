import type { z } from 'zod';
import { cellOf, readCell, type Cell, type Form } from '../framework/index.ts';
import { parsed, problem, type Problem } from '../problem.ts';
import { byRow, columnsIn, type Records, type TableRecord } from '../table/index.ts';

/**
 * A column of a table and the field that it fills. `words` turns what people write, in small letters, into what is
 * kept. With `unknown` a word that is not among them is that problem; without, it goes on as it was written.
 */
export type Column = {
  readonly field: string;
  readonly title: string;
  readonly form: Form;
  readonly needed?: true;
  readonly words?: ReadonlyMap<string, string>;
  readonly unknown?: string;
};

export type CheckedRow<T> = { readonly row: number; readonly value: T };

/**
 * Reads a table's rows by a schema. Columns may stand in any order and case, others are left alone; an empty cell
 * says nothing, so that the schema's own value holds. Every problem has its row and its column. [PV-10]
 */
export function checkedTable<S extends z.ZodType>(
  table: Records,
  columns: readonly Column[],
  schema: S,
): { readonly rows: readonly CheckedRow<z.output<S>>[]; readonly problems: readonly Problem[] } {
  const titles = columns.map(({ title }) => title);
  const needed = columns.filter((column) => column.needed === true).map(({ title }) => title);
  const found = columnsIn(table, needed, titles);
  if (found.problems.length > 0) return { rows: [], problems: found.problems };
  const rows = table.records
    .filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ''))
    .map((record) => readRow(record, columns, found.cell, schema));
  return {
    rows: rows.flatMap(({ row, value }) => (value === null ? [] : [{ row, value: value.is }])),
    problems: byRow([...table.problems, ...rows.flatMap(({ problems }) => problems)]),
  };
}

/** The rows of a table that `checkedTable` reads back, its header first. */
export function tableOf(
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly (readonly Cell[])[] {
  return [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ field }) => cellOf(row[field] ?? ''))),
  ];
}

function readRow<S extends z.ZodType>(
  record: TableRecord,
  columns: readonly Column[],
  cell: (record: TableRecord, column: string) => string,
  schema: S,
): {
  readonly row: number;
  readonly value: { readonly is: z.output<S> } | null;
  readonly problems: readonly Problem[];
} {
  const { row } = record;
  const cells = columns.map((column) => readColumn(column, cell(record, column.title), row));
  const fields = cells.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value]]));
  const unread = cells.flatMap(({ problems }) => problems);
  if (unread.length > 0) return { row, value: null, problems: unread };
  const read = parsed(schema, Object.fromEntries(fields));
  if (read.ok) return { row, value: { is: read.value }, problems: [] };
  return { row, value: null, problems: read.problems.map((each) => placed(each, columns, row)) };
}

function readColumn(
  { field, title, form, words, unknown, needed }: Column,
  written: string,
  row: number,
): { readonly field: string; readonly value?: unknown; readonly problems: readonly Problem[] } {
  const where = { row, column: title };
  if (written === '')
    return { field, problems: needed === true ? [problem('missing-value', {}, where)] : [] };
  const read = readCell(form, written);
  if (!read.ok)
    return { field, problems: [problem(read.code, { text: shortened(written) }, where)] };
  if (words === undefined) return { field, value: read.value, problems: [] };
  const items = (Array.isArray(read.value) ? read.value : [read.value]).map(String);
  const known = items.map((item) => words.get(item.trim().toLowerCase()));
  const strange = unknown === undefined ? [] : items.filter((_, at) => known[at] === undefined);
  if (unknown !== undefined && strange.length > 0)
    return {
      field,
      problems: strange.map((item) => problem(unknown, { text: shortened(item) }, where)),
    };
  const kept = items.map((item, at) => known[at] ?? item);
  return { field, value: Array.isArray(read.value) ? kept : kept[0], problems: [] };
}

/** A fault of the schema under the column whose cell it was. */
function placed(
  { code, details, where }: Problem,
  columns: readonly Column[],
  row: number,
): Problem {
  const [field = ''] = (where?.path ?? '').split('.');
  const column = columns.find((each) => each.field === field)?.title ?? field;
  const own = code === 'not-valid' && details?.rule === 'custom';
  return own
    ? problem(String(details.note), {}, { row, column })
    : problem(code, details, { row, column });
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
