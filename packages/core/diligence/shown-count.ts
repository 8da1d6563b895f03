/** A number of people as it may leave the house: with `suppressed` there is one and it is too small. [DD-13] */
export type ShownCount = { readonly value: number | null; readonly suppressed: boolean };

/** Fewer than this are not shown, whatever a partnership sets. */
export const leastWorkers = 5;

/** A number of workers as it may be shown: 1 to `least` - 1 are withheld, nought and null are what they are. [DD-13] */
export function shownCount(workers: number | null, least: number = leastWorkers): ShownCount {
  const small = workers !== null && workers > 0 && workers < Math.max(least, leastWorkers);
  return { value: small ? null : workers, suppressed: small };
}

/** What is known of a sum: at least so many, from so many counts that are shown. [DD-13] */
export type ShownSum = {
  readonly atLeast: number;
  readonly shown: number;
  readonly withheld: number;
  readonly notKnown: number;
};

/**
 * Adds up what may be shown. Withheld counts add nothing, so that no difference of two sums gives one away.
 *
 * @example shownSum([12, 3, null]) // => { atLeast: 12, shown: 1, withheld: 1, notKnown: 1 }
 */
export function shownSum(workers: readonly (number | null)[], least?: number): ShownSum {
  const each = workers.map((count) => shownCount(count, least));
  return {
    atLeast: each.reduce((sum, { value }) => sum + (value ?? 0), 0),
    shown: each.filter(({ value }) => value !== null).length,
    withheld: each.filter(({ suppressed }) => suppressed).length,
    notKnown: each.filter(({ value, suppressed }) => value === null && !suppressed).length,
  };
}
