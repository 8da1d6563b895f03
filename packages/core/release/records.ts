import { csvText, type CodedTable } from '../table/index.ts';
import type { MadeRecords } from './synthesis/best.ts';

/** Records that were made, as a table of the same columns and values as the one they were made from. */
export function recordsAsTable(table: CodedTable, { records, columns }: MadeRecords): CodedTable {
  return {
    rows: records,
    bySubject: table.bySubject,
    columns: table.columns.map((column, at) => ({
      ...column,
      codes: columns[at] ?? new Uint32Array(records),
    })),
  };
}

/** A table of codes as CSV with its values; what is absent is an empty cell. */
export function recordsText(table: CodedTable): string {
  return csvText(lines(table));
}

function* lines({ rows, columns }: CodedTable): Generator<readonly string[]> {
  yield columns.map(({ name }) => name);
  for (let row = 0; row < rows; row += 1)
    yield columns.map(({ codes, values }) => values[(codes[row] ?? 0) - 1] ?? '');
}
