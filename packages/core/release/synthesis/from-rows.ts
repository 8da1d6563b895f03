import type { Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import { below } from './below.ts';
import type { Extents, Rows } from './extents.ts';
import { Growth } from './growth.ts';
import type { ReportedTable } from './numbered.ts';

/** Takes a set of values that `times` records shall have, as numbers in the order they were drawn in. */
export type Taking = (values: readonly number[], times: number) => void;

/**
 * Begins a record with each row and gives it as many of the row's values as k rows hold together: value by value, drawn in
 * proportion to how many rows hold what the record has with it, until no value of the row is left that k rows hold too.
 *
 * All records that have come to hold the same go on together, so that the rows that hold it are looked for once: in a table
 * twice as long there are twice as many rows to look through, and about twice as many records for each look. What one of
 * them draws goes along with what the others draw; for each by itself the draw is the same as if it were alone.
 */
export class FromRows {
  readonly #extents: Extents;
  readonly #source: ReportedTable;
  readonly #k: number;
  readonly #take: Taking;
  readonly #words: Words;
  readonly #watch: Watch;
  readonly #growth: Growth;
  /** By row a line of values that its record does not hold yet and may, and how many they are. */
  readonly #open: Uint16Array | Uint32Array;
  readonly #opens: Uint8Array;
  /** The rows in the order in which they are gone through: those whose records hold the same stand together. */
  readonly #order: Uint32Array;
  /** By row the next one that drew the same value, 0 at the end; counted from 1. By value the first. */
  readonly #next: Uint32Array;
  readonly #firstOf: Uint32Array;
  /** How many of the rows looked through hold each value. */
  readonly #counts: Uint32Array;
  readonly #weights: Uint32Array;
  /** By how many values are held, room for the rows that hold them. */
  readonly #narrowed: Uint32Array[] = [];
  /** How many records are done, and when it was last asked whether to go on. */
  #done = 0;
  #asked = 0;
  #stopped = false;

  constructor(
    extents: Extents,
    source: ReportedTable,
    { k, take }: { readonly k: number; readonly take: Taking },
    words: Words,
    watch: Watch = {},
  ) {
    const { values } = source.reported;
    const { columns, whole } = extents;
    this.#extents = extents;
    this.#source = source;
    this.#k = k;
    this.#take = take;
    this.#words = words;
    this.#watch = watch;
    this.#growth = new Growth(source, 1);
    const Line = values > 2 ** 16 ? Uint32Array : Uint16Array;
    this.#open = new Line(whole.length * columns);
    this.#opens = new Uint8Array(whole.length);
    this.#order = new Uint32Array(whole.length);
    this.#next = new Uint32Array(whole.length);
    this.#firstOf = new Uint32Array(values);
    this.#counts = new Uint32Array(values);
    this.#weights = new Uint32Array(columns);
  }

  /** Begins them all. False: stopped. */
  all(): boolean {
    const begun = this.#begun();
    if (begun === null) return false;
    const { length } = this.#source.reported;
    let first = 0;
    for (const [entry, end] of begun.ends.entries()) {
      if (end === first) continue;
      this.#growth.begin();
      for (let at = 0; at < length; at += 1)
        this.#growth.add(begun.values[entry * length + at] ?? 0);
      this.#goOn(this.#extents.rowsOf(this.#growth), first, end);
      if (this.#stopped) return false;
      first = end;
    }
    return true;
  }

  /**
   * Draws the first values of every record by the protected counts, as far as they reach, and brings the rows in the order
   * of what their records hold. By entry of the longest combinations: its values as they were first drawn, and where its
   * rows end in the order. Null: stopped.
   */
  #begun() {
    const { reported } = this.#source;
    const { length, counts } = reported;
    const rows = this.#order.length;
    const entries = counts[length - 1]?.length ?? 0;
    const values = new Uint32Array(entries * length);
    const ends = new Uint32Array(entries);
    const entryOf = new Int32Array(rows);
    const drawn = new Uint32Array(length);
    for (let row = 0; row < rows; row += 1) {
      if (row % 4096 === 0 && this.#watch.stop?.() === true) return null;
      const entry = this.#beginning(row, drawn);
      entryOf[row] = entry;
      if (entry < 0) continue;
      if (ends[entry] === 0) values.set(drawn, entry * length);
      ends[entry] = (ends[entry] ?? 0) + 1;
    }
    let end = 0;
    for (let entry = 0; entry < entries; entry += 1) {
      const many = ends[entry] ?? 0;
      // Where its rows begin, for now: each that is put there moves it on, so that it says in the end where they end.
      ends[entry] = end;
      end += many;
    }
    for (let row = 0; row < rows; row += 1) {
      const entry = entryOf[row] ?? -1;
      if (entry < 0) continue;
      const at = ends[entry] ?? 0;
      this.#order[at] = row;
      ends[entry] = at + 1;
    }
    return { values, ends };
  }

  /** Draws as many values of a row as are reported together: their entry, or −1 where they are fewer and the record is done. */
  #beginning(row: number, drawn: Uint32Array): number {
    const { reported } = this.#source;
    const open = this.#open;
    const line = row * this.#extents.columns;
    let opens = this.#extents.valuesOf(row, open, line);
    let entry = -1;
    for (let holding = 0; holding < drawn.length; holding += 1) {
      const counts = reported.counts[holding] ?? none;
      let sum = 0;
      let still = 0;
      for (let at = 0; at < opens; at += 1) {
        const value = open[line + at] ?? 0;
        const longer = holding === 0 ? value : reported.with(holding, entry, value);
        if (longer < 0) continue;
        const count = counts[longer] ?? 0;
        open[line + still] = value;
        this.#weights[still] = count;
        still += 1;
        sum += count;
      }
      opens = still;
      if (opens === 0) {
        this.#finish(Array.from(drawn.subarray(0, holding)), 1);
        return -1;
      }
      const value = this.#removed(line, this.#chosen(opens, sum), opens);
      opens -= 1;
      drawn[holding] = value;
      entry = holding === 0 ? value : reported.with(holding, entry, value);
    }
    this.#opens[row] = opens;
    return entry;
  }

  /** Which of the first weights is drawn, in proportion to them; their sum is given. */
  #chosen(many: number, sum: number): number {
    let drawn = below(sum, this.#words);
    for (let at = 0; at < many; at += 1) {
      drawn -= this.#weights[at] ?? 0;
      if (drawn < 0) return at;
    }
    return many - 1;
  }

  /** Takes a value out of a row's line of `opens` values; the others stand together again. */
  #removed(line: number, at: number, opens: number): number {
    const value = this.#open[line + at] ?? 0;
    this.#open[line + at] = this.#open[line + opens - 1] ?? 0;
    return value;
  }

  /** Goes on with records that hold the same, given by where their rows stand in the order, and all rows that hold it. */
  #goOn(rows: Rows, first: number, end: number): void {
    if (this.#isStopped()) return;
    if (end - first === 1) {
      this.#alone(rows, this.#order[first] ?? 0);
      return;
    }
    const growth = this.#growth;
    let from = first;
    for (const [value, to] of this.#parted(rows, first, end)) {
      growth.add(value);
      this.#goOn(this.#extents.narrowed(rows, value, this.#roomFor(rows)), from, to);
      growth.undo();
      from = to;
    }
  }

  /**
   * Draws the next value of records that hold the same: what was drawn, and where in the order the rows end that drew it.
   * Those that are done are taken.
   *
   * Cells are drawn by chance, and each record takes the first that its row has too: for each by itself a fair draw.
   */
  #parted(rows: Rows, first: number, end: number): readonly (readonly [number, number])[] {
    const drawn: (readonly [number, number])[] = [];
    const order = this.#order;
    let from = first;
    for (let tries = rows.length < few ? 0 : enoughTries; tries > 0 && from < end; tries -= 1) {
      const other = rows.of[below(rows.length, this.#words)] ?? 0;
      const value = this.#extents.valueAt(other, below(this.#extents.columns, this.#words));
      if (value < 0 || !this.#growth.mayStand(value)) continue;
      let to = from;
      for (let at = from; at < end; at += 1) {
        const row = order[at] ?? 0;
        if (!this.#extents.holds(row, value)) continue;
        order[at] = order[to] ?? 0;
        order[to] = row;
        to += 1;
      }
      if (to === from || !this.#extents.enough(rows, value, this.#k)) continue;
      drawn.push([value, to]);
      from = to;
      tries = enoughTries;
    }
    return from === end ? drawn : [...drawn, ...this.#partedByCounts(rows, from, end)];
  }

  /** The same by counting, for those that hold none of the values drawn. */
  #partedByCounts(rows: Rows, first: number, end: number): readonly (readonly [number, number])[] {
    const drawn: number[] = [];
    const counted = end - first > fewRecords;
    if (counted) this.#countAll(rows);
    let done = 0;
    for (let at = first; at < end; at += 1) {
      const row = this.#order[at] ?? 0;
      this.#reported(row);
      if (!counted) this.#countOpen(rows, row);
      const value = this.#drawnByCounts(row);
      if (value === nothing) {
        done += 1;
        continue;
      }
      const before = this.#firstOf[value] ?? 0;
      if (before === 0) drawn.push(value);
      this.#next[row] = before;
      this.#firstOf[value] = row + 1;
    }
    if (done > 0) this.#finish(this.#growth.values(), done);
    return this.#ordered(drawn, first);
  }

  /** Puts rows that drew the same value beside each other. */
  #ordered(drawn: readonly number[], first: number): readonly (readonly [number, number])[] {
    let at = first;
    return drawn.map((value) => {
      for (let row = this.#firstOf[value] ?? 0; row > 0; row = this.#next[row - 1] ?? 0) {
        this.#order[at] = row - 1;
        at += 1;
      }
      this.#firstOf[value] = 0;
      return [value, at];
    });
  }

  /** Goes on with the one record that holds this. */
  #alone(rows: Rows, row: number): void {
    const growth = this.#growth;
    const room = this.#roomFor(rows);
    let [now, added] = [rows, 0];
    for (;;) {
      let value = this.#drawnByCells(now, row);
      if (value === unsettled) {
        this.#countOpen(now, row);
        value = this.#drawnByCounts(row);
      }
      if (value === nothing) break;
      growth.add(value);
      now = this.#extents.narrowed(now, value, room);
      added += 1;
    }
    this.#finish(growth.values(), 1);
    for (; added > 0; added -= 1) growth.undo();
  }

  #finish(values: readonly number[], times: number): void {
    this.#take(values, times);
    this.#done += times;
  }

  /** Whether it is to stop, asked after some hundred records. */
  #isStopped(): boolean {
    if (this.#done - this.#asked < 256) return this.#stopped;
    this.#asked = this.#done;
    this.#watch.seen?.(this.#done, this.#order.length);
    this.#stopped = this.#watch.stop?.() === true;
    return this.#stopped;
  }

  /** Room for those of some rows that hold one value more. */
  #roomFor({ length, holding }: Rows): Uint32Array {
    const room = this.#narrowed[holding] ?? none;
    if (room.length >= length) return room;
    const wider = new Uint32Array(Math.max(length, 2 * room.length));
    this.#narrowed[holding] = wider;
    return wider;
  }

  /**
   * The next value of a row's record by cells drawn by chance, of which one that is open is a fair draw; `unsettled` where
   * that failed again and again.
   */
  #drawnByCells(rows: Rows, row: number): number {
    const line = row * this.#extents.columns;
    let opens = this.#reported(row);
    for (let tries = rows.length < few ? 0 : enoughTries; tries > 0 && opens > 0; tries -= 1) {
      const at = below(opens, this.#words);
      const value = this.#open[line + at] ?? 0;
      const other = rows.of[below(rows.length, this.#words)] ?? 0;
      if (!this.#extents.holds(other, value)) continue;
      this.#removed(line, at, opens);
      opens -= 1;
      this.#opens[row] = opens;
      if (this.#extents.enough(rows, value, this.#k)) return value;
    }
    return opens > 0 ? unsettled : nothing;
  }

  /** Leaves open only what is reported with every part of what the record holds; how many values that is. */
  #reported(row: number): number {
    const line = row * this.#extents.columns;
    const opens = this.#opens[row] ?? 0;
    let still = 0;
    for (let at = 0; at < opens; at += 1) {
      const value = this.#open[line + at] ?? 0;
      if (!this.#growth.mayStand(value)) continue;
      this.#open[line + still] = value;
      still += 1;
    }
    this.#opens[row] = still;
    return still;
  }

  /** Counts every value in the columns of which the records hold none. */
  #countAll(rows: Rows): void {
    const { columnOf } = this.#source;
    const [held = none] = this.#growth.held;
    const taken = new Uint8Array(this.#extents.columns);
    for (let at = 0; at < rows.holding; at += 1) taken[columnOf[held[at] ?? 0] ?? 0] = 1;
    this.#counts.fill(0);
    for (const [column, isTaken] of taken.entries())
      if (isTaken === 0) this.#extents.count(rows, column, this.#counts);
  }

  /** Counts only the values that are open to one record. */
  #countOpen(rows: Rows, row: number): void {
    const line = row * this.#extents.columns;
    for (let at = 0; at < (this.#opens[row] ?? 0); at += 1) {
      const value = this.#open[line + at] ?? 0;
      this.#counts[value] = this.#extents.countOf(rows, value);
    }
  }

  /** The next value of a row's record by what was counted; what fewer than k rows hold stays open no more. */
  #drawnByCounts(row: number): number {
    const line = row * this.#extents.columns;
    const opens = this.#opens[row] ?? 0;
    let [sum, still] = [0, 0];
    for (let at = 0; at < opens; at += 1) {
      const value = this.#open[line + at] ?? 0;
      const count = this.#counts[value] ?? 0;
      if (count < this.#k) continue;
      this.#open[line + still] = value;
      this.#weights[still] = count;
      still += 1;
      sum += count;
    }
    this.#opens[row] = Math.max(0, still - 1);
    return still === 0 ? nothing : this.#removed(line, this.#chosen(still, sum), still);
  }
}

const none = new Uint32Array();

/** What is drawn where no value is open any more, and where it is not settled whether one is. */
const nothing = -1;
const unsettled = -2;

/** Under so many rows counting all is quicker than drawing cells. */
export const few = 64;

/** After so many cells that were not open, all are counted. */
export const enoughTries = 24;

/** For so many records or fewer, what is open to each is counted; for more, every value once for all. */
const fewRecords = 4;
