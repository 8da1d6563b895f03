import { funnelPlace, rateFunnel, type FunnelLimits } from '../comparison/index.ts';
import { gammaBelow } from '../numeric/index.ts';
import type { BaselinePoint } from './item.ts';

export const leastPeriods = 8;
export const leastCounted = 20;

export const CannotTell = [
  'few-periods',
  'small-baseline',
  'hidden-periods',
  'unsteady',
  'nothing-counted',
] as const;
export type CannotTell = (typeof CannotTell)[number];

/** What the baseline gives: so many in so many days, or why it gives nothing. [CR-11] */
export type Footing =
  | { readonly ok: true; readonly count: number; readonly days: number }
  | { readonly ok: false; readonly because: CannotTell };

/**
 * What a baseline may be used for. [CR-11]
 *
 * The dispersion test asks whether its periods differ more than a Poisson count of one mean would: the sum of
 * (count − expected)² ÷ expected against χ² with one degree of freedom fewer than there are periods.
 */
export function footing(points: readonly BaselinePoint[]): Footing {
  if (points.length < leastPeriods) return { ok: false, because: 'few-periods' };
  const known = points.flatMap(({ count, suppressed, ...when }) =>
    count === null || suppressed ? [] : [{ count, days: daysOf(when) }],
  );
  if (known.length < points.length) return { ok: false, because: 'hidden-periods' };
  const count = known.reduce((sum, each) => sum + each.count, 0);
  const days = known.reduce((sum, each) => sum + each.days, 0);
  if (count < leastCounted) return { ok: false, because: 'small-baseline' };
  return tooUnsteady(known, count / days)
    ? { ok: false, because: 'unsteady' }
    : { ok: true, count, days };
}

/** A count set against its baseline. Limits are counts for the same number of days. [CR-10] */
export type Control =
  | { readonly answer: 'cannot-tell'; readonly because: CannotTell }
  | {
      readonly answer: 'higher' | 'may-be-higher' | 'within' | 'may-be-lower' | 'lower';
      readonly expected: number;
      readonly limits: FunnelLimits;
      /** Even none at all would be within: a fall cannot be told. */
      readonly fallHidden: boolean;
    };

/**
 * Sets what was counted on some days against the baseline. [CR-10] [CR-11]
 *
 * @example control(footing(weeks), { count: 30, days: 7 })
 */
export function control(
  base: Footing,
  seen: { readonly count: number; readonly days: number } | null,
): Control {
  if (!base.ok) return { answer: 'cannot-tell', because: base.because };
  if (seen === null || seen.days === 0)
    return { answer: 'cannot-tell', because: 'nothing-counted' };
  const { expected, limits } = expectedIn(base, seen.days);
  const place = funnelPlace(seen.count, limits);
  return { answer: answers[place], expected, limits, fallHidden: limits.low3 === 0 };
}

/** What the baseline would give in so many days, with its limits. [CR-10] */
export function expectedIn(
  { count, days }: { readonly count: number; readonly days: number },
  forDays: number,
): { readonly expected: number; readonly limits: FunnelLimits } {
  const rate = count / days;
  return { expected: rate * forDays, limits: rateFunnel(rate, forDays, forDays) };
}

/** Days of a period, both ends included. */
export function daysOf({ start, end }: { readonly start: string; readonly end: string }): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
}

const answers = {
  'high-3sd': 'higher',
  'high-2sd': 'may-be-higher',
  within: 'within',
  'low-2sd': 'may-be-lower',
  'low-3sd': 'lower',
} as const;

function tooUnsteady(
  known: readonly { readonly count: number; readonly days: number }[],
  rate: number,
): boolean {
  const spread = known.reduce(
    (sum, { count, days }) => sum + (count - rate * days) ** 2 / (rate * days),
    0,
  );
  return 1 - gammaBelow((known.length - 1) / 2, spread / 2) < 0.01;
}
