import { gammaBelow, where } from '../numeric/index.ts';
import { mustBe, zOf } from './interval.ts';

/** Between which values chance alone leaves 95 % (two standard deviations) and 99.8 % (three) of places like this. */
export type FunnelLimits = {
  readonly low2: number;
  readonly high2: number;
  readonly low3: number;
  readonly high3: number;
};

/** Where a value lies; what lies on a limit is within it. */
export const funnelPlaces = ['low-3sd', 'low-2sd', 'within', 'high-2sd', 'high-3sd'] as const;
export type FunnelPlace = (typeof funnelPlaces)[number];

type Part = { readonly numerator: number; readonly denominator: number };

/** What all of them together come to: Σ numerator ÷ Σ denominator. Null where the denominators are 0. */
export function pooled(parts: readonly Part[]): number | null {
  const below = parts.reduce((sum, { denominator }) => sum + denominator, 0);
  return below > 0 ? parts.reduce((sum, { numerator }) => sum + numerator, 0) / below : null;
}

/**
 * The funnel of a proportion around the pooled one: average ± z √(average × (1 − average) ÷ denominator), cut
 * off at 0 and 1; times `factor`. These are the shares whose Wilson interval just reaches the average. O(1). [CP-10]
 *
 * Source: Spiegelhalter, Funnel plots for comparing institutional performance (2005); PHEindicatormethods.
 *
 * @throws RangeError unless 0 ≤ average ≤ 1, denominator > 0 and factor > 0.
 */
export function proportionFunnel(average: number, denominator: number, factor = 1): FunnelLimits {
  mustBe(average >= 0 && average <= 1, 'average', average);
  mustBe(denominator > 0, 'denominator', denominator);
  mustBe(factor > 0, 'factor', factor);
  const deviation = Math.sqrt((average * (1 - average)) / denominator);
  const at = (z: number) => Math.min(1, Math.max(0, average + z * deviation)) * factor;
  return { low2: at(-two), high2: at(two), low3: at(-three), high3: at(three) };
}

/**
 * The funnel of a rate around the pooled one, for a place of this many people: the counts whose exact Poisson
 * interval just reaches the count that the average would give, as rates times `factor`. Where even 0 would not be
 * unusually few, the lower limit is 0. O(√expected) a step. [CP-11]
 *
 * Source: as `proportionFunnel`.
 *
 * @throws RangeError unless average ≥ 0, base > 0 and factor > 0.
 */
export function rateFunnel(average: number, base: number, factor = 1): FunnelLimits {
  mustBe(average >= 0, 'average', average);
  mustBe(base > 0, 'base', base);
  mustBe(factor > 0, 'factor', factor);
  const expected = average * base;
  const rate = (count: number) => (count / base) * factor;
  return {
    low2: rate(fewest(expected, rare2)),
    high2: rate(most(expected, rare2)),
    low3: rate(fewest(expected, rare3)),
    high3: rate(most(expected, rare3)),
  };
}

export function funnelPlace(value: number, limits: FunnelLimits): FunnelPlace {
  if (value < limits.low3) return 'low-3sd';
  if (value < limits.low2) return 'low-2sd';
  if (value > limits.high3) return 'high-3sd';
  return value > limits.high2 ? 'high-2sd' : 'within';
}

const rare2 = 0.025;
const rare3 = 0.001;
const two = zOf(0.95);
const three = zOf(0.998);

// The count whose exact interval ends at what was expected: fewer would leave it out.
function fewest(expected: number, rare: number): number {
  const high = (count: number) => expected > 0 && gammaBelow(count + 1, expected) > 1 - rare;
  return high(0) ? where(high) : 0;
}

// The count whose exact interval begins at what was expected: more would leave it out.
function most(expected: number, rare: number): number {
  if (expected === 0) return 0;
  return where((count) => count === 0 || gammaBelow(count, expected) > rare);
}
