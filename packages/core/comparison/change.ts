import { isUnder } from '../numeric/index.ts';

/** A figure with its interval; `low` and `high` are null where it has none. */
export type Figure = {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
};

/** A difference, with what chance alone leaves open of it; null where one of the two figures has no interval. */
export type Difference = Figure;

/** What the evidence says of a difference. `cannot-tell`: it cannot be told apart from no change. */
export const Told = ['higher', 'lower', 'cannot-tell'] as const;
export type Told = (typeof Told)[number];

/**
 * How much later differs from earlier. The interval takes the two as if they were independent: where the same
 * people gave both it is, if anything, too wide. O(1). [CP-15]
 *
 * Holds: turned about, the difference and its interval change their sign and nothing else.
 *
 * Source: Newcombe, Interval estimation for the difference between independent proportions (1998), method 10; for any
 * two estimates with intervals, Zou & Donner, Construction of confidence limits about effect measures (2008).
 *
 * @example difference({ value: 1, low: 0.7, high: 1.4 }, { value: 2, low: 1.6, high: 2.3 })
 * // => { value: 1, low: 1 − √(0.4² + 0.4²), high: 1 + √(0.3² + 0.3²) }
 */
export function difference(earlier: Figure, later: Figure): Difference {
  const value = later.value - earlier.value;
  const [before, after] = [rangeOf(earlier), rangeOf(later)];
  if (before === null || after === null) return { value, low: null, high: null };
  return {
    value,
    low: value - Math.hypot(later.value - after.low, before.high - earlier.value),
    high: value + Math.hypot(after.high - later.value, earlier.value - before.low),
  };
}

/** Higher or lower only where the whole interval lies on one side of nought. [CP-15] */
export function told({ low, high }: Difference): Told {
  if (low === null || high === null) return 'cannot-tell';
  if (isUnder(0, low)) return 'higher';
  return isUnder(high, 0) ? 'lower' : 'cannot-tell';
}

function rangeOf({ low, high }: Figure): { readonly low: number; readonly high: number } | null {
  return low === null || high === null ? null : { low, high };
}
