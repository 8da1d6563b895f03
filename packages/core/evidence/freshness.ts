import type { Claim } from './claim.ts';

/** How long a claim may stand without a day to look at it again. */
export const unreviewedDays = 365;
/** This long before the day, a review is due soon. */
export const soonDays = 60;

export type Freshness = 'current' | 'due-soon' | 'stale';

/**
 * Whether a claim is due to be looked at again: stale after its review-by day or, without one, a year after anybody
 * last looked; due soon in the sixty days before. [EV-15]
 *
 * `madeOn` stands in for a review that never was. All days are ISO days; the last day still counts as in time.
 */
export function freshness(
  { reviewBy, lastReviewOn }: Pick<Claim, 'reviewBy' | 'lastReviewOn'>,
  { madeOn, today }: { readonly madeOn: string; readonly today: string },
): Freshness {
  const until = reviewBy ?? plusDays(lastReviewOn ?? madeOn, unreviewedDays);
  if (until < today) return 'stale';
  return until <= plusDays(today, soonDays) ? 'due-soon' : 'current';
}

function plusDays(day: string, days: number): string {
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
  return new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}
