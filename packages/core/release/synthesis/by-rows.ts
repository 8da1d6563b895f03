import { shuffled, type Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { CountInput } from '../count/input.ts';
import type { MadeRecords } from './best.ts';
import { Extents } from './extents.ts';
import { FromLeft } from './from-left.ts';
import { FromNothing } from './from-nothing.ts';
import { FromRows } from './from-rows.ts';
import { recordsOf, type ReportedTable } from './numbered.ts';
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
  { input, source }: { readonly input: CountInput; readonly source: ReportedTable },
  { k, seeds }: { readonly k: number; readonly seeds: Seeds },
  words: Words,
  { seen, stop }: Watch = {},
): MadeRecords | null {
  const making = new Making(input, source, k, words);
  const begun = { row: input.rows, unseeded: protectedCount(input.rows, k), value: 0 }[seeds];
  const total = begun + making.left;
  const watch = { ...(stop && { stop }), seen: (record: number) => seen?.(record, total) };
  if (seeds === 'row' && !making.fromRows(watch)) return null;
  if (seeds === 'unseeded' && !making.fromNothing(begun, watch)) return null;
  making.trim();
  for (let { left } = making; left > 0; { left } = making) {
    if (stop?.() === true) return null;
    seen?.(total - left, total);
    making.more(left);
  }
  seen?.(total, total);
  return making.made();
}

/** Records of sets that enough rows hold, and what is left to give of each value. */
class Making {
  readonly #extents: Extents;
  readonly #source: ReportedTable;
  readonly #k: number;
  readonly #words: Words;
  /** Of each value, how often it may still be given; less than nothing where it was given too often. */
  readonly #left: Int32Array;
  readonly #fromLeft: FromLeft;
  readonly #records: (readonly number[])[] = [];

  constructor(input: CountInput, source: ReportedTable, k: number, words: Words) {
    this.#extents = new Extents(input, source);
    this.#source = source;
    this.#k = k;
    this.#words = words;
    this.#left = Int32Array.from(source.reported.counts[0] ?? []);
    const rest = { k, left: this.#left, take: this.#keep.bind(this) };
    this.#fromLeft = new FromLeft(this.#extents, source, rest, words);
  }

  /** How many values are left to give. */
  get left(): number {
    return this.#left.reduce((sum, count) => sum + Math.max(0, count), 0);
  }

  /** A record of each row's values: as many as k rows hold together. False: stopped. */
  fromRows(watch: Watch): boolean {
    const chosen = { k: this.#k, take: this.#give.bind(this) };
    return new FromRows(this.#extents, this.#source, chosen, this.#words, watch).all();
  }

  /** So many records, drawn column by column. False: stopped. */
  fromNothing(records: number, watch: Watch): boolean {
    const chosen = { k: this.#k, records, take: this.#give.bind(this) };
    return new FromNothing(this.#extents, this.#source, chosen, this.#words, watch).all();
  }

  /** Some records more out of what is left, of which there is something. */
  more(left: number): void {
    this.#fromLeft.some(Math.min(mostAtOnce, Math.ceil(left / partOfWhatIsLeft)));
  }

  /** Takes values out again that were given too often, from records drawn by chance. */
  trim(): void {
    const order = shuffled(
      Uint32Array.from(this.#records, (_, record) => record),
      this.#words,
    );
    for (const record of order)
      this.#records[record] = (this.#records[record] ?? []).filter((value) => {
        const over = (this.#left[value] ?? 0) < 0;
        if (over) this.#left[value] = (this.#left[value] ?? 0) + 1;
        return !over;
      });
  }

  /** All of them, in an order drawn by chance: where a record stands says nothing of the row that it was begun with. */
  made(): MadeRecords {
    const found = this.#records.filter(({ length }) => length > 0);
    const order = shuffled(
      Uint32Array.from(found, (_, record) => record),
      this.#words,
    );
    return recordsOf(
      this.#source,
      Array.from(order, (record) => found[record] ?? []),
    );
  }

  #give(values: readonly number[], times: number): void {
    for (const value of values) this.#left[value] = (this.#left[value] ?? 0) - times;
    this.#keep(values, times);
  }

  #keep(values: readonly number[], times: number): void {
    for (let taken = 0; taken < times; taken += 1) this.#records.push(values);
  }
}

/** So many values are left for each record that is made at once with others: what they take hardly changes what is left. */
const partOfWhatIsLeft = 24;

/** So many records are made before it is asked whether to stop. */
const mostAtOnce = 16_384;
