import type { Words } from '../../privacy/index.ts';
import { below } from './below.ts';
import { drawnOf } from './drawn.ts';
import { enoughTries, few, type Extents, type Rows } from './extents.ts';
import { Growth } from './growth.ts';
import type { ReportedTable, Taking } from './numbered.ts';

/**
 * Makes records of values of which there is something left: value by value, drawn in proportion to how many rows hold what
 * the record has with it, of those that k rows hold so, until there is none. What is drawn is taken off what is left.
 *
 * Some records are made at a time, and those that have come to hold the same go on together: they draw from the same rows.
 */
export class FromLeft {
  readonly #extents: Extents;
  readonly #source: ReportedTable;
  readonly #k: number;
  readonly #left: Int32Array;
  readonly #take: Taking;
  readonly #words: Words;
  readonly #growth: Growth;
  /** By value how many rows hold it with what the records have; 0 where fewer than k do or nothing of it is left. */
  readonly #counts: Uint32Array;

  /** `left`: by value how often it may still be given, none under 0; it is written to. */
  constructor(
    extents: Extents,
    source: ReportedTable,
    { k, left, take }: { readonly k: number; readonly left: Int32Array; readonly take: Taking },
    words: Words,
  ) {
    this.#extents = extents;
    this.#source = source;
    this.#k = k;
    this.#left = left;
    this.#take = take;
    this.#words = words;
    this.#growth = new Growth(source, 1);
    this.#counts = new Uint32Array(source.reported.values);
  }

  /** Makes so many records more, or as many as there are values for. */
  some(records: number): void {
    const begun = new Map<number, { readonly values: readonly number[]; times: number }>();
    for (let made = 0; made < records; made += 1) {
      const entry = this.#begun();
      if (entry === null) break;
      if (entry < 0) continue;
      const alike = begun.get(entry);
      if (alike === undefined) begun.set(entry, { values: this.#growth.values(), times: 1 });
      else alike.times += 1;
    }
    for (const { values, times } of begun.values()) {
      this.#growth.begin();
      for (const value of values) this.#growth.add(value);
      this.#goOn(this.#extents.rowsOf(this.#growth), times);
    }
  }

  /**
   * Begins a record with as many values as are reported together, by the protected counts: what it holds as an entry, −1
   * where they are fewer and the record is done, null where nothing is left.
   */
  #begun(): number | null {
    const { reported } = this.#source;
    const growth = this.#growth;
    growth.begin();
    growth.offerAll(this.#left);
    let entry = -1;
    for (let holding = 0; holding < reported.length; holding += 1) {
      const told = reported.counts[holding] ?? [];
      const opens = growth.listed();
      for (let at = 0; at < opens; at += 1) {
        const value = growth.open[at] ?? 0;
        const longer = holding === 0 ? value : reported.with(holding, entry, value);
        this.#counts[value] = told[longer] ?? 0;
      }
      const value = this.#drawn(opens);
      if (value < 0) {
        if (holding === 0) return null;
        this.#take(growth.values(), 1);
        return -1;
      }
      entry = holding === 0 ? value : reported.with(holding, entry, value);
      growth.add(value);
    }
    return entry;
  }

  /** Goes on with so many records that hold the same, and all rows that hold it. */
  #goOn(rows: Rows, times: number): void {
    const growth = this.#growth;
    for (const [value, many] of this.#parted(rows, times)) {
      growth.add(value);
      this.#goOn(this.#extents.narrowed(rows, value), many);
      growth.undo();
    }
  }

  /** Draws a value for each of so many records that hold the same: how often each. Those that are done are taken. */
  #parted(rows: Rows, times: number): ReadonlyMap<number, number> {
    const parts = new Map<number, number>();
    let opens: number | null = null;
    for (let drawn = 0; drawn < times; drawn += 1) {
      let value = opens === null ? this.#drawnByCells(rows) : -1;
      if (value < 0) {
        opens ??= this.#counted(rows);
        value = this.#drawn(opens);
      }
      if (value < 0) {
        this.#take(this.#growth.values(), times - drawn);
        break;
      }
      parts.set(value, (parts.get(value) ?? 0) + 1);
    }
    return parts;
  }

  /** A value by cells drawn by chance, of which one that is open is a fair draw; −1 where that failed again and again. */
  #drawnByCells(rows: Rows): number {
    for (let tries = rows.length < few ? 0 : enoughTries; tries > 0; tries -= 1) {
      const row = rows.of[below(rows.length, this.#words)] ?? 0;
      const value = this.#extents.valueAt(row, below(this.#extents.columns, this.#words));
      if (value < 0 || !this.#isOpen(value)) continue;
      if (this.#extents.enough(rows, value, this.#k)) return this.#given(value);
    }
    return -1;
  }

  #isOpen(value: number): boolean {
    return (this.#left[value] ?? 0) > 0 && this.#growth.mayStand(value);
  }

  /** Lists the values that may stand and are left, and counts those that k of the rows hold; how many they are. */
  #counted(rows: Rows): number {
    const { open } = this.#growth;
    const may = this.#growth.standing();
    let opens = 0;
    for (let at = 0; at < may; at += 1) {
      const value = open[at] ?? 0;
      if ((this.#left[value] ?? 0) === 0) continue;
      open[opens] = value;
      opens += 1;
    }
    const values = open.subarray(0, opens);
    this.#extents.tally(rows, values, this.#counts);
    for (const value of values) if ((this.#counts[value] ?? 0) < this.#k) this.#counts[value] = 0;
    return opens;
  }

  /** One of the first open values, by their counts; −1 where none has any. */
  #drawn(opens: number): number {
    const { open } = this.#growth;
    const at = drawnOf(open, 0, opens, this.#counts, this.#words);
    return at < 0 ? -1 : this.#given(open[at] ?? 0);
  }

  /** Takes a value off what is left; one of which nothing is left does not count for the next draw. */
  #given(value: number): number {
    const left = (this.#left[value] ?? 0) - 1;
    this.#left[value] = left;
    if (left === 0) this.#counts[value] = 0;
    return value;
  }
}
