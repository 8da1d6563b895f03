import { inOrder, isUnder, mean, sortedQuantile } from '../numeric/index.ts';

/** How far agencies agree on one indicator. Values run 0 to 4, shares 0 to 1. */
export type Agreement = {
  readonly median: number;
  readonly quartiles: readonly [number, number];
  /** The greatest value less the least. */
  readonly spread: number;
  /** The share of agencies whose value lies at most one step from the median. */
  readonly withinOneStep: number;
  /** Null with one agency: there is nobody to disagree with. */
  readonly disagreement: number | null;
};

/**
 * Describes the values of the agencies, one each; null for none. O(n log n). [RV-17] [RV-18]
 *
 * `disagreement` is the mean distance from the median divided by 2, the most that it can be: 0 where all
 * say the same, 1 where half say 0 and half say 4. [1, 3] gives 0.5.
 */
export function agreement(values: readonly number[]): Agreement | null {
  const rising = inOrder(values);
  const [least, most] = [rising.at(0), rising.at(-1)];
  if (least === undefined || most === undefined) return null;
  const at = (share: number) => sortedQuantile(rising, share) ?? least;
  const middle = at(0.5);
  const distances = rising.map((value) => Math.abs(value - middle));
  return {
    median: middle,
    quartiles: [at(0.25), at(0.75)],
    spread: most - least,
    withinOneStep: distances.filter((distance) => !isUnder(1, distance)).length / rising.length,
    disagreement: rising.length < 2 ? null : (mean(distances) ?? 0) / 2,
  };
}

/** The most disputed first; those without a figure last; equals keep their order. O(n log n). [RV-18] */
export function mostDisputedFirst<T extends { readonly disagreement: number | null }>(
  items: readonly T[],
): readonly T[] {
  return items.toSorted((a, b) => (b.disagreement ?? -1) - (a.disagreement ?? -1));
}
