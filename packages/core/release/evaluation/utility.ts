import { countShareBounds } from '../../numeric/index.ts';
import type { Counts } from '../count/counts.ts';

/** A figure with bounds that hold with 95 %, and of how many it is one; null where there is nothing to reckon from. */
export type Figure = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
} | null;

/** How near a released table is to the true one, for combinations of one length or of all together (length 0). */
export type Nearness = {
  readonly length: number;
  /** Of the true combinations of k rows or more, those that were released. */
  readonly preserved: Figure;
  /** Of all true combinations, rare ones too, those that were not. */
  readonly suppressed: Figure;
  /** Of those released, those that nobody has, and those that fewer than k have. */
  readonly fabricated: Figure;
  readonly leaked: Figure;
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
 * true table: they stay in the house.
 */
export function nearness(truth: Counts, released: Counts, k: number): readonly Nearness[] {
  if (truth.length !== released.length || truth.columns !== released.columns)
    throw new RangeError('the two tables are not counted alike');
  const tallies = Array.from({ length: truth.length }, (_, at) =>
    tallied(truth, released, at + 1, k),
  );
  const all = tallies.reduce(together, blank());
  return [...tallies.map((tally, at) => figures(at + 1, tally)), figures(0, all)];
}

/** Rows released for each true row, less one: 0.02 is two in a hundred too many. */
export function expansion(truth: Counts, released: Counts): number | null {
  return truth.rows === 0 ? null : released.rows / truth.rows - 1;
}

type Sum = { n: number; sum: number; squares: number; weight: number };
type Tally = {
  common: number;
  preserved: number;
  held: number;
  suppressed: number;
  released: number;
  fabricated: number;
  leaked: number;
  truth: number;
  distance: Sum;
  byRows: Sum;
  atLeastK: Sum;
};

function tallied(truth: Counts, released: Counts, length: number, k: number): Tally {
  const tally = blank();
  truth.each(length, (columns, values, count) => {
    const found = released.count(columns, values, length);
    const off = Math.abs(found - count);
    tally.held += 1;
    tally.truth += count;
    if (found === 0) tally.suppressed += 1;
    add(tally.distance, off, 1);
    add(tally.byRows, off, count);
    if (count < k) return;
    tally.common += 1;
    if (found > 0) tally.preserved += 1;
    add(tally.atLeastK, off, 1);
  });
  released.each(length, (columns, values, count) => {
    const found = truth.count(columns, values, length);
    tally.released += 1;
    if (found > 0 && found < k) tally.leaked += 1;
    if (found > 0) return;
    tally.fabricated += 1;
    add(tally.distance, count, 1);
  });
  return tally;
}

function blank(): Tally {
  const none = () => ({ n: 0, sum: 0, squares: 0, weight: 0 });
  return {
    ...{ common: 0, preserved: 0, held: 0, suppressed: 0 },
    ...{ released: 0, fabricated: 0, leaked: 0, truth: 0 },
    ...{ distance: none(), byRows: none(), atLeastK: none() },
  };
}

function add(to: Sum, value: number, weight: number): void {
  to.n += 1;
  to.weight += weight;
  to.sum += weight * value;
  to.squares += weight * weight * value * value;
}

function together(one: Tally, other: Tally): Tally {
  const sums = (a: Sum, b: Sum): Sum => ({
    n: a.n + b.n,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares,
    weight: a.weight + b.weight,
  });
  return {
    common: one.common + other.common,
    preserved: one.preserved + other.preserved,
    held: one.held + other.held,
    suppressed: one.suppressed + other.suppressed,
    released: one.released + other.released,
    fabricated: one.fabricated + other.fabricated,
    leaked: one.leaked + other.leaked,
    truth: one.truth + other.truth,
    distance: sums(one.distance, other.distance),
    byRows: sums(one.byRows, other.byRows),
    atLeastK: sums(one.atLeastK, other.atLeastK),
  };
}

function figures(length: number, tally: Tally): Nearness {
  return {
    length,
    preserved: share(tally.preserved, tally.common),
    suppressed: share(tally.suppressed, tally.held),
    fabricated: share(tally.fabricated, tally.released),
    leaked: share(tally.leaked, tally.released),
    error: mean(tally.distance),
    errorByRows: mean(tally.byRows),
    errorAtLeastK: mean(tally.atLeastK),
    share: tally.truth === 0 ? null : tally.distance.sum / tally.truth,
  };
}

function share(hits: number, n: number): Figure {
  if (n === 0) return null;
  const { least, most } = countShareBounds(hits, n, 0.975);
  return { value: hits / n, low: least, high: most, n };
}

/** A mean with the bounds of its standard error; of weighted values with those of a ratio. */
function mean({ n, sum, squares, weight }: Sum): Figure {
  if (n === 0 || weight === 0) return null;
  const value = sum / weight;
  const spread = Math.sqrt(Math.max(0, squares - (sum * sum) / n)) / weight;
  return { value, low: Math.max(0, value - 1.96 * spread), high: value + 1.96 * spread, n };
}
