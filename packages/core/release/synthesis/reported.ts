import { fine, problem, refused, type Outcome } from '../../problem.ts';
import { bitsIn } from '../kernel/twin.ts';

/**
 * Tells of every reported combination of one length: its values, numbered over all columns and rising, and its count. What
 * was told may be written over afterwards.
 */
export type Telling = (
  length: number,
  tell: (values: ArrayLike<number>, count: number) => void,
) => void;

/** What stands below the combinations of one length: which values are reported with each, and as what. */
type Level = {
  /** One bit a value, a row for each combination. */
  readonly bits: Uint32Array;
  /** How many bits are set before each word. */
  readonly before: Uint32Array;
  /** For each bit that is set, in order, the entry of the combination with that value. */
  readonly entries: Uint32Array;
};

/** What fits beside the rest of a run: half a gigabyte. */
const usualBytes = 2 ** 29;

/**
 * The combinations that were reported, as sets of values: below each one a bit for every value that is reported with it.
 * What may be added to a record is then a few rows of bits laid over each other.
 *
 * Values of all columns have one numbering from 0. Combinations of each length have entries from 0 in the order in which
 * they were told, so that flat arrays can hold something for each; the entry of a single value is its number.
 */
export class Reported {
  /** How many values there are. */
  readonly values: number;
  /** Words in a row of bits. */
  readonly words: number;
  /** Counts by length, from 1 at 0, and entry. */
  readonly counts: readonly Int32Array[];
  readonly #levels: readonly Level[];

  private constructor(values: number, counts: readonly Int32Array[], levels: readonly Level[]) {
    this.values = values;
    this.words = wordsFor(values);
    this.counts = counts;
    this.#levels = levels;
  }

  /**
   * All single values must be told of, in their order; and every part of a longer combination.
   *
   * Problems: `too-many-combinations`, with the bytes that those of a length would take and those that they may.
   *
   * @throws RangeError where a part was not told of.
   */
  static of(length: number, telling: Telling, mostBytes = usualBytes): Outcome<Reported> {
    const { counts } = toldOf(1, telling);
    let found = new Reported(counts.length, [counts], []);
    for (let longer = 2; longer <= length; longer += 1) {
      const told = toldOf(longer, telling);
      const rows = found.counts[longer - 2]?.length ?? 0;
      const bytes = 8 * rows * found.words + 4 * told.values.length;
      if (bytes > mostBytes) return refused(problem('too-many-combinations', { bytes, mostBytes }));
      const level = found.#levelOf(longer, told.values, rows);
      found = new Reported(found.values, [...found.counts, told.counts], [...found.#levels, level]);
    }
    return fine(found);
  }

  /** The most values of a combination. */
  get length(): number {
    return this.counts.length;
  }

  /** Where the row of the values begins that are reported with a combination of `length` values, among `bitsOf(length)`. */
  rowOf(entry: number): number {
    return entry * this.words;
  }

  /** The rows of bits below the combinations of a length. To be read, not written. */
  bitsOf(length: number): Uint32Array {
    return this.#levels[length - 1]?.bits ?? nothing;
  }

  /** The entry of a combination of `length` values with one more; −1 where it was not reported. */
  with(length: number, entry: number, value: number): number {
    const level = this.#levels[length - 1];
    if (level === undefined) return -1;
    const at = entry * this.words + (value >>> 5);
    const word = level.bits[at] ?? 0;
    const bit = 1 << (value & 31);
    if ((word & bit) === 0) return -1;
    return level.entries[(level.before[at] ?? 0) + bitsIn(word & (bit - 1))] ?? -1;
  }

  /** The entry of the combination of `values`, in any order; −1 where it was not reported. */
  find(values: ArrayLike<number>, length = values.length): number {
    let entry = values[0] ?? -1;
    for (let at = 1; at < length && entry >= 0; at += 1)
      entry = this.with(at, entry, values[at] ?? 0);
    return entry;
  }

  #levelOf(longer: number, told: Uint32Array, rows: number): Level {
    const bits = new Uint32Array(rows * this.words);
    // For each combination and each of its values, the entry of what is left without the value.
    const parts = new Uint32Array(told.length);
    for (let at = 0; at < told.length; at += 1) {
      const value = told[at] ?? 0;
      const part = this.#without(told, at - (at % longer), longer, at);
      if (part < 0) throw new RangeError(`a part of a combination of ${longer} was not told of`);
      parts[at] = part;
      const word = part * this.words + (value >>> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (value & 31));
    }
    const before = new Uint32Array(bits.length);
    for (let at = 1; at < bits.length; at += 1)
      before[at] = (before[at - 1] ?? 0) + bitsIn(bits[at - 1] ?? 0);
    const entries = new Uint32Array(told.length);
    for (let at = 0; at < told.length; at += 1) {
      const value = told[at] ?? 0;
      const word = (parts[at] ?? 0) * this.words + (value >>> 5);
      const rank = bitsIn((bits[word] ?? 0) & ((1 << (value & 31)) - 1));
      entries[(before[word] ?? 0) + rank] = (at - (at % longer)) / longer;
    }
    return { bits, before, entries };
  }

  /** The entry of a combination that was told of, from `begin` on, without the value at `left`; −1 where there is none. */
  #without(told: Uint32Array, begin: number, longer: number, left: number): number {
    const first = begin === left ? begin + 1 : begin;
    let entry = told[first] ?? 0;
    let holding = 1;
    for (let at = first + 1; at < begin + longer && entry >= 0; at += 1) {
      if (at === left) continue;
      entry = this.with(holding, entry, told[at] ?? 0);
      holding += 1;
    }
    return entry;
  }
}

const nothing = new Uint32Array();

function wordsFor(values: number): number {
  return Math.max(1, (values + 31) >>> 5);
}

/** What is told of one length, one combination after the other. */
function toldOf(length: number, telling: Telling) {
  const values: number[] = [];
  const counts: number[] = [];
  telling(length, (of, count) => {
    for (let at = 0; at < length; at += 1) values.push(of[at] ?? 0);
    counts.push(count);
  });
  return { values: Uint32Array.from(values), counts: Int32Array.from(counts) };
}
