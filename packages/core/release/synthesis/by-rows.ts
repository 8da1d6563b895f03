import { shuffled, uniform, type Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { CountInput } from '../count/input.ts';
import type { MadeRecords } from './best.ts';
import { Extents, type Extent } from './extents.ts';
import { protectedCount } from './targets.ts';

/** Where records of a synthesis begin: with each row, with the values' totals, or with nothing. */
export type Seeds = 'row' | 'value' | 'unseeded';

/**
 * Makes records out of sets of values that k rows or more hold together, each value as often as its protected total says.
 * Records grow value by value, drawn in proportion to how many rows hold the set with it, until no value is left that k
 * rows hold too. Null: stopped.
 *
 * `row` begins with the values of each row, `unseeded` draws column by column, `value` begins anew each time; what is left
 * of the totals is made into more records, so that there are more records than rows.
 *
 * **Promise**: k-anonymity of sets. Whatever values stand together in a record, however many, k rows or more of the table
 * hold all of them. Neighbours: none; it is not differential privacy, and two releases of nearly the same table can be
 * compared.
 *
 * Source: the kinds of Microsoft's Synthetic Data Showcase, as its documentation describes them.
 */
export function byRows(
  input: CountInput,
  { k, seeds }: { readonly k: number; readonly seeds: Seeds },
  words: Words,
  { seen, stop }: Watch = {},
): MadeRecords | null {
  const making = new Making(new Extents(input), k, words);
  const begun = { row: input.rows, unseeded: protectedCount(input.rows, k), value: 0 }[seeds];
  for (let row = 0; row < begun; row += 1) {
    if (row % 256 === 0) {
      if (stop?.() === true) return null;
      seen?.(row, 1.5 * begun);
    }
    if (seeds === 'row') making.fromRow(row);
    else making.fromNothing();
  }
  making.trim();
  while (making.more()) if (stop?.() === true) return null;
  seen?.(1, 1);
  return making.made();
}

class Making {
  readonly #extents: Extents;
  readonly #k: number;
  readonly #words: Words;
  /** Of each value, how often it may still be given; less than nothing where it was given too often. */
  readonly #left: Int32Array;
  readonly #records: number[][] = [];

  constructor(extents: Extents, k: number, words: Words) {
    this.#extents = extents;
    this.#k = k;
    this.#words = words;
    this.#left = Int32Array.from(extents.whole.tally, (count) => protectedCount(count, k));
  }

  /** A record of a row's values: as many as k rows hold together. */
  fromRow(row: number): void {
    const held = Array.from({ length: this.#extents.columns }, (_, column) =>
      this.#extents.valueAt(row, column),
    );
    this.#keep(this.#grown(held.filter((value) => value >= 0)));
  }

  /** A record column by column, in an order drawn by chance; a column may stay blank as it does in the rows. */
  fromNothing(): void {
    const order = shuffled(
      Uint32Array.from({ length: this.#extents.columns }, (_, column) => column),
      this.#words,
    );
    const held: number[] = [];
    let extent = this.#extents.whole;
    for (const column of order) {
      const [start = 0, end = 0] = this.#extents.first.slice(column, column + 2);
      const values = Array.from({ length: end - start - 1 }, (_, at) => start + 1 + at);
      const value = this.#drawn(values, extent, extent.rows.length);
      if (value < 0) continue;
      extent = this.#extents.with(extent, held, value);
      held.push(value);
    }
    this.#keep(held);
  }

  /** One more record out of what is left; false when nothing is. */
  more(): boolean {
    const values: number[] = [];
    for (let value = 0; value < this.#left.length; value += 1)
      if ((this.#left[value] ?? 0) > 0) values.push(value);
    if (values.length > 0) this.#keep(this.#grown(values));
    return values.length > 0;
  }

  /** Takes values out again that were given too often, from records drawn by chance. */
  trim(): void {
    const order = shuffled(
      Uint32Array.from(this.#records, (_, record) => record),
      this.#words,
    );
    for (const record of order) {
      const held = this.#records[record] ?? [];
      this.#records[record] = held.filter((value) => {
        const over = (this.#left[value] ?? 0) < 0;
        if (over) this.#left[value] = (this.#left[value] ?? 0) + 1;
        return !over;
      });
    }
  }

  made(): MadeRecords {
    const records = this.#records.filter((held) => held.length > 0);
    const columns = Array.from(
      { length: this.#extents.columns },
      () => new Uint32Array(records.length),
    );
    for (const [record, held] of records.entries())
      for (const value of held) {
        const column = columns[this.#extents.columnOf(value)];
        if (column !== undefined) column[record] = this.#extents.codeOf(value);
      }
    return { records: records.length, columns };
  }

  #grown(values: readonly number[]): number[] {
    const held: number[] = [];
    let extent = this.#extents.whole;
    let open = values;
    for (;;) {
      const value = this.#drawn(open, extent, 0);
      if (value < 0) return held;
      extent = this.#extents.with(extent, held, value);
      held.push(value);
      const column = this.#extents.columnOf(value);
      open = open.filter((other) => this.#extents.columnOf(other) !== column);
    }
  }

  /**
   * One of the values that k rows of the extent or more hold, drawn in proportion to how many. What `of` has more than
   * these hold together is the chance of none: −1.
   */
  #drawn(values: readonly number[], { tally }: Extent, of: number): number {
    let sum = 0;
    for (const value of values) {
      const count = tally[value] ?? 0;
      if (count >= this.#k) sum += count;
    }
    if (sum === 0) return -1;
    let drawn = uniform(Math.max(sum, of), this.#words);
    for (const value of values) {
      const count = tally[value] ?? 0;
      if (count < this.#k) continue;
      drawn -= count;
      if (drawn < 0) return value;
    }
    return -1;
  }

  #keep(held: number[]): void {
    for (const value of held) this.#left[value] = (this.#left[value] ?? 0) - 1;
    this.#records.push(held);
  }
}
