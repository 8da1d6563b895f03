import { z } from 'zod';
import { indicatorsOf, type Framework } from '@freehold/core/framework';
import {
  heldBack,
  scoreOf,
  weighed,
  type ReportAgreed,
  type ReportGap,
  type ReportInput,
  type ReportPlace,
  type ReportPriority,
  type ReportSeries,
  type ReviewProfile,
} from '@freehold/core/review';
import type { Work } from '../../database/within.ts';
import { profileTitle, viewOfReview } from '../frame.ts';
import { measuresIn } from '../measured.ts';
import { profileOf } from '../profile.ts';
import { ratersOf } from '../raters.ts';
import { seriesFor } from '../series.ts';
import { stepsOf, type KeptReview } from '../store.ts';

/**
 * Everything that the report of a review is made from, in about a dozen statements whatever its size.
 * Names, comments, links and single answers of raters are not read.
 *
 * @throws RangeError while the round is open: who calls asks `blind` first.
 */
export async function reportInput(
  tx: Work,
  review: KeptReview,
  partnership: string,
  now: Date,
): Promise<ReportInput> {
  const view = await viewOfReview(tx, review);
  // A report is made to be handed on: it follows the rule for everybody, whoever makes it.
  const profile = heldBack(await profileOf(tx, review));
  const gaps = await gapsOf(tx, review.place.id);
  const steps = (await stepsOf(tx, review.id)).map(({ from, to, at, note }) => ({
    from: State.parse(from),
    to: State.parse(to),
    on: isoDay(at),
    note,
  }));
  return {
    madeOn: isoDay(now),
    partnership: await partnershipOf(tx, partnership),
    place: await placeOf(tx, review.place.id),
    review: {
      title: review.title,
      round: review.round,
      state: review.state,
      startedOn: steps.find(({ to }) => to === 'rating')?.on ?? isoDay(review.madeAt),
      agreedOn: steps.findLast(({ to }) => to === 'validated')?.on ?? null,
      profile: { code: review.profile, title: profileTitle(view, review.profile) },
      comparison: review.comparison.kind,
    },
    view,
    profile,
    raters: (await ratersOf(tx, review.id)).map(({ agency, roleTitle, answered, finishedAt }) => ({
      agency,
      roleTitle,
      answered,
      finished: finishedAt !== null,
    })),
    agreed: await agreedOf(tx, review.id),
    gaps,
    assets: await assetsOf(tx, review.place.id),
    priorities: await prioritiesOf(tx, review.id, gaps, profile),
    steps,
    series: await latestSeries(tx, review.place.id, view),
  };
}

const State = z.enum(['draft', 'rating', 'agreeing', 'validated', 'published']);

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

async function partnershipOf(tx: Work, partnership: string): Promise<ReportInput['partnership']> {
  const { name, made_up } = await tx
    .selectFrom('partnership')
    .where('id', '=', partnership)
    .select(['name', 'made_up'])
    .executeTakeFirstOrThrow();
  return { name, madeUp: made_up };
}

async function placeOf(tx: Work, place: string): Promise<ReportPlace> {
  const found = await tx
    .selectFrom('place')
    .where('id', '=', place)
    .select(['name', 'type', 'code', 'code_year as codeYear'])
    .executeTakeFirstOrThrow();
  const parents = await tx
    .selectFrom('place_parent as pp')
    .innerJoin('place as p', 'p.id', 'pp.parent_id')
    .where('pp.child_id', '=', place)
    .select('p.name')
    .orderBy('p.name')
    .execute();
  const population = await tx
    .selectFrom('place_population')
    .where('place_id', '=', place)
    .select(['year', 'population as value', 'source'])
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { ...found, parents: parents.map(({ name }) => name), population: population ?? null };
}

async function agreedOf(tx: Work, review: string): Promise<readonly ReportAgreed[]> {
  const rows = await tx
    .selectFrom('agreed_score')
    .where('review_id', '=', review)
    .select(['indicator', 'answer', 'rationale', 'dissent', 'at'])
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, on: isoDay(at) }));
}

async function gapsOf(tx: Work, place: string): Promise<readonly ReportGap[]> {
  return tx
    .selectFrom('gap')
    .where('place_id', '=', place)
    .select([
      'id',
      'topic',
      'indicator',
      'title',
      'kind',
      'severity',
      'affected',
      'locally_solvable as locallySolvable',
      'escalate_to as escalateTo',
      'status',
      'reason',
    ])
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

async function assetsOf(tx: Work, place: string) {
  const rows = await tx
    .selectFrom('asset')
    .where('place_id', '=', place)
    .where('removed_at', 'is', null)
    .select([
      'name',
      'kind',
      'topics',
      'capacity',
      'access_route as accessRoute',
      'owner',
      'last_confirmed as lastConfirmed',
      'consent_to_list as consentToList',
      'used',
    ])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, topics: z.array(z.string()).parse(row.topics) }));
}

/** A gap that was dismissed or closed since has no place in the order of work. */
async function prioritiesOf(
  tx: Work,
  review: string,
  gaps: readonly ReportGap[],
  profile: ReviewProfile,
): Promise<readonly ReportPriority[]> {
  const rows = await tx
    .selectFrom('priority')
    .where('review_id', '=', review)
    .select(['gap_id', 'importance', 'reach', 'position', 'note'])
    .execute();
  return rows.flatMap(({ gap_id, importance, reach, position, note }) => {
    const gap = gaps.find(({ id, status }) => id === gap_id && status === 'kept');
    if (gap === undefined) return [];
    const weight = weighed({ score: scoreOf(profile, gap), desired: 4, importance, reach });
    return [{ ...weight, gap: gap.id, topic: gap.topic, title: gap.title, position, note }];
  });
}

async function latestSeries(
  tx: Work,
  place: string,
  view: Framework,
): Promise<readonly ReportSeries[]> {
  const found = await seriesFor(tx, place, measuresIn(view));
  return indicatorsOf(view).flatMap(({ indicator }) => {
    const series = found.get(indicator.measure);
    const latest = series?.points.at(-1);
    if (series === undefined || latest === undefined) return [];
    const { title, unit, decimals, placeName, detection, source } = series;
    const { period, value, low, high, suppressed } = latest;
    return [
      {
        indicator: indicator.code,
        title,
        unit,
        decimals,
        placeName,
        period,
        value,
        low,
        high,
        suppressed,
        detection,
        source,
      },
    ];
  });
}
