import type { CodedTable } from '../../table/index.ts';

/**
 * The records of a table that are nearest to a given one by Gower's distance: the mean over columns of 0 for the same
 * value and 1 for another; of columns in an order, of how far apart the two lie as a share of the whole way. Two blanks are
 * alike, a blank and a value are not. O(records · columns) a search.
 *
 * Source: Gower, A General Coefficient of Similarity and Some of Its Properties (1971).
 */
export class Nearest {
  readonly #among: CodedTable;
  readonly #distances: Float32Array;

  constructor(among: CodedTable) {
    this.#among = among;
    this.#distances = new Float32Array(among.rows);
  }

  /**
   * The `many` nearest records to a row of `table`, looking at `columns` only; of those equally near the ones that come
   * first from record `from` on, round and round. Both tables have the same columns and codes.
   */
  of(
    table: CodedTable,
    row: number,
    columns: readonly number[],
    { many, from }: { readonly many: number; readonly from: number },
  ): readonly number[] {
    this.#distances.fill(0);
    for (const column of columns) this.#add(column, table.columns[column]?.codes[row] ?? 0);
    return this.#least(many, from);
  }

  #add(column: number, code: number): void {
    const { codes = [], values = [], kind = 'category' } = this.#among.columns[column] ?? {};
    const to = distancesTo(code, values.length, isOrdered(kind));
    const distances = this.#distances;
    for (let at = 0; at < distances.length; at += 1)
      distances[at] = (distances[at] ?? 0) + (to[codes[at] ?? 0] ?? 0);
  }

  #least(many: number, from: number): readonly number[] {
    const found: number[] = [];
    const distances = this.#distances;
    let last = Infinity;
    for (let step = 0; step < distances.length; step += 1) {
      const at = from + step < distances.length ? from + step : from + step - distances.length;
      const distance = distances[at] ?? 0;
      if (found.length === many && distance >= last) continue;
      let place = found.length;
      while (place > 0 && distance < (distances[found[place - 1] ?? 0] ?? 0)) place -= 1;
      found.splice(place, 0, at);
      if (found.length > many) found.pop();
      last = distances[found.at(-1) ?? 0] ?? 0;
    }
    return found;
  }
}

/** Whether a column's values are in an order, as their codes are. */
export function isOrdered(kind: CodedTable['columns'][number]['kind']): boolean {
  return kind === 'ordered' || kind === 'number' || kind === 'date';
}

function distancesTo(code: number, size: number, ordered: boolean): Float32Array {
  const to = new Float32Array(size + 1).fill(1);
  if (ordered && code > 0 && size > 1)
    for (let other = 1; other <= size; other += 1) to[other] = Math.abs(other - code) / (size - 1);
  to[code] = 0;
  return to;
}
