import { uniform, type Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { MadeRecords } from './best.ts';
import { recordsOf, type ReportedTable } from './numbered.ts';

/**
 * Makes records out of reported counts, value by value: each drawn in proportion to the least that is left of any
 * combination that it would complete, until nothing may be added; what a record holds is taken off. It goes on until no
 * value is left, so that there are more records than rows. Null: stopped. O(values placed · values · columns^(length − 1)).
 *
 * Holds: every value stands in the records exactly as often as was reported, and no reported combination more often.
 *
 * **Promise**: k-anonymity of counts. Every combination of up to `length` values in a record was reported. Longer ones may
 * be invented, and may by chance be somebody's. Neighbours: none beyond those of the counts, which are all that it sees; on
 * protected counts it is not differential privacy, and two releases of nearly the same table can be compared.
 *
 * Source: the aggregate-seeded kind of Microsoft's Synthetic Data Showcase, as its documentation describes it; the weights
 * are ours.
 */
export function byCounts(
  source: ReportedTable,
  words: Words,
  { seen, stop }: Watch = {},
): MadeRecords | null {
  const making = new Making(source, words);
  const total = making.left;
  const records: Uint32Array[] = [];
  while (making.left > 0) {
    if (records.length % 256 === 0) {
      if (stop?.() === true) return null;
      seen?.(total - making.left, total);
    }
    records.push(making.record());
  }
  seen?.(total, total);
  return recordsOf(source, records);
}

/** What is left of the reported counts, and the record that is being made of it. */
class Making {
  /** How many single values are left. */
  left: number;

  readonly #source: ReportedTable;
  readonly #words: Words;
  /** What is left by length, from 1 at 0, and entry. */
  readonly #rest: readonly Int32Array[];
  /** By length, from 1 at 0: the entries of all combinations within the record, and how many they are. */
  readonly #held: readonly Uint32Array[];
  readonly #holds: Uint32Array;
  /** The values that may be added, in order, how many, and by value the least that is left of what it would complete. */
  readonly #open: Uint32Array;
  #opens = 0;
  readonly #least: Int32Array;
  /** The rows of bits of all that a value is added to, laid over each other. */
  readonly #both: Uint32Array;

  constructor(source: ReportedTable, words: Words) {
    const { reported, columns } = source;
    this.#source = source;
    this.#words = words;
    this.#rest = reported.counts.map((counts) => counts.slice());
    this.#held = reported.counts.map((_, at) => new Uint32Array(choices(columns, at + 1)));
    this.#holds = new Uint32Array(reported.length);
    this.#open = new Uint32Array(reported.values);
    this.#least = new Int32Array(reported.values);
    this.#both = new Uint32Array(reported.words);
    this.left = (this.#rest[0] ?? nothing).reduce((sum, count) => sum + count, 0);
  }

  /** One more record, as the numbers of its values. */
  record(): Uint32Array {
    this.#begin();
    for (let value = this.#drawn(); value >= 0; value = this.#drawn()) this.#add(value);
    this.#takeOff();
    return (this.#held[0] ?? noEntries).slice(0, this.#holds[0]);
  }

  #begin(): void {
    this.#holds.fill(0);
    this.#opens = 0;
    const singles = this.#rest[0] ?? nothing;
    for (let value = 0; value < singles.length; value += 1) {
      const left = singles[value] ?? 0;
      if (left > 0) this.#offer(value, left);
    }
  }

  #offer(value: number, least: number): void {
    this.#open[this.#opens] = value;
    this.#opens += 1;
    this.#least[value] = least;
  }

  #drawn(): number {
    let sum = 0;
    for (let at = 0; at < this.#opens; at += 1) sum += this.#least[this.#open[at] ?? 0] ?? 0;
    if (sum === 0) return -1;
    let drawn = uniform(sum, this.#words);
    for (let at = 0; at < this.#opens; at += 1) {
      const value = this.#open[at] ?? 0;
      drawn -= this.#least[value] ?? 0;
      if (drawn < 0) return value;
    }
    return -1;
  }

  /** Adds a value to the record; open stays what is reported with it and everything before. */
  #add(value: number): void {
    const { reported, columnOf } = this.#source;
    const before = this.#holds.slice();
    this.#both.fill(0xffffffff);
    for (let at = reported.length - 1; at > 0; at -= 1)
      for (let part = 0; part < (before[at - 1] ?? 0); part += 1)
        this.#hold(at, reported.with(at, this.#held[at - 1]?.[part] ?? 0, value));
    this.#hold(0, value);
    const open = this.#opens;
    this.#opens = 0;
    for (let at = 0; at < open; at += 1) {
      const other = this.#open[at] ?? 0;
      if (columnOf[other] === columnOf[value]) continue;
      if ((((this.#both[other >>> 5] ?? 0) >>> (other & 31)) & 1) === 0) continue;
      const least = this.#leastWith(other, before);
      if (least > 0) this.#offer(other, least);
    }
  }

  #hold(at: number, entry: number): void {
    const { reported } = this.#source;
    const held = this.#held[at];
    const holds = this.#holds[at] ?? 0;
    if (held !== undefined) held[holds] = entry;
    this.#holds[at] = holds + 1;
    if (at + 1 >= reported.length) return;
    const bits = reported.bitsOf(at + 1);
    const row = reported.rowOf(entry);
    for (let word = 0; word < this.#both.length; word += 1)
      this.#both[word] = (this.#both[word] ?? 0) & (bits[row + word] ?? 0);
  }

  /** The least that is left of what a value would complete, with what came to be held since `before`. */
  #leastWith(value: number, before: Uint32Array): number {
    const { reported } = this.#source;
    let least = this.#least[value] ?? 0;
    for (let at = 0; at + 1 < reported.length; at += 1) {
      const held = this.#held[at] ?? noEntries;
      const rest = this.#rest[at + 1] ?? nothing;
      const end = this.#holds[at] ?? 0;
      for (let part = before[at] ?? 0; part < end && least > 0; part += 1) {
        const left = rest[reported.with(at + 1, held[part] ?? 0, value)] ?? 0;
        if (left < least) least = left;
      }
    }
    return least;
  }

  #takeOff(): void {
    for (const [at, held] of this.#held.entries()) {
      const rest = this.#rest[at];
      for (let part = 0; part < (this.#holds[at] ?? 0) && rest !== undefined; part += 1) {
        const entry = held[part] ?? 0;
        rest[entry] = (rest[entry] ?? 0) - 1;
      }
    }
    this.left -= this.#holds[0] ?? 0;
  }
}

const nothing = new Int32Array();
const noEntries = new Uint32Array();

/** In how many ways `some` of `all` can be chosen. */
function choices(all: number, some: number): number {
  let ways = 1;
  for (let at = 0; at < some; at += 1) ways = (ways * (all - at)) / (at + 1);
  return Math.max(0, Math.round(ways));
}
