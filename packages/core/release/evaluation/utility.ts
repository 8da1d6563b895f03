import { beside } from '../count/beside.ts';
import type { Counts } from '../count/counts.ts';
import { Mean, Share, WeightedMean, type Figure } from './tally.ts';

/** How near a released table is to the true one, for combinations of one length or of all together (length 0). */
export type Nearness = {
  readonly length: number;
  /** Of the true combinations of k rows or more, those that were released; the same, each weighted by its rows. */
  readonly preserved: Figure;
  readonly preservedByRows: Figure;
  /** Of all true combinations, rare ones too, those that were not; the same, each weighted by its rows. */
  readonly suppressed: Figure;
  readonly suppressedByRows: Figure;
  /** Of those released, those that nobody has; the same, each weighted by its records. */
  readonly fabricated: Figure;
  readonly fabricatedByRecords: Figure;
  /** Of those released, those that fewer than k have. */
  readonly leaked: Figure;
  /** Over all that are true or released: the smaller count as a share of the greater, 0 where either is absent. */
  readonly agreement: Figure;
  /** Mean distance of counts over all that are true or released, absent being 0; the same, each weighted by its true count. */
  readonly error: Figure;
  readonly errorByRows: Figure;
  /** Mean distance over the true combinations of k rows or more, absent being 0. */
  readonly errorAtLeastK: Figure;
  /** All distances together as a share of all true counts. */
  readonly share: number | null;
};

/**
 * Compares the counts of a released table with the true ones, over everything that is in either: what was left out
 * counts with its whole number, so that leaving out never looks like precision. [RL-14]
 *
 * Both must count the same columns with the same codes, whole (least 1) and to the same length. The figures look at the
 * true table: they stay in the house. Bounds take the combinations for a sample of such combinations.
 *
 * @throws RangeError for tables that are not counted alike.
 */
export function nearness(truth: Counts, released: Counts, k: number): readonly Nearness[] {
  const tallies = Array.from({ length: truth.length + 1 }, () => new Tally());
  beside(truth, released, (length, true_, shown) => tallies[length]?.add(true_, shown, k));
  const [all = new Tally(), ...lengths] = tallies;
  for (const each of lengths) all.take(each);
  return [...lengths.map((each, at) => each.figures(at + 1)), all.figures(0)];
}

/** Rows released for each true row, less one: 0.02 is two in a hundred too many. */
export function expansion(truth: Counts, released: Counts): number | null {
  return truth.rows === 0 ? null : released.rows / truth.rows - 1;
}

class Tally {
  readonly #shares = {
    ...{ preserved: new Share(), suppressed: new Share() },
    ...{ fabricated: new Share(), leaked: new Share() },
  };
  readonly #means = { agreement: new Mean(1), error: new Mean(), errorAtLeastK: new Mean() };
  readonly #weighted = {
    ...{ preservedByRows: new WeightedMean(1), suppressedByRows: new WeightedMean(1) },
    ...{ fabricatedByRecords: new WeightedMean(1), errorByRows: new WeightedMean() },
  };
  #truth = 0;
  #distance = 0;

  add(truth: number, released: number, k: number): void {
    const off = Math.abs(truth - released);
    this.#truth += truth;
    this.#distance += off;
    this.#means.error.add(off);
    this.#means.agreement.add(truth > released ? released / truth : truth / released);
    if (truth > 0) this.#addTrue(truth, released, off, k);
    if (released > 0) this.#addReleased(truth, released, k);
  }

  #addTrue(truth: number, released: number, off: number, k: number): void {
    const missing = released === 0;
    this.#shares.suppressed.add(missing);
    this.#weighted.suppressedByRows.add(missing ? 1 : 0, truth);
    this.#weighted.errorByRows.add(off, truth);
    if (truth < k) return;
    this.#shares.preserved.add(!missing);
    this.#weighted.preservedByRows.add(missing ? 0 : 1, truth);
    this.#means.errorAtLeastK.add(off);
  }

  #addReleased(truth: number, released: number, k: number): void {
    this.#shares.fabricated.add(truth === 0);
    this.#shares.leaked.add(truth > 0 && truth < k);
    this.#weighted.fabricatedByRecords.add(truth === 0 ? 1 : 0, released);
  }

  take(other: Tally): void {
    this.#truth += other.#truth;
    this.#distance += other.#distance;
    for (const name of shareNames) this.#shares[name].take(other.#shares[name]);
    for (const name of meanNames) this.#means[name].take(other.#means[name]);
    for (const name of weightedNames) this.#weighted[name].take(other.#weighted[name]);
  }

  figures(length: number): Nearness {
    const { preserved, suppressed, fabricated, leaked } = this.#shares;
    const { preservedByRows, suppressedByRows, fabricatedByRecords, errorByRows } = this.#weighted;
    const { agreement, error, errorAtLeastK } = this.#means;
    return {
      length,
      ...{ preserved: preserved.figure(), preservedByRows: preservedByRows.figure() },
      ...{ suppressed: suppressed.figure(), suppressedByRows: suppressedByRows.figure() },
      ...{ fabricated: fabricated.figure(), fabricatedByRecords: fabricatedByRecords.figure() },
      ...{ leaked: leaked.figure(), agreement: agreement.figure() },
      ...{ error: error.figure(), errorByRows: errorByRows.figure() },
      errorAtLeastK: errorAtLeastK.figure(),
      share: this.#truth === 0 ? null : this.#distance / this.#truth,
    };
  }
}

const shareNames = ['preserved', 'suppressed', 'fabricated', 'leaked'] as const;
const meanNames = ['agreement', 'error', 'errorAtLeastK'] as const;
const weightedNames = [
  ...(['preservedByRows', 'suppressedByRows'] as const),
  ...(['fabricatedByRecords', 'errorByRows'] as const),
];
