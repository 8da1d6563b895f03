import { shuffled, type Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { CountInput } from '../count/input.ts';
import { below } from './below.ts';
import type { MadeRecords } from './best.ts';
import { Extents, type Rows } from './extents.ts';
import { enoughTries, few, FromRows } from './from-rows.ts';
import { Growth } from './growth.ts';
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
  if (seeds === 'row') {
    const watch = { ...(stop && { stop }), seen: (row: number) => seen?.(row, total) };
    if (!making.fromRows(watch)) return null;
  } else
    for (let record = 0; record < begun; record += 1) {
      if (record % 256 === 0) {
        if (stop?.() === true) return null;
        seen?.(record, total);
      }
      making.fromNothing();
    }
  making.trim();
  for (let made = 0; making.more(); made += 1) {
    if (made % 256 > 0) continue;
    if (stop?.() === true) return null;
    seen?.(total - making.left, total);
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
  readonly #growth: Growth;
  /** Of each value, how often it may still be given; less than nothing where it was given too often. */
  readonly #left: Int32Array;
  readonly #records: (readonly number[])[] = [];
  /** The rows that hold what the record had when they were last wanted. */
  #rows: Rows;
  readonly #narrowed: Uint32Array;
  /** How many of these rows hold each value; nothing but while it is counted. */
  readonly #counts: Uint32Array;

  constructor(input: CountInput, source: ReportedTable, k: number, words: Words) {
    this.#extents = new Extents(input, source);
    this.#source = source;
    this.#k = k;
    this.#words = words;
    this.#growth = new Growth(source, 1);
    this.#left = Int32Array.from(source.reported.counts[0] ?? []);
    this.#rows = this.#extents.whole;
    this.#narrowed = new Uint32Array(input.rows);
    this.#counts = new Uint32Array(this.#left.length);
  }

  /** How many values are left to give. */
  get left(): number {
    return this.#left.reduce((sum, count) => sum + Math.max(0, count), 0);
  }

  /** A record of each row's values: as many as k rows hold together. False: stopped. */
  fromRows(watch: Watch): boolean {
    const take = (values: readonly number[], times: number) => {
      this.#take(values, times);
    };
    const chosen = { k: this.#k, take };
    return new FromRows(this.#extents, this.#source, chosen, this.#words, watch).all();
  }

  /** A record column by column, in an order drawn by chance; a column may stay blank as it does in the rows. */
  fromNothing(): void {
    const order = Uint32Array.from({ length: this.#extents.columns }, (_, column) => column);
    this.#begin();
    for (const column of shuffled(order, this.#words)) {
      const rows = this.#wanted();
      // What a row drawn by chance has is drawn in proportion to how many rows have it.
      const row = rows.of[below(rows.length, this.#words)] ?? 0;
      const value = this.#extents.valueAt(row, column);
      if (value >= 0 && this.#growth.mayStand(value) && this.#enough(value))
        this.#growth.add(value);
    }
    this.#keep();
  }

  /** One more record out of what is left; false when nothing is. */
  more(): boolean {
    this.#begin();
    this.#growth.offerAll(this.#left);
    return this.#grow();
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

  made(): MadeRecords {
    return recordsOf(
      this.#source,
      this.#records.filter(({ length }) => length > 0),
    );
  }

  #begin(): void {
    this.#growth.begin();
    this.#rows = this.#extents.whole;
  }

  /** Adds to the record one open value after the other, until no more has enough rows; whether there was any. */
  #grow(): boolean {
    for (let value = this.#drawn(); value >= 0; value = this.#drawn()) this.#growth.add(value);
    this.#keep();
    return (this.#growth.holds[0] ?? 0) > 0;
  }

  /**
   * One of the open values that enough rows hold with the record, drawn in proportion to how many: by the protected
   * counts, as far as they reach. −1 where there is none.
   */
  #drawn(): number {
    return (this.#growth.holds[0] ?? 0) < this.#source.reported.length
      ? this.#drawnByCounts()
      : this.#drawnByRows();
  }

  #drawnByCounts(): number {
    const { reported } = this.#source;
    const opens = this.#growth.listed();
    const { open, held, holds } = this.#growth;
    const holding = holds[0] ?? 0;
    const part = held[holding - 1]?.[0] ?? 0;
    const told = reported.counts[holding] ?? [];
    for (let at = 0; at < opens; at += 1) {
      const value = open[at] ?? 0;
      const entry = holding === 0 ? value : reported.with(holding, part, value);
      this.#counts[value] = told[entry] ?? 0;
    }
    return this.#drawnOfOpen(opens);
  }

  /** A cell drawn by chance is a fair draw, if it is open; where that fails again and again, all are counted. */
  #drawnByRows(): number {
    const growth = this.#growth;
    const rows = this.#wanted();
    for (let tries = rows.length < few ? 0 : enoughTries; tries > 0; tries -= 1) {
      const row = rows.of[below(rows.length, this.#words)] ?? 0;
      const value = this.#extents.valueAt(row, below(this.#extents.columns, this.#words));
      if (value < 0 || !growth.isOpen(value)) continue;
      if (this.#enough(value)) return value;
      growth.close(value);
    }
    const opens = growth.listed();
    if (opens === 0) return -1;
    if (opens <= this.#extents.columns)
      for (let at = 0; at < opens; at += 1) {
        const value = growth.open[at] ?? 0;
        this.#counts[value] = this.#extents.countOf(rows, value);
      }
    else {
      this.#counts.fill(0);
      for (const column of this.#openColumns(opens))
        this.#extents.count(rows, column, this.#counts);
    }
    return this.#drawnOfOpen(opens);
  }

  #openColumns(opens: number): readonly number[] {
    const { open } = this.#growth;
    const columns: number[] = [];
    for (let at = 0; at < opens; at += 1) {
      const column = this.#source.columnOf[open[at] ?? 0] ?? 0;
      // Values rise, and those of a column stand together.
      if (columns.at(-1) !== column) columns.push(column);
    }
    return columns;
  }

  /** One of the open values by their counts, of which those under k are none. */
  #drawnOfOpen(opens: number): number {
    const counts = this.#counts;
    const { open } = this.#growth;
    let sum = 0;
    for (let at = 0; at < opens; at += 1) {
      const count = counts[open[at] ?? 0] ?? 0;
      if (count >= this.#k) sum += count;
    }
    if (sum === 0) return -1;
    let drawn = below(sum, this.#words);
    for (let at = 0; at < opens; at += 1) {
      const value = open[at] ?? 0;
      const count = counts[value] ?? 0;
      if (count >= this.#k) drawn -= count;
      if (drawn < 0) return value;
    }
    return -1;
  }

  /** Whether k of the rows that hold the record hold a value too; what is short enough is reported only if they do. */
  #enough(value: number): boolean {
    return (
      (this.#growth.holds[0] ?? 0) < this.#source.reported.length ||
      this.#extents.enough(this.#wanted(), value, this.#k)
    );
  }

  /** The rows that hold the record. */
  #wanted(): Rows {
    const { held, holds } = this.#growth;
    const holding = holds[0] ?? 0;
    if (this.#rows.holding === holding) return this.#rows;
    if (holding <= this.#source.reported.length) this.#rows = this.#extents.rowsOf(this.#growth);
    else
      this.#rows = this.#extents.narrowed(this.#rows, held[0]?.[holding - 1] ?? 0, this.#narrowed);
    return this.#rows;
  }

  #keep(): void {
    this.#take(this.#growth.values(), 1);
  }

  #take(values: readonly number[], times: number): void {
    for (const value of values) this.#left[value] = (this.#left[value] ?? 0) - times;
    for (let taken = 0; taken < times; taken += 1) this.#records.push(values);
  }
}
