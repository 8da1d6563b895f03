import type { CountInput } from '../count/input.ts';

/** The rows that hold a set of values, and how many of them hold each further value, by the value's number. */
export type Extent = { readonly rows: Uint32Array; readonly tally: Uint32Array };

/**
 * Which rows hold which values together. Values of all columns have one numbering: a column's first is `first[column]`,
 * and its code comes on top.
 *
 * What one value and two values hold is kept, for records begin with the common ones again and again; the rest is worked
 * out when it is asked for. O(rows · columns²) for all that is kept.
 */
export class Extents {
  readonly columns: number;
  /** Where each column's numbers begin, and one more: the end. */
  readonly first: readonly number[];
  readonly whole: Extent;
  readonly #input: CountInput;
  readonly #columnOf: Uint16Array;
  readonly #kept = new Map<number, Extent>();
  #bytes = 0;

  constructor(input: CountInput) {
    const starts = [0];
    for (const { size } of input.columns) starts.push((starts.at(-1) ?? 0) + size + 1);
    this.#input = input;
    this.columns = input.columns.length;
    this.first = starts;
    this.#columnOf = new Uint16Array(this.values);
    for (let column = 0; column < this.columns; column += 1)
      this.#columnOf.fill(column, starts[column], starts[column + 1]);
    this.whole = this.#extent(Uint32Array.from({ length: input.rows }, (_, row) => row));
  }

  /** How many numbers there are. */
  get values(): number {
    return this.first.at(-1) ?? 0;
  }

  columnOf(value: number): number {
    return this.#columnOf[value] ?? 0;
  }

  codeOf(value: number): number {
    return value - (this.first[this.columnOf(value)] ?? 0);
  }

  /** The number of what a row has in a column, or −1 where it is blank. */
  valueAt(row: number, column: number): number {
    const code = this.#input.columns[column]?.codes[row] ?? 0;
    return code === 0 ? -1 : (this.first[column] ?? 0) + code;
  }

  /** Who of an extent holds one more value; `held` are the values that it is of. */
  with(extent: Extent, held: readonly number[], value: number): Extent {
    const [one = value, other = value] = held;
    if (held.length > 1) return this.#narrowed(extent, value);
    const [low, high] =
      held.length === 0 ? [one, one] : [Math.min(one, other, value), Math.max(one, value)];
    const key = low * this.values + high;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const found = this.#narrowed(extent, value);
    this.#keep(key, found);
    return found;
  }

  #narrowed({ rows, tally }: Extent, value: number): Extent {
    const codes = this.#input.columns[this.columnOf(value)]?.codes ?? new Uint8Array();
    const code = this.codeOf(value);
    const found = new Uint32Array(tally[value] ?? 0);
    let at = 0;
    for (const row of rows)
      if (codes[row] === code) {
        found[at] = row;
        at += 1;
      }
    return this.#extent(found);
  }

  #extent(rows: Uint32Array): Extent {
    const tally = new Uint32Array(this.values);
    for (const [column, { codes }] of this.#input.columns.entries()) {
      const start = this.first[column] ?? 0;
      for (const row of rows) {
        const at = start + (codes[row] ?? 0);
        tally[at] = (tally[at] ?? 0) + 1;
      }
      tally[start] = 0;
    }
    return { rows, tally };
  }

  #keep(key: number, extent: Extent): void {
    this.#bytes += extent.rows.byteLength + extent.tally.byteLength;
    if (this.#bytes > mostBytes) {
      this.#kept.clear();
      this.#bytes = 0;
    }
    this.#kept.set(key, extent);
  }
}

/** What is kept takes no more than this: an eighth of a gigabyte. */
const mostBytes = 2 ** 27;
