import { problem, type Problem } from '../problem.ts';
import { named, repeated, TableReader, type TableRow } from '../table/index.ts';

export type ReadTable = {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
};

/** A row's cell by column name; '' where the row is short. */
export type CellOf = (row: TableRow, column: string) => string;

/**
 * A small table with its header, and what bars it from being read. Columns are found by name, without regard to
 * the spaces around it.
 *
 * Problems: `no-rows`, `column-repeated`, and `column-missing` for each column that is wanted and not there.
 */
export function readTable(
  text: string,
  file: string,
  wanted: readonly string[],
): { readonly table: ReadTable; readonly problems: readonly Problem[] } {
  const reader = new TableReader();
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  if (header === undefined)
    return { table: { columns: [], rows: [] }, problems: [problem('no-rows', {}, { file })] };
  const columns = named(header.cells);
  const missing = wanted.filter((each) => !columns.includes(each));
  const problems = [
    ...header.problems,
    ...repeated(columns, header.row),
    ...missing.map((column) => problem('column-missing', {}, { row: header.row, column })),
  ].map((each) => ({ ...each, where: { file, ...each.where } }));
  return { table: { columns, rows }, problems };
}

/** Makes the question what stands in a row's cell. */
export function cellsOf({ columns }: ReadTable): CellOf {
  const places = new Map(columns.map((name, at) => [name, at]));
  return (row, column) => row.cells[places.get(column) ?? -1] ?? '';
}
