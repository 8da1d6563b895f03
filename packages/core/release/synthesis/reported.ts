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
   * Null where it would take more than `mostBytes`. All single values must be told of, in their order; and every part of
   * a longer combination.
   *
   * @throws RangeError where a part was not told of.
   */
  static of(length: number, telling: Telling, mostBytes = usualBytes): Reported | null {
    const singles = countsTold(1, telling);
    let found = new Reported(singles.length, [singles], []);
    for (let longer = 2; longer <= length; longer += 1) {
      const counts = countsTold(longer, telling);
      const rows = found.counts[longer - 2]?.length ?? 0;
      if (8 * rows * found.words + 4 * longer * counts.length > mostBytes) return null;
      const level = found.#levelOf(longer, telling, rows);
      found = new Reported(found.values, [...found.counts, counts], [...found.#levels, level]);
    }
    return found;
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

  #levelOf(longer: number, telling: Telling, rows: number): Level {
    const bits = new Uint32Array(rows * this.words);
    const part = new Uint32Array(longer - 1);
    /** Goes through a combination's parts of one value less: the part's entry, and the value. */
    const eachPart = (values: ArrayLike<number>, see: (entry: number, value: number) => void) => {
      for (let left = 0; left < longer; left += 1) {
        for (let at = 0; at < longer - 1; at += 1) part[at] = values[at < left ? at : at + 1] ?? 0;
        const entry = this.find(part);
        if (entry < 0) throw new RangeError(`a part of a combination of ${longer} was not told of`);
        see(entry, values[left] ?? 0);
      }
    };
    let set = 0;
    telling(longer, (values) =>
      eachPart(values, (entry, value) => {
        const at = entry * this.words + (value >>> 5);
        bits[at] = (bits[at] ?? 0) | (1 << (value & 31));
        set += 1;
      }),
    );
    const before = new Uint32Array(bits.length);
    for (let at = 1; at < bits.length; at += 1)
      before[at] = (before[at - 1] ?? 0) + bitsIn(bits[at - 1] ?? 0);
    const entries = new Uint32Array(set);
    let own = 0;
    telling(longer, (values) => {
      eachPart(values, (entry, value) => {
        const at = entry * this.words + (value >>> 5);
        const rank = bitsIn((bits[at] ?? 0) & ((1 << (value & 31)) - 1));
        entries[(before[at] ?? 0) + rank] = own;
      });
      own += 1;
    });
    return { bits, before, entries };
  }
}

const nothing = new Uint32Array();

function wordsFor(values: number): number {
  return Math.max(1, (values + 31) >>> 5);
}

function countsTold(length: number, telling: Telling): Int32Array {
  const counts: number[] = [];
  telling(length, (_, count) => counts.push(count));
  return Int32Array.from(counts);
}
