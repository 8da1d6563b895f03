import type { Period } from '../period.ts';
import { trendPoints } from './trend.ts';

export const NoTrend = [
  'few-points',
  'missing-value',
  'periods-overlap',
  'uneven-steps',
  'under-a-year',
  'no-spread',
] as const;
/** Why there is no trend to test; `no-spread`: nobody was counted, or an interval has no width. */
export type NoTrend = (typeof NoTrend)[number];

type Dated<T> = { readonly period: Period; readonly value: T | null };

/**
 * The newest five values of a series if a trend may be looked for in them, else the reason why not: fewer than
 * five; one of them missing; periods that overlap; steps that are not alike (a year left out); steps under a year,
 * where seasons would pass for trends. The series may come in any order; no two of it have one period. [CP-12]
 */
export function recent<T>(
  series: readonly Dated<T>[],
): { readonly values: readonly T[]; readonly reason: null } | { readonly reason: NoTrend } {
  const newest = series
    .toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1))
    .slice(-trendPoints);
  if (newest.length < trendPoints) return { reason: 'few-points' };
  const values = newest.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < trendPoints) return { reason: 'missing-value' };
  const pairs = newest
    .slice(1)
    .map(({ period }, at) => [newest[at]?.period ?? period, period] as const);
  if (pairs.some(([before, after]) => before.end >= after.start))
    return { reason: 'periods-overlap' };
  const steps = pairs.map(([before, after]) => month(after) - month(before));
  if (new Set(steps).size > 1) return { reason: 'uneven-steps' };
  return (steps[0] ?? 0) < 12 ? { reason: 'under-a-year' } : { values, reason: null };
}

function month({ start }: Period): number {
  return Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7));
}
