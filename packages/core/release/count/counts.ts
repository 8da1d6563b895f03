import { levelsOf, type Level } from './levels.ts';
import { concatenated, type Part } from './part.ts';

/** Another order to go through combinations in than that of their entries. */
export type Order = {
  /** Columns by rank: those that may come next are gone through in this order. */
  readonly columns: readonly number[];
  /** For each column the rank of each value code, or null where codes are in order. */
  readonly values: readonly (ArrayLike<number> | null)[];
};

/** Told of one combination: its columns (rising) and their values; both are written over for the next one. */
export type Visit = (
  columns: readonly number[],
  values: readonly number[],
  count: number,
  entry: number,
) => void;

/**
 * Exact counts of every combination of up to `length` values of different columns, as a tree: below each set of
 * columns those that begin with it, below each entry the values that occur with it.
 *
 * An entry is one combination; entries of a length are numbered from 0 to `size(length)`, by set of columns, then by
 * values, so that a flat array can hold something for each. Values are codes from 1. With `least` over 1 smaller
 * counts are not kept, and are found as 0.
 */
export class Counts {
  readonly rows: number;
  readonly columns: number;
  readonly length: number;
  readonly least: number;
  readonly #levels: readonly Level[];

  /** `parts`: those of each length, 1 first, for all its sets of columns in their order. They are taken over. */
  constructor(of: { rows: number; columns: number; least: number }, parts: readonly Part[]) {
    this.rows = of.rows;
    this.columns = of.columns;
    this.least = of.least;
    this.length = parts.length;
    this.#levels = levelsOf(of.columns, parts);
  }

  /** How many combinations of so many values are there. */
  size(length: number): number {
    return this.#level(length).part.counts.length;
  }

