import type { Counts } from './counts.ts';
import type { Level } from './levels.ts';

/** Told of one combination that is in either table: its length and both counts, 0 where it is not there. */
export type BesideVisit = (length: number, one: number, other: number) => void;

/**
 * Goes once through the combinations of two tables that are in either, both trees side by side, so that nothing is looked
 * up. O(entries of both).
 *
 * @throws RangeError for counts of different columns or lengths.
 */
export function beside(one: Counts, other: Counts, visit: BesideVisit): void {
  if (one.length !== other.length || one.columns !== other.columns)
    throw new RangeError('the two tables are not counted alike');
  const levels = (counts: Counts) =>
    Array.from({ length: counts.length + 1 }, (_, length) => counts.level(length));
  new Besides(levels(one), levels(other), one.columns, visit).below(0, 0, -1, [0], [0]);
}

class Besides {
  readonly #one: readonly Level[];
  readonly #other: readonly Level[];
  readonly #columns: number;
  readonly #visit: BesideVisit;

  constructor(one: readonly Level[], other: readonly Level[], columns: number, visit: BesideVisit) {
    this.#one = one;
    this.#other = other;
    this.#columns = columns;
    this.#visit = visit;
  }

  /** Every set that begins with `set`, whose last column is `last`; its entries in one table and in the other, −1 for none. */
  below(
    length: number,
    set: number,
    last: number,
    ones: readonly number[],
    others: readonly number[],
  ): void {
    if (length + 1 === this.#one.length) return;
    const first = this.#one[length]?.sets.firstChild[set] ?? 0;
    for (let column = last + 1; column < this.#columns; column += 1) {
      const child = first + column - last - 1;
      const found: [number[], number[]] = [[], []];
      this.#set(length + 1, child, [ones, others], found);
      this.below(length + 1, child, column, ...found);
    }
  }

  #set(
    length: number,
    set: number,
    [ones, others]: readonly [readonly number[], readonly number[]],
    [foundOnes, foundOthers]: readonly [number[], number[]],
  ): void {
    const [a, b] = [this.#one[length], this.#other[length]];
    if (a === undefined || b === undefined) return;
    const [starts, ends] = [a.starts[set] ?? 0, b.starts[set] ?? 0];
    const [base, otherBase] = [a.entries[set] ?? 0, b.entries[set] ?? 0];
    const deeper = length + 1 < this.#one.length;
    // Out of the loop: it is gone through millions of times.
    const { starts: aStarts, values: aValues, counts: aCounts } = a.part;
    const { starts: bStarts, values: bValues, counts: bCounts } = b.part;
    const visit = this.#visit;
    for (let at = 0; at < ones.length; at += 1) {
      const [one, other] = [ones[at] ?? -1, others[at] ?? -1];
      let left = one < 0 ? 0 : (aStarts[starts + one] ?? 0);
      const leftEnd = one < 0 ? 0 : (aStarts[starts + one + 1] ?? 0);
      let right = other < 0 ? 0 : (bStarts[ends + other] ?? 0);
      const rightEnd = other < 0 ? 0 : (bStarts[ends + other + 1] ?? 0);
      while (left < leftEnd || right < rightEnd) {
        const low = left < leftEnd ? (aValues[base + left] ?? 0) : Infinity;
        const high = right < rightEnd ? (bValues[otherBase + right] ?? 0) : Infinity;
        const inOne = low <= high;
        const inOther = high <= low;
        visit(
          length,
          inOne ? (aCounts[base + left] ?? 0) : 0,
          inOther ? (bCounts[otherBase + right] ?? 0) : 0,
        );
        if (deeper) {
          foundOnes.push(inOne ? left : -1);
          foundOthers.push(inOther ? right : -1);
        }
        if (inOne) left += 1;
        if (inOther) right += 1;
      }
    }
  }
}
