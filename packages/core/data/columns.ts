import { problem, type Outcome, type Problem } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import type { PlaceReading, RowFilter } from './mapping.ts';

/** Reads one thing from a row; null where it cannot be known, and then `faults` says why. */
export type RowReader<T> = (row: TableRow, faults: Problem[]) => T | null;

/** Finds columns by name in a header; what is asked for and not there, or there twice, is a problem. */
export class Columns {
  readonly #header: readonly string[];
  readonly #problems: Problem[] = [];

  constructor(header: readonly string[]) {
    this.#header = header.map((name) => name.trim());
  }

  /** The cell of a column. Problems: `column-missing`, `column-repeated`. */
  cell(column: string): (row: TableRow) => string {
    const at = this.#header.indexOf(column);
    const said = this.#problems.some((each) => each.where?.column === column);
    if (!said && at === -1) this.#fault('column-missing', column);
    if (!said && at !== this.#header.lastIndexOf(column)) this.#fault('column-repeated', column);
    return (row) => row.cells[at] ?? '';
  }

  /** What was made with these columns, if all of them are there. */
  outcome<T>(value: T): Outcome<T> {
    if (this.#problems.length === 0) return { ok: true, value };
    return { ok: false, problems: this.#problems };
  }

  #fault(code: string, column: string): void {
    this.#problems.push(problem(code, {}, { row: 1, column }));
  }
}

/** Does a row count? All filters must let it through. */
export function filter(
  columns: Columns,
  filters: readonly RowFilter[],
): (row: TableRow) => boolean {
  const tests = filters.map((each) => {
    const cell = columns.cell(each.column);
    const wanted = 'is' in each;
    const values = new Set(wanted ? each.is : each.isNot);
    return (row: TableRow) => values.has(cell(row).trim()) === wanted;
  });
  return (row) => tests.every((test) => test(row));
}

/** How a row names its place, aliases applied. Of a row: `place-missing`. */
export function placeReader(
  columns: Columns,
  { column, aliases }: PlaceReading,
): RowReader<string> {
  const cell = columns.cell(column);
  const known = new Map(Object.entries(aliases));
  return (row, faults) => {
    const said = cell(row).trim();
    if (said !== '') return known.get(said) ?? said;
    faults.push(problem('place-missing', {}, { row: row.row, column }));
    return null;
  };
}

/** A cell's text for a problem: enough to know it by, and no character cut in two. */
export function shortened(text: string): string {
  const beginning = Array.from(text.slice(0, 160)).slice(0, 80).join('');
  return beginning.length < text.length ? `${beginning}…` : text;
}
