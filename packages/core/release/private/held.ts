import type { Branch } from './branch.ts';
import type { Numbered } from './measure.ts';
import type { Values } from './values.ts';

/** Finds which candidates a record holds, down the branches that lead to them. */
export class Held {
  /** Places of the candidates that the record last asked for holds; as many as `of` said. */
  readonly found: Int32Array;
  readonly #records: Numbered;
  readonly #values: Values;
  readonly #levels: readonly { readonly last: Int32Array; readonly first: Int32Array }[];
  /** The record's values by number, rising. */
  readonly #held: Int32Array;
  #size = 0;
  #many = 0;

  /** @param branches From single values to candidates. */
  constructor(records: Numbered, branches: readonly Branch[], values: Values) {
    this.#records = records;
    this.#values = values;
    this.#levels = branches.map(({ length, values: all, counts, first }) => ({
      last: Int32Array.from(counts, (_, place) => all[(place + 1) * length - 1] ?? 0),
      first,
    }));
    this.#held = new Int32Array(records.columns.length);
    this.found = new Int32Array(branches.at(-1)?.counts.length ?? 0);
  }

  /** How many candidates a record holds. */
  of(row: number): number {
    const { columns } = this.#records;
    this.#size = 0;
    this.#many = 0;
    for (let column = 0; column < columns.length; column += 1) {
      const number = columns[column]?.[row] ?? 0;
      if (number === 0) continue;
      this.#held[this.#size] = this.#values.of(column, number);
      this.#size += 1;
    }
    if (this.#size >= this.#levels.length) this.#goOn(0, 0, 0);
    return this.#many;
  }

  #goOn(level: number, from: number, next: number): void {
    const { last, first } = this.#levels[level] ?? nothing;
    let place = first[from] ?? 0;
    const end = first[from + 1] ?? 0;
    for (let at = next; at < this.#size; at += 1) {
      const value = this.#held[at] ?? 0;
      place = firstFrom(last, value, place, end);
      if (place === end) return;
      if (last[place] !== value) continue;
      if (level + 1 < this.#levels.length) this.#goOn(level + 1, place, at + 1);
      else {
        this.found[this.#many] = place;
        this.#many += 1;
      }
    }
  }
}

const nothing = { last: new Int32Array(), first: new Int32Array() };

/** The first place from `low` whose value is no less; `high` where there is none. */
function firstFrom(values: Int32Array, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
