import { inOrder, normalQuantile } from '../numeric/index.ts';
import { mustBe, type Interval } from './interval.ts';

/** The newest this many values are tested. */
export const trendPoints = 5;

/** χ² with one degree of freedom is over this by chance twice in a thousand: 9.5495. */
export const trendThreshold = normalQuantile(0.999) ** 2;

export const TrendWords = ['increasing', 'decreasing', 'no-significant-change'] as const;
export type TrendWord = (typeof TrendWords)[number];

/** `slope` is a step's change: of the log odds for a proportion, of the value itself otherwise. */
export type Trend = {
  readonly trend: TrendWord;
  readonly chiSquared: number;
  readonly slope: number;
};

type Part = { readonly numerator: number; readonly denominator: number };

/**
 * Whether the newest five proportions rise or fall: the χ² test for trend over equal steps of time, passed at
 * 9.5495 (99.8 %), and only where leaving out any one of the five does not turn the direction. Null for fewer
 * than five, or where nobody or everybody was counted in all. The points come in order of time. O(1). [CP-12] [CP-13]
 *
 * Source: Armitage, Tests for linear trends in proportions and frequencies (1955); Fingertips technical guidance,
 * trend markers (Office for Health Improvement and Disparities).
 *
 * @throws RangeError unless 0 ≤ numerator ≤ denominator and denominator > 0.
 */
export function proportionTrend(points: readonly Part[]): Trend | null {
  const newest = points.slice(-trendPoints);
  for (const { numerator, denominator } of newest) {
    mustBe(denominator > 0, 'denominator', denominator);
    mustBe(numerator >= 0 && numerator <= denominator, 'numerator', numerator);
  }
  if (newest.length < trendPoints) return null;
  const chiSquared = armitage(newest);
  if (chiSquared === null) return null;
  return judged(
    chiSquared,
    logOdds(newest).map((value) => ({ value, weight: 1 })),
  );
}

/**
 * Whether the newest five values rise or fall, by their 95 % intervals: a line through them, each weighted by the
 * inverse of its variance, where the standard error is the interval's width ÷ 3.92; otherwise as `proportionTrend`.
 * Null for fewer than five, or where an interval has no width. [CP-12] [CP-13]
 */
export function valueTrend(points: readonly Interval[]): Trend | null {
  const newest = points.slice(-trendPoints);
  if (newest.length < trendPoints || newest.some(({ low, high }) => high <= low)) return null;
  const weighed = newest.map(({ value, low, high }) => ({
    value,
    weight: (3.92 / (high - low)) ** 2,
  }));
  const { slope, variance } = line(weighed);
  return judged(slope ** 2 / variance, weighed);
}

/** The χ² of Armitage for a trend over equal steps. Null where there is nothing to tell apart. */
export function armitage(points: readonly Part[]): number | null {
  const sum = (part: (each: Part, step: number) => number) =>
    points.reduce((total, each, at) => total + part(each, at + 1), 0);
  const n = sum(({ denominator }) => denominator);
  const r = sum(({ numerator }) => numerator);
  const nt = sum(({ denominator }, step) => denominator * step);
  const covered = n * sum(({ numerator }, step) => numerator * step) - r * nt;
  const spread =
    r * (n - r) * (n * sum(({ denominator }, step) => denominator * step ** 2) - nt ** 2);
  return spread > 0 ? (n * covered ** 2) / spread : null;
}

type Weighed = { readonly value: number; readonly weight: number };

function judged(chiSquared: number, points: readonly Weighed[]): Trend {
  const { slope } = line(points);
  // One year out of line must not make a trend, so each is left out in turn.
  const slopes = inOrder([slope, ...points.map((_, out) => line(points, out).slope)]);
  const level = 1e-12 * Math.max(...points.map(({ value }) => Math.abs(value)));
  const steady = (slopes[0] ?? 0) > level || (slopes.at(-1) ?? 0) < -level;
  const sure = steady && chiSquared > trendThreshold;
  const trend = sure ? (slope > 0 ? 'increasing' : 'decreasing') : 'no-significant-change';
  return { trend, chiSquared, slope };
}

/** The weighted straight line through points one step apart; `out` leaves one of them out. */
function line(points: readonly Weighed[], out = -1): { slope: number; variance: number } {
  let [w, wt, wy, wty, wtt] = [0, 0, 0, 0, 0];
  for (const [at, { value, weight }] of points.entries()) {
    if (at === out) continue;
    w += weight;
    wt += weight * at;
    wy += weight * value;
    wty += weight * at * value;
    wtt += weight * at * at;
  }
  const spread = w * wtt - wt ** 2;
  return { slope: (w * wty - wt * wy) / spread, variance: w / spread };
}

// Where one of them is none or all, odds would be endless: half a person is added on both sides, everywhere.
function logOdds(points: readonly Part[]): readonly number[] {
  const edge = points.some(
    ({ numerator, denominator }) => numerator === 0 || numerator === denominator,
  );
  const half = edge ? 0.5 : 0;
  return points.map(({ numerator, denominator }) =>
    Math.log((numerator + half) / (denominator - numerator + half)),
  );
}
