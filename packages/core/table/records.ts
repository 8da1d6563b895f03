import { problem, type Problem } from '../problem.ts';
import type { Delimiter } from './delimiter.ts';
import { TableReader } from './reader.ts';
import type { TableRow } from './splitter.ts';

/** One row by column name. An unnamed column is not in it; of two columns of one name the first is. */
export type TableRecord = {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
};

export type Records = {
  readonly columns: readonly string[];
  /** Rows without a problem, in the order of the file. */
  readonly records: readonly TableRecord[];
  readonly problems: readonly Problem[];
};

/**
 * Reads a small delimited text whole. For large files use `TableReader`.
 *
 * A text without any row is the problem `no-rows`; two columns of one name are `column-repeated`.
 *
 * @example records('a,b\n1,2').records // => [{ row: 2, cells: { a: '1', b: '2' } }]
 */
export function records(text: string, delimiter: Delimiter | null = null): Records {
  const reader = new TableReader({ delimiter });
  const [first, ...rest] = [...reader.push(text), ...reader.end()];
  if (first === undefined) return { columns: [], records: [], problems: [problem('no-rows')] };
  const columns = named(first.cells);
  return {
    columns,
    records: rest.filter((row) => row.problems.length === 0).map((row) => record(columns, row)),
    problems: [
      ...first.problems,
      ...repeated(columns, first.row),
      ...rest.flatMap((row) => row.problems),
    ],
  };
}

/** A header's names without the spaces around them. */
export function named(header: readonly string[]): readonly string[] {
  return header.map((name) => name.trim());
}

/** One problem for each name that several columns bear; unnamed columns may be many. */
export function repeated(columns: readonly string[], row = 1): readonly Problem[] {
  const again = columns.filter((name, at) => name !== '' && columns.indexOf(name) !== at);
  return [...new Set(again)].map((column) => problem('column-repeated', {}, { row, column }));
}

function record(columns: readonly string[], { row, cells }: TableRow): TableRecord {
  const pairs = columns.map((name, at): [string, string] => [name, cells[at] ?? '']);
  return { row, cells: Object.fromEntries(pairs.filter(([name]) => name !== '').reverse()) };
}
