import { shuffled, type Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import { below } from './below.ts';
import type { Extents, Rows } from './extents.ts';
import { Growth } from './growth.ts';
import type { ReportedTable, Taking } from './numbered.ts';
import { Pace, portion } from './pace.ts';

/**
 * Makes records column by column, in an order drawn by chance: what a row drawn by chance has there, of the rows that hold
 * what the record has so far; blank where that row is, and where fewer than k rows hold it with the rest.
 *
 * An order of the columns serves many records, and those that hold the same go on together, so that the rows that hold it
 * are looked for once.
 */
export class FromNothing {
  readonly #extents: Extents;
  readonly #source: ReportedTable;
  readonly #k: number;
  readonly #take: Taking;
  readonly #words: Words;
  readonly #growth: Growth;
  readonly #records: number;
  readonly #pace: Pace;

  constructor(
    extents: Extents,
    source: ReportedTable,
    { k, records, take }: { readonly k: number; readonly records: number; readonly take: Taking },
    words: Words,
    watch: Watch = {},
  ) {
    this.#extents = extents;
    this.#source = source;
    this.#k = k;
    this.#take = take;
    this.#words = words;
    this.#growth = new Growth(source, 1);
    this.#records = records;
    this.#pace = new Pace(watch, records);
  }

  /** Makes them all. False: stopped. */
  all(): boolean {
    const columns = Uint32Array.from({ length: this.#extents.columns }, (_, column) => column);
    for (let part = 0; part < orders && !this.#pace.isStopped(); part += 1) {
      const many = portion(this.#records, part + 1, orders) - portion(this.#records, part, orders);
      this.#growth.begin();
      this.#goOn(this.#extents.whole, shuffled(columns, this.#words), 0, many);
    }
    return !this.#pace.isStopped();
  }

  /** Goes on with so many records that hold the same, and all rows that hold it, from a column of the order on. */
  #goOn(rows: Rows, order: Uint32Array, from: number, times: number): void {
    let blank = times;
    for (let at = from; at < order.length && blank > 0; at += 1) {
      if (this.#pace.isStopped()) return;
      for (const [value, many] of this.#drawn(rows, order[at] ?? 0, blank)) {
        this.#growth.add(value);
        const longer = this.#extents.longer(rows, value, this.#growth);
        this.#goOn(longer, order, at + 1, many);
        this.#growth.undo();
        blank -= many;
      }
    }
    if (blank === 0) return;
    this.#take(this.#growth.values(), blank);
    this.#pace.add(blank);
  }

  /** What rows drawn by chance have in a column, each as often as it was drawn, of what k rows hold. */
  #drawn(rows: Rows, column: number, times: number): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (let drawn = 0; drawn < times; drawn += 1) {
      const row = rows.of[below(rows.length, this.#words)] ?? 0;
      const value = this.#extents.valueAt(row, column);
      if (value >= 0) found.set(value, (found.get(value) ?? 0) + 1);
    }
    for (const value of found.keys()) if (!this.#isCommon(rows, value)) found.delete(value);
    return found;
  }

  /** Whether k rows hold a value with what the records have. What is short enough is reported only if they do. */
  #isCommon(rows: Rows, value: number): boolean {
    return (
      this.#growth.mayStand(value) &&
      (rows.holding < this.#source.reported.length || this.#extents.enough(rows, value, this.#k))
    );
  }
}

/** So many orders of the columns are drawn. */
const orders = 64;
