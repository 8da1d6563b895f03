import type { Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import { below } from './below.ts';
import { fallenTo } from './drawn.ts';
import type { MadeRecords } from './best.ts';
import { choices, Growth } from './growth.ts';
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
  const rest = new RestOfCounts(source, words);
  const total = rest.left;
  const records: (readonly number[])[] = [];
  while (rest.left > 0) {
    if (records.length % 256 === 0) {
      if (stop?.() === true) return null;
      seen?.(total - rest.left, total);
    }
    records.push(rest.record());
  }
  seen?.(total, total);
  return recordsOf(source, records);
}

/** What is left of the reported counts, and records made of it one after the other. */
export class RestOfCounts {
  /** How many single values are left. */
  left: number;

  readonly #source: ReportedTable;
  readonly #words: Words;
  readonly #growth: Growth;
  /** What is left by length, from 1 at 0, and entry. */
  readonly #rest: readonly Int32Array[];
  /** Of each value that is open, the least that is left of what it would complete, as far as it is known. */
  readonly #least: Int32Array;
  /** Of each value, how many values the record held when it was last looked at. */
  readonly #seen: Uint8Array;

  constructor(source: ReportedTable, words: Words) {
    const { reported } = source;
    this.#source = source;
    this.#words = words;
    this.#growth = new Growth(source);
    this.#rest = reported.counts.map((counts) => counts.slice());
    this.#least = new Int32Array(reported.values);
    this.#seen = new Uint8Array(reported.values);
    this.left = (this.#rest[0] ?? nothing).reduce((sum, count) => sum + count, 0);
  }

  /** One more record, as the numbers of its values. */
  record(): readonly number[] {
    const growth = this.#growth;
    this.#begin();
    for (let value = this.#drawn(); value >= 0; value = this.#drawn()) growth.add(value);
    this.#takeOff();
    return growth.values();
  }

  #begin(): void {
    this.#growth.begin();
    const singles = this.#rest[0] ?? nothing;
    this.#least.set(singles);
    this.#seen.fill(0);
    this.#growth.offerAll(singles);
  }

  /**
   * One of the open values, in proportion to the least that is left of what it would complete; −1 where none is open.
   *
   * The least that was last known of a value is never under what it is now: one that is drawn by the last known is looked
   * at anew, and taken in proportion to what of it still holds. What is drawn so is drawn by what is now.
   */
  #drawn(): number {
    const { open } = this.#growth;
    const opens = this.#growth.listed();
    let sum = 0;
    for (let at = 0; at < opens; at += 1) sum += this.#least[open[at] ?? 0] ?? 0;
    while (sum > 0) {
      const value = open[fallenTo(open, 0, this.#least, below(sum, this.#words))] ?? 0;
      const known = this.#least[value] ?? 0;
      const least = this.#narrowed(value);
      if (least === known || below(known, this.#words) < least) return value;
      sum -= known - least;
      if (least === 0) this.#growth.close(value);
    }
    return -1;
  }

  /** Takes into a value's least what it would complete with the parts that were added since it was last looked at. */
  #narrowed(value: number): number {
    const { reported } = this.#source;
    const { held, holds } = this.#growth;
    const seen = this.#seen[value] ?? 0;
    let least = this.#least[value] ?? 0;
    for (let at = 0; at + 1 < reported.length; at += 1) {
      const parts = held[at] ?? noEntries;
      const rest = this.#rest[at + 1] ?? nothing;
      const end = holds[at] ?? 0;
      for (let part = choices(seen, at + 1); part < end && least > 0; part += 1) {
        const left = rest[reported.with(at + 1, parts[part] ?? 0, value)] ?? 0;
        if (left < least) least = left;
      }
    }
    this.#seen[value] = holds[0] ?? 0;
    this.#least[value] = least;
    return least;
  }

  #takeOff(): void {
    const { held, holds } = this.#growth;
    for (const [at, parts] of held.entries()) {
      const rest = this.#rest[at] ?? nothing;
      for (let part = 0; part < (holds[at] ?? 0); part += 1) {
        const entry = parts[part] ?? 0;
        rest[entry] = (rest[entry] ?? 0) - 1;
      }
    }
    this.left -= holds[0] ?? 0;
  }
}

const nothing = new Int32Array();
const noEntries = new Uint32Array();