  /** Bytes that the counts take. */
  get bytes(): number {
    return this.#levels.reduce((sum, { part, entries, starts }) => {
      const arrays = [part.sizes, part.starts, part.values, part.counts, entries, starts];
      return arrays.reduce((so, { byteLength }) => so + byteLength, sum);
    }, 0);
  }

  /** A combination's entry among those of its length; −1 where there is none. `columns` must rise. */
  find(columns: ArrayLike<number>, values: ArrayLike<number>, length = columns.length): number {
    let [set, entry, before, found] = [0, 0, -1, -1];
    for (let at = 0; at < length; at += 1) {
      const column = columns[at] ?? 0;
      set = this.#child(at, set, before, column);
      entry = this.#below(at + 1, set, entry, values[at] ?? 0);
      if (entry < 0) return -1;
      before = column;
      found = (this.#level(at + 1).entries[set] ?? 0) + entry;
    }
    return found;
  }

  /** The count of a combination; 0 where it does not occur, or is under `least`. `columns` must rise. */
  count(columns: ArrayLike<number>, values: ArrayLike<number>, length = columns.length): number {
    const entry = this.find(columns, values, length);
    return entry < 0 ? 0 : this.countAt(length, entry);
  }

  /** The count of an entry. */
  countAt(length: number, entry: number): number {
    return this.#level(length).part.counts[entry] ?? 0;
  }

  /** All counts of a length, by entry. To be read, not written. */
  countsOf(length: number): Uint32Array {
    return this.#level(length).part.counts;
  }

  /** Goes through all combinations of a length with a count of `least` to `most`, in the order of their entries. */
  each(
    length: number,
    visit: Visit,
    {
      least = 1,
      most = Infinity,
      order = null,
    }: { readonly least?: number; readonly most?: number; readonly order?: Order | null } = {},
  ): void {
    const chosen: Visit =
      least <= 1 && most === Infinity
        ? visit
        : (columns, values, count, entry) => {
            if (count >= least && count <= most) visit(columns, values, count, entry);
          };
    if (order === null) this.#walk(length, [], [], 0, 0, chosen, null, least);
    else this.#walkInOrder(length, [], [], 0, 0, chosen, order);
  }

  /** Goes through the combinations of one set of columns: its marginal table. */
  marginal(columns: readonly number[], visit: Visit): void {
    this.#walk(columns.length, [], [], 0, 0, visit, columns);
  }

  /** Goes through the combinations of a length that a row is in; `row` holds a code for each column, 0 for absent. */
  within(row: ArrayLike<number>, length: number, visit: Visit): void {
    const held = Array.from({ length: this.columns }, (_, column) => column).filter(
      (column) => (row[column] ?? 0) > 0,
    );
    const step = (
      from: number,
      columns: number[],
      values: number[],
      set: number,
      entry: number,
    ) => {
      for (let at = from; at < held.length; at += 1) {
        const column = held[at] ?? 0;
        const child = this.#child(columns.length, set, columns.at(-1) ?? -1, column);
        const found = this.#below(columns.length + 1, child, entry, row[column] ?? 0);
        if (found < 0) continue;
        columns.push(column);
        values.push(row[column] ?? 0);
        if (columns.length < length) step(at + 1, columns, values, child, found);
        else this.#tell(columns, values, child, found, visit);
        columns.pop();
        values.pop();
      }
    };
    step(0, [], [], 0, 0);
  }

  /** The values that occur with an entry in one more column, with their counts; the ground of a step of synthesis. */
  next(
    columns: ArrayLike<number>,
    values: ArrayLike<number>,
    column: number,
    visit: (value: number, count: number, entry: number) => void,
  ): void {
    const at = columns.length;
    let [set, entry, before] = [0, 0, -1];
    for (let step = 0; step < at; step += 1) {
      set = this.#child(step, set, before, columns[step] ?? 0);
      entry = this.#below(step + 1, set, entry, values[step] ?? 0);
      if (entry < 0) return;
      before = columns[step] ?? 0;
    }
    set = this.#child(at, set, before, column);
    const { part, entries } = this.#level(at + 1);
    const [low, high] = this.#span(at + 1, set, entry);
    const first = entries[set] ?? 0;
    for (let found = first + low; found < first + high; found += 1)
      visit(part.values[found] ?? 0, part.counts[found] ?? 0, found);
  }

  /**
   * The entries of a set of columns that lie below an entry of the set without its last column, by value. `above` and
   * `entry` count within their set; −1, or the set of nothing, is the entry of no column.
   */
  entriesBelow(set: readonly number[], above: number) {
    const rank = set.reduce((so, column, at) => this.#child(at, so, set[at - 1] ?? -1, column), 0);
    if (above < 0 && set.length > 1) return [];
    const { part, entries } = this.#level(set.length);
    const first = entries[rank] ?? 0;
    const [low, high] = this.#span(set.length, rank, Math.max(0, above));
    return Array.from({ length: high - low }, (_, at) => ({
      entry: low + at,
      value: part.values[first + low + at] ?? 0,
      count: part.counts[first + low + at] ?? 0,
    }));
  }

  /** The sets of a length with their entries, for who goes through them in a way of their own. To be read, not written. */
  level(length: number): Level {
    return this.#level(length);
  }

  /** What the counts of a length consist of, byte by byte. */
  bytesOf(length: number): readonly Uint8Array[] {
    const { sizes, starts, values, counts } = this.#level(length).part;
    return [sizes, starts, values, counts].map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    );
  }

  /** Whether values are kept in 32 bits. */
  get wide(): boolean {
    return this.#level(1).part.values instanceof Uint32Array;
  }

  /** Where the entries below an entry lie in a set: from, and one past the last. */
  #span(length: number, set: number, above: number): readonly [number, number] {
    const { part, starts } = this.#level(length);
    const place = (starts[set] ?? 0) + above;
    return [part.starts[place] ?? 0, part.starts[place + 1] ?? 0];
  }

  #child(length: number, set: number, before: number, column: number): number {
    return (this.#level(length).sets.firstChild[set] ?? 0) + column - before - 1;
  }

  #below(length: number, set: number, above: number, value: number): number {
    const { part, entries, starts } = this.#level(length);
    const place = (starts[set] ?? 0) + above;
    const first = entries[set] ?? 0;
    let low = part.starts[place] ?? 0;
    const end = part.starts[place + 1] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((part.values[first + middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low < end && part.values[first + low] === value ? low : -1;
  }

  #tell(columns: number[], values: number[], set: number, entry: number, visit: Visit): void {
    const { part, entries } = this.#level(columns.length);
    const found = (entries[set] ?? 0) + entry;
    visit(columns, values, part.counts[found] ?? 0, found);
  }

  #walk(
    length: number,
    columns: number[],
    values: number[],
    set: number,
    above: number,
    visit: Visit,
    only: readonly number[] | null = null,
    least = 1,
  ): void {
    if (columns.length === length) return this.#tell(columns, values, set, above, visit);
    const before = columns.at(-1) ?? -1;
    const wanted = only?.[columns.length];
    const [first, end] = wanted === undefined ? [before + 1, this.columns] : [wanted, wanted + 1];
    const level = columns.length + 1;
    for (let column = first; column < end; column += 1) {
      const child = this.#child(columns.length, set, before, column);
      const [low, high] = this.#span(level, child, above);
      const { part, entries } = this.#level(level);
      const own = entries[child] ?? 0;
      for (let entry = low; entry < high; entry += 1) {
        // What holds it is no commoner.
        if ((part.counts[own + entry] ?? 0) < least) continue;
        columns.push(column);
        values.push(part.values[own + entry] ?? 0);
        this.#walk(length, columns, values, child, entry, visit, only, least);
        columns.pop();
        values.pop();
      }
    }
  }

  #walkInOrder(
    length: number,
    columns: number[],
    values: number[],
    set: number,
    above: number,
    visit: Visit,
    order: Order,
  ): void {
    if (columns.length === length) return this.#tell(columns, values, set, above, visit);
    const before = columns.at(-1) ?? -1;
    const level = columns.length + 1;
    const { part, entries } = this.#level(level);
    for (const column of order.columns) {
      if (column <= before) continue;
      const child = this.#child(columns.length, set, before, column);
      const [low, high] = this.#span(level, child, above);
      const first = entries[child] ?? 0;
      const step = (entry: number) => {
        columns.push(column);
        values.push(part.values[first + entry] ?? 0);
        this.#walkInOrder(length, columns, values, child, entry, visit, order);
        columns.pop();
        values.pop();
      };
      const ranks = order.values[column] ?? null;
      if (ranks === null) for (let entry = low; entry < high; entry += 1) step(entry);
      else {
        const rank = (entry: number) => ranks[part.values[first + entry] ?? 0] ?? 0;
        const below = Array.from({ length: high - low }, (_, at) => low + at);
        for (const entry of below.sort((a, b) => rank(a) - rank(b))) step(entry);
      }
    }
  }

  #level(length: number): Level {
    const level = this.#levels[length];
    if (level === undefined)
      throw new RangeError(
        `combinations of ${length} values are not counted; 1 to ${this.length} are`,
      );
    return level;
  }
}

/** Counts out of the parts of single columns, of pairs, of triples …: for each length those of all tasks in their order. */
export function joined(
  of: { rows: number; columns: number; least: number },
  singles: Part,
  longer: readonly Part[][],
): Counts {
  const wide = singles.values instanceof Uint32Array;
  return new Counts(of, [singles, ...longer.map((parts) => concatenated(parts, wide))]);
}
