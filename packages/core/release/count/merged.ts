import { Counts } from './counts.ts';
import { GrowingPart } from './part.ts';

/**
 * Counts of two tables as those of one: for records that are counted in several places. Both tables have the same
 * columns with the same values, and nothing was left out of either count.
 *
 * @throws RangeError for counts of different shapes, or with a least count over 1: what is left out cannot be added.
 */
export function merged(one: Counts, other: Counts): Counts {
  const { columns, length } = one;
  if (columns !== other.columns || length !== other.length)
    throw new RangeError('counts of different columns or lengths cannot be added');
  if (one.least > 1 || other.least > 1)
    throw new RangeError('counts that leave out small ones cannot be added');
  const parts = Array.from({ length }, () => new GrowingPart(one.wide || other.wide));
  new Merging([one, other], parts).below([], [[-1, -1]]);
  return new Counts(
    { rows: one.rows + other.rows, columns, least: 1 },
    parts.map((part) => part.taken()),
  );
}

/** For each entry of a set of columns its entry in one table's counts and in the other's; −1 where it has none. */
type Pairs = readonly (readonly [number, number])[];

class Merging {
  readonly #counts: readonly [Counts, Counts];
  readonly #parts: readonly GrowingPart[];

  constructor(counts: readonly [Counts, Counts], parts: readonly GrowingPart[]) {
    this.#counts = counts;
    this.#parts = parts;
  }

  /** Merges every set that begins with `set`, whose entries are `above`. */
  below(set: readonly number[], above: Pairs): void {
    const part = this.#parts[set.length];
    if (part === undefined) return;
    const [{ columns }] = this.#counts;
    for (let column = (set.at(-1) ?? -1) + 1; column < columns; column += 1)
      this.below([...set, column], this.#set(part, [...set, column], above));
  }

  #set(part: GrowingPart, set: readonly number[], above: Pairs): Pairs {
    const found: (readonly [number, number])[] = [];
    for (const [one, other] of above) {
      part.starts.push(found.length);
      const a = this.#counts[0].entriesBelow(set, one);
      const b = this.#counts[1].entriesBelow(set, other);
      for (let [left, right] = [0, 0]; left < a.length || right < b.length;) {
        const [low, high] = [a[left], b[right]];
        const value = Math.min(low?.value ?? Infinity, high?.value ?? Infinity);
        const [first, second] = [
          low?.value === value ? low : null,
          high?.value === value ? high : null,
        ];
        part.values.push(value);
        part.counts.push((first?.count ?? 0) + (second?.count ?? 0));
        found.push([first?.entry ?? -1, second?.entry ?? -1]);
        if (first !== null) left += 1;
        if (second !== null) right += 1;
      }
    }
    part.starts.push(found.length);
    part.sizes.push(found.length);
    return found;
  }
}
