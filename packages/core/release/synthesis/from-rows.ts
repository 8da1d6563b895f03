import { shuffled, type Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import { below } from './below.ts';
import { drawnOf } from './drawn.ts';
import { enoughTries, few, type Extents, type Rows } from './extents.ts';
import { Growth } from './growth.ts';
import type { ReportedTable, Taking } from './numbered.ts';
import { Pace, portion } from './pace.ts';

/** Where in the order the rows end whose records drew a value; they begin where those of the value before end. */
type Part = readonly [value: number, end: number];

/**
 * Begins a record with each row and gives it as many of the row's values as k rows hold together: value by value, drawn in
 * proportion to how many rows hold what the record has with it, until no value of the row is left that k rows hold too. As
 * far as combinations are reported it goes by the protected counts.
 *
 * Values are drawn for many rows at once, and each record takes the first that its row has too: for each by itself a fair
 * draw. Records that have come to hold the same go on together, so that the rows that hold it are looked for once. The rows
 * are gone through in a fixed number of parts, each with draws of its own, so that no draw decides for too many.
 */
export class FromRows {
  readonly #extents: Extents;
  readonly #source: ReportedTable;
  readonly #k: number;
  readonly #take: Taking;
  readonly #words: Words;
  readonly #growth: Growth;
  /** By row a line of values that its record does not hold yet and may, and how many they are. */
  readonly #open: Uint16Array | Uint32Array;
  readonly #opens: Uint8Array;
  /** The rows in the order in which they are gone through: those whose records hold the same stand together. */
  readonly #order: Uint32Array;
  /** By value how many rows hold it with what the record has; only of those that were asked for last. */
  readonly #counts: Uint32Array;
  readonly #pace: Pace;

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
    this.#growth = new Growth(source, 1);
    const Line = values > 2 ** 16 ? Uint32Array : Uint16Array;
    this.#open = new Line(whole.length * columns);
    this.#opens = new Uint8Array(whole.length);
    this.#order = whole.of.slice(0, whole.length);
    this.#counts = new Uint32Array(values);
    this.#pace = new Pace(watch, whole.length);
  }

  /** Begins them all. False: stopped. */
  all(): boolean {
    const rows = this.#order.length;
    for (let row = 0; row < rows; row += 1)
      this.#opens[row] = this.#extents.valuesOf(row, this.#open, row * this.#extents.columns);
    shuffled(this.#order, this.#words);
    for (let part = 0; part < parts && !this.#pace.isStopped(); part += 1) {
      this.#growth.begin();
      this.#goOn(this.#extents.whole, portion(rows, part, parts), portion(rows, part + 1, parts));
    }
    return !this.#pace.isStopped();
  }

  /** Goes on with records that hold the same, given by where their rows stand in the order, and all rows that hold it. */
  #goOn(rows: Rows, first: number, end: number): void {
    if (this.#pace.isStopped()) return;
    if (end - first <= fewRecords) {
      this.#alone(rows, first, end);
      return;
    }
    let from = first;
    for (const [value, to] of this.#parted(rows, first, end)) {
      this.#growth.add(value);
      this.#goOn(this.#longer(rows, value), from, to);
      this.#growth.undo();
      from = to;
    }
  }

  /** The rows that hold one value more, which was just added. */
  #longer(rows: Rows, value: number): Rows {
    const holding = rows.holding + 1;
    // As long as counts are told of, they are drawn by.
    if (this.#isTold(holding)) return { of: none, length: 0, holding };
    return this.#extents.longer(rows, value, this.#growth);
  }

  #isTold(holding: number): boolean {
    return holding < this.#source.reported.length;
  }

  /** Draws the next value of records that hold the same. Those that are done are taken, and stand in no part. */
  #parted(rows: Rows, first: number, end: number): readonly Part[] {
    const found: Part[] = [];
    let from = first;
    const isTold = this.#isTold(rows.holding);
    const tries = isTold || rows.length < few ? 0 : enoughTries + rows.length / 16;
    for (let left = tries; left > 0 && from < end; left -= 1) {
      const other = rows.of[below(rows.length, this.#words)] ?? 0;
      const value = this.#extents.valueAt(other, below(this.#extents.columns, this.#words));
      if (value < 0 || !this.#growth.mayStand(value)) continue;
      const to = this.#holders(value, from, end);
      if (to === from || !this.#extents.enough(rows, value, this.#k)) continue;
      found.push([value, to]);
      from = to;
      left = tries;
    }
    if (end - from > fewRecords) return [...found, ...this.#partedByCounts(rows, from, end)];
    this.#alone(rows, from, end);
    return found;
  }

  /** The same by counting, without cells. */
  #partedByCounts(rows: Rows, first: number, end: number): readonly Part[] {
    const found: Part[] = [];
    const values = this.#growth.open.slice(0, this.#growth.standing());
    this.#count(rows, values);
    let left = this.#common(values, 0, values.length);
    let from = first;
    while (from < end && left > 0) {
      const value = this.#drawn(values, 0, left);
      left -= 1;
      const to = this.#holders(value, from, end);
      if (to > from) found.push([value, to]);
      from = to;
    }
    if (from < end) this.#finish(end - from);
    return found;
  }

  /** Brings those rows that hold a value to the front; where they end. */
  #holders(value: number, first: number, end: number): number {
    const order = this.#order;
    let to = first;
    for (let at = first; at < end; at += 1) {
      const row = order[at] ?? 0;
      if (!this.#extents.holds(row, value)) continue;
      order[at] = order[to] ?? 0;
      order[to] = row;
      to += 1;
    }
    return to;
  }

  /** Goes on with each of some records by itself. */
  #alone(rows: Rows, first: number, end: number): void {
    for (let at = first; at < end; at += 1) {
      const row = this.#order[at] ?? 0;
      let [now, added] = [rows, 0];
      for (;;) {
        const value = this.#next(now, row);
        if (value < 0) break;
        this.#growth.add(value);
        now = this.#longer(now, value);
        added += 1;
      }
      this.#finish(1);
      for (; added > 0; added -= 1) this.#growth.undo();
    }
  }

  /** The next value of a row's record; −1 where it is done. */
  #next(rows: Rows, row: number): number {
    const line = row * this.#extents.columns;
    let opens = this.#standing(row);
    const tries = this.#isTold(rows.holding) || rows.length < few ? 0 : enoughTries;
    for (let left = tries; left > 0 && opens > 0; left -= 1) {
      const at = line + below(opens, this.#words);
      const value = this.#open[at] ?? 0;
      const other = rows.of[below(rows.length, this.#words)] ?? 0;
      if (!this.#extents.holds(other, value)) continue;
      opens -= 1;
      this.#opens[row] = opens;
      this.#open[at] = this.#open[line + opens] ?? 0;
      if (this.#extents.enough(rows, value, this.#k)) return value;
    }
    this.#count(rows, this.#open.subarray(line, line + opens));
    opens = this.#common(this.#open, line, opens);
    this.#opens[row] = Math.max(0, opens - 1);
    return opens === 0 ? -1 : this.#drawn(this.#open, line, opens);
  }

  /** Leaves open to a row's record only what may stand with it; how many values that is. */
  #standing(row: number): number {
    const line = row * this.#extents.columns;
    const opens = this.#opens[row] ?? 0;
    let still = 0;
    for (let at = line; at < line + opens; at += 1) {
      const value = this.#open[at] ?? 0;
      if (!this.#growth.mayStand(value)) continue;
      this.#open[line + still] = value;
      still += 1;
    }
    this.#opens[row] = still;
    return still;
  }

  /** Counts how many rows hold each of some values with what the record has, or takes what was told of it. */
  #count(rows: Rows, values: Uint16Array | Uint32Array): void {
    const { reported } = this.#source;
    const { holding } = rows;
    if (!this.#isTold(holding)) {
      this.#extents.tally(rows, values, this.#counts);
      return;
    }
    const told = reported.counts[holding] ?? [];
    const entry = reported.find(this.#growth.held[0] ?? none, holding);
    for (const value of values)
      this.#counts[value] = told[holding === 0 ? value : reported.with(holding, entry, value)] ?? 0;
  }

  /** Brings the values that were counted k times or more to the front; how many they are. */
  #common(values: Uint16Array | Uint32Array, first: number, many: number): number {
    let still = 0;
    for (let at = first; at < first + many; at += 1) {
      const value = values[at] ?? 0;
      if ((this.#counts[value] ?? 0) < this.#k) continue;
      values[first + still] = value;
      still += 1;
    }
    return still;
  }

  /** Draws one of some values by what was counted, and puts the last in its place. */
  #drawn(values: Uint16Array | Uint32Array, first: number, many: number): number {
    const at = drawnOf(values, first, many, this.#counts, this.#words);
    const value = values[at] ?? 0;
    values[at] = values[first + many - 1] ?? 0;
    return value;
  }

  #finish(times: number): void {
    this.#take(this.#growth.values(), times);
    this.#pace.add(times);
  }
}

const none = new Uint32Array();

/** The parts of the rows: more of them, and the records depend less on single draws but take longer. */
const parts = 64;

/** So many records or fewer go on each by itself. */
const fewRecords = 4;
