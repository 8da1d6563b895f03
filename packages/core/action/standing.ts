import { z } from 'zod';
import { isUnder } from '../numeric/index.ts';
import { expectedOn } from './path.ts';
import type { Target } from './target.ts';

export const TargetAnswer = z.enum([
  'on-track',
  'ahead',
  'behind',
  'too-early',
  'no-data',
  'cannot-compare',
]);
export type TargetAnswer = z.infer<typeof TargetAnswer>;

/** Why the answer is what it is. */
export const StandingReason = z.enum([
  'meets-path',
  'holds-steady',
  'above-band',
  'below-band',
  'path-near-baseline',
  'holds-baseline',
  'none-since',
  'suppressed',
  'definition-changed',
  'other-questions',
  'other-framework',
]);
export type StandingReason = z.infer<typeof StandingReason>;

/**
 * A value over time as a target sees it. `on` is the last day that the value speaks of. Null low and high: no
 * interval is known. Suppressed: there is a value, and it may not be shown.
 */
export const TargetPoint = z.strictObject({
  period: z.string(),
  on: z.iso.date(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  suppressed: z.boolean(),
});
export type TargetPoint = Readonly<z.infer<typeof TargetPoint>>;

/** Why points cannot be set beside the baseline from a day on. */
export type Hindrance = {
  readonly from: string;
  readonly because: 'definition-changed' | 'other-questions' | 'other-framework';
  readonly note: string;
};

/**
 * How a target stands. `point` is the value it rests on, `expected` the path's value on that value's day, and
 * `least` to `most` the band around it; all null where nothing can be compared. `interval` says whether chance was
 * weighed; `ended` whether the end is past. `note` is the hindrance's own words.
 */
export type Standing = {
  readonly answer: TargetAnswer;
  readonly because: StandingReason;
  readonly point: TargetPoint | null;
  readonly expected: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly interval: boolean;
  readonly ended: boolean;
  readonly note: string;
};

/**
 * Says how a target stands, from its newest value since the baseline and that value's interval, set against the path
 * on the day the value speaks of. `points` come in any order; those after `today` are not looked at. O(n).
 * [TG-5 to TG-11]
 *
 * Holds: turning every value and the direction round changes no answer; the order of the points does not matter;
 * with no value nothing is made up.
 */
export function standing(
  target: Target,
  points: readonly TargetPoint[],
  { today, hindrances = [] }: { today: string; hindrances?: readonly Hindrance[] },
): Standing {
  const ended = target.endsOn <= today;
  const since = points
    .filter(({ on }) => on > target.baseline.on && on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const point = since.findLast(({ value, suppressed }) => value !== null && !suppressed);
  if (point === undefined || point.value === null) {
    const because = since.some(({ suppressed }) => suppressed) ? 'suppressed' : 'none-since';
    return { ...nothing, answer: 'no-data', because, ended };
  }
  const hindrance = hindrances.find(({ from }) => from > target.baseline.on && from <= point.on);
  if (hindrance !== undefined) {
    const { because, note } = hindrance;
    return { ...nothing, answer: 'cannot-compare', because, point, ended, note };
  }
  const expected = expectedOn(target, point.on);
  return {
    ...judged(target, expected, { ...point, value: point.value }),
    point,
    expected,
    least: expected - target.tolerance,
    most: expected + target.tolerance,
    interval: point.low !== null && point.high !== null,
    ended,
    note: '',
  };
}

const nothing = {
  point: null,
  expected: null,
  least: null,
  most: null,
  interval: false,
  note: '',
} as const;

type Judged = Pick<Standing, 'answer' | 'because'>;

// With less better, values are looked at from the other side, so that more is better here.
function judged(
  { direction, tolerance, baseline, aim }: Target,
  expected: number,
  point: { readonly value: number; readonly low: number | null; readonly high: number | null },
): Judged {
  const turn = direction === '+' ? 1 : -1;
  const ends = [(point.low ?? point.value) * turn, (point.high ?? point.value) * turn] as const;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [path, start] = [expected * turn, baseline.value * turn];
  if (isUnder(high, path - tolerance)) return { answer: 'behind', because: 'below-band' };
  if (isUnder(path + tolerance, low)) return { answer: 'ahead', because: 'above-band' };
  if (aim === baseline.value) return { answer: 'on-track', because: 'holds-steady' };
  const near = path - tolerance <= start;
  if (low <= start || (near && low === high))
    return { answer: 'too-early', because: near ? 'path-near-baseline' : 'holds-baseline' };
  return { answer: 'on-track', because: 'meets-path' };
}
