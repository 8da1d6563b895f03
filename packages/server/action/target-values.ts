import { sql } from 'kysely';
import { z } from 'zod';
import type { Role } from '@freehold/core/access';
import type { Hindrance, Subject, TargetPoint } from '@freehold/core/action';
import { countInterval } from '@freehold/core/comparison';
import { ReviewProfile, ReviewState } from '@freehold/core/review';
import { citation } from '@freehold/core/source';
import { seriesOfEach } from '../data/series.ts';
import type { PlaceSeries, Point } from '../data/shapes.ts';
import type { Work } from '../database/within.ts';
import { shownTo } from '../review/profile.ts';
import { dayOf } from './store.ts';
import type { TargetFields } from './target-shapes.ts';
import type { Basis } from './target-store.ts';

export type About = TargetFields['about'];

/** A value over time with the day its period begins; `asked` is what a review's score rests on. */
export type ValuePoint = TargetPoint & { readonly start: string; readonly asked: Basis | null };

/** All that is known of what a target is about. */
export type Values = {
  readonly subject: Subject;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly detection: boolean;
  readonly placeName: string;
  readonly own: boolean;
  readonly source: string;
  readonly breaks: readonly { readonly from: string; readonly note: string }[];
  readonly points: readonly ValuePoint[];
};

export const keyOf = ({ kind, code }: About): string => `${kind} ${code}`;

/**
 * What is known of each thing that targets are about, as somebody of this role may see it: values of measures with
 * their intervals, and scores of the reviews that stand. What nobody has a value of is not in the answer.
 * Two statements at most, however many targets.
 */
export async function valuesOf(
  tx: Work,
  place: string,
  abouts: readonly About[],
  role: Role,
): Promise<ReadonlyMap<string, Values>> {
  const codes = abouts.flatMap(({ kind, code }) => (kind === 'measure' ? [code] : []));
  const series = codes.length === 0 ? [] : await seriesOfEach(tx, place, [...new Set(codes)]);
  const scored = abouts.filter(({ kind }) => kind !== 'measure');
  const reviews = scored.length === 0 ? [] : await reviewsOf(tx, place, role);
  const found = abouts.flatMap((about): readonly (readonly [string, Values])[] => {
    const values =
      about.kind === 'measure'
        ? series.filter(({ measure }) => measure.code === about.code).map(measured)[0]
        : scoresOf(reviews, about);
    return values === undefined ? [] : [[keyOf(about), values]];
  });
  return new Map(found);
}

/** Why the newest of the points cannot be set beside the baseline, and from which day; breaks among them. */
export function hindrancesOf(
  { points, breaks }: Pick<Values, 'points' | 'breaks'>,
  basis: Basis | null,
): readonly Hindrance[] {
  const broken = breaks.map((each) => ({ ...each, because: 'definition-changed' as const }));
  const newest = points.findLast(({ value }) => value !== null);
  const asked = newest?.asked ?? null;
  if (basis === null || asked === null || newest === undefined) return broken;
  const { framework } = basis;
  const from = newest.on;
  if (framework.code !== asked.framework.code || framework.version !== asked.framework.version)
    return [...broken, { from, because: 'other-framework', note: '' }];
  const [then, now] = [basis.indicators, asked.indicators].map((codes) => [...codes].toSorted());
  if (then?.join() === now?.join()) return broken;
  const note = `${basis.indicators.length} → ${asked.indicators.length}`;
  return [...broken, { from, because: 'other-questions', note }];
}

function measured({ measure, place, own, points, source }: PlaceSeries): Values {
  const { title, unit, decimals, detection, direction, valueKind, factor, breaks } = measure;
  const most = valueKind === 'proportion' ? factor : null;
  const least = valueKind === 'score' || valueKind === 'amount' ? null : 0;
  return {
    ...{ title, unit, decimals, detection, breaks, own },
    subject: { direction, least, most },
    placeName: place.name,
    source: source === null ? '' : citation(source),
    points: points.map((point) => ({
      ...{ period: point.period, start: point.start, on: point.end, asked: null },
      ...{ value: point.value, suppressed: point.suppressed },
      ...rangeOf(point, valueKind),
    })),
  };
}

// The data room gives proportions and rates their intervals; a bare count gets its own here.
function rangeOf(
  { value, low, high }: Point,
  valueKind: PlaceSeries['measure']['valueKind'],
): { readonly low: number | null; readonly high: number | null } {
  const counts = valueKind === 'count' && value !== null && value >= 0 && Number.isInteger(value);
  if (low !== null || high !== null || !counts) return { low, high };
  const range = countInterval(value);
  return { low: range?.low ?? null, high: range?.high ?? null };
}

const ReviewRow = z.object({
  title: z.string(),
  placeName: z.string(),
  state: ReviewState,
  at: z.date(),
  profile: ReviewProfile,
});
type Reviewed = z.infer<typeof ReviewRow>;

/** The reviews of a place whose scores stand, oldest first, as this role may see them. */
async function reviewsOf(tx: Work, place: string, role: Role): Promise<readonly Reviewed[]> {
  const { rows } = await sql`select r.title, p.name as "placeName", r.state, s.at, s.profile
    from review r join review_result s on s.review_id = r.id join place p on p.id = r.place_id
    where r.place_id = ${place} and r.state in ('validated', 'published')
    order by s.at, r.id`.execute(tx);
  return z
    .array(ReviewRow)
    .parse(rows)
    .map((row) => ({ ...row, profile: shownTo(role, row.state, row.profile) }));
}

function scoresOf(reviews: readonly Reviewed[], { kind, code }: About): Values | undefined {
  const scores = reviews.flatMap((review) => {
    const score = kind === 'topic' ? topicIn(review, code) : indicatorIn(review, code);
    return score === undefined ? [] : [{ review, score }];
  });
  const newest = scores.at(-1);
  if (newest === undefined) return undefined;
  const { framework } = newest.review.profile;
  return {
    subject: { direction: '+', least: 0, most: 4 },
    ...{ title: newest.score.title, unit: 'of 4', decimals: 1, detection: false, own: true },
    placeName: newest.review.placeName,
    source: `Reviews by ${framework.title}`,
    breaks: [],
    points: scores.map(({ review, score }) => ({
      ...{ period: review.title, start: dayOf(review.at), on: dayOf(review.at) },
      ...{ value: score.value, low: score.low, high: score.high, suppressed: score.suppressed },
      asked: {
        framework: {
          code: review.profile.framework.code,
          version: review.profile.framework.version,
        },
        indicators: score.indicators,
      },
    })),
  };
}

type Score = {
  readonly title: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
  readonly indicators: string[];
};

function topicIn({ profile }: Reviewed, code: string): Score | undefined {
  const topic = profile.topics.find((each) => each.code === code);
  if (topic === undefined) return undefined;
  const indicators = profile.indicators
    .filter(({ topic: of, basis, applicable }) => of === code && applicable && basis !== 'none')
    .map((each) => each.code);
  const { title, score: value, low, high, noScore } = topic;
  return { title, value, low, high, suppressed: noScore === 'held-back', indicators };
}

function indicatorIn({ profile }: Reviewed, code: string): Score | undefined {
  const indicator = profile.indicators.find((each) => each.code === code);
  if (indicator === undefined) return undefined;
  const { title, score: value, held = false } = indicator;
  const suppressed = held && value === null;
  return { title, value, low: null, high: null, suppressed, indicators: [code] };
}
