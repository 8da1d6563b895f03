import { problem, type Problem } from '../problem.ts';
import type { Records, TableRecord } from './records.ts';

/** How to read a table's cells by the plain, lower-case names of its columns. */
export type Columns<Name extends string> = {
  /** What is wrong with the header; rows are not worth reading then. */
  readonly problems: readonly Problem[];
  /** The cell without the spaces around it; '' where the column is absent. */
  readonly cell: (record: TableRecord, column: Name) => string;
};

/**
 * Finds columns in a header whatever its case and order; other columns are left alone. Problems, at row 1:
 * `column-missing` for each needed one that is absent, `column-repeated` for each that comes twice.
 */
export function columnsIn<Name extends string>(
  { columns }: Pick<Records, 'columns'>,
  needed: readonly Name[],
  optional: readonly Name[] = [],
): Columns<Name> {
  const plain = columns.map((name) => name.toLowerCase());
  const missing = needed.filter((name) => !plain.includes(name));
  const again = [...needed, ...optional].filter(
    (name) => plain.indexOf(name) !== plain.lastIndexOf(name),
  );
  return {
    problems: [
      ...missing.map((column) => problem('column-missing', {}, { row: 1, column })),
      ...again.map((column) => problem('column-repeated', {}, { row: 1, column })),
    ],
    cell: (record, column) => record.cells[columns[plain.indexOf(column)] ?? '']?.trim() ?? '',
  };
}

/** One problem `missing-value` for each column whose cell is empty. */
export function emptyCells<Name extends string>(
  cells: Readonly<Record<Name, string>>,
  needed: readonly Name[],
  row: number,
): readonly Problem[] {
  return needed
    .filter((column) => cells[column] === '')
    .map((column) => problem('missing-value', {}, { row, column }));
}

/** Problems in the order of their rows; those of one row as they came. */
export function byRow(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.where?.row ?? 0) - (b.where?.row ?? 0));
}
