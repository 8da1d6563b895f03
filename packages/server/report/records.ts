import type { TargetAnswer } from '@freehold/core/action';
import type { ReportedGap, ReportedTarget, ReportSetting } from '@freehold/core/cycle';
import { reviewReport, type ReviewReport } from '@freehold/core/review';
import type { StandingTarget } from '../action/index.ts';
import type { Work } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import { reportInput } from '../review/report/store.ts';
import { reviewOf } from '../review/store.ts';

/** Whose report it is, where and when; null where there is no such place for the asker. */
export async function settingOf(
  tx: Work,
  { partnership, place }: { readonly partnership: string; readonly place: string },
  today: string,
): Promise<ReportSetting | null> {
  const row = await tx
    .selectFrom('place')
    .innerJoin('partnership as p', (join) => join.on('p.id', '=', partnership))
    .where('place.id', '=', place)
    .select(['place.name', 'place.type', 'p.name as by', 'p.made_up as madeUp'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { name, type, by, madeUp } = row;
  return { today, partnership: { name: by, madeUp }, place: { name, type } };
}

/** The newest review of a place whose scores stand, as its report says it; null where none does. */
export async function newestReport(
  tx: Work,
  { partnership, place }: { readonly partnership: string; readonly place: string },
  now: Date,
): Promise<ReviewReport | null> {
  const newest = await tx
    .selectFrom('review')
    .innerJoin('review_result as s', 's.review_id', 'review.id')
    .where('review.place_id', '=', place)
    .where('review.state', 'in', ['validated', 'published'])
    .orderBy('s.at', 'desc')
    .select('review.id')
    .executeTakeFirst();
  const review = newest === undefined ? null : await reviewOf(tx, newest.id);
  return review === null ? null : reviewReport(await reportInput(tx, review, partnership, now));
}

/** The gaps of a place as reports need them, in the order of priority that people gave them. */
export async function reportedGaps(tx: Work, place: string): Promise<readonly ReportedGap[]> {
  const gaps = await gapsOf(tx, place);
  const placed = await tx
    .selectFrom('priority')
    .innerJoin('review as r', 'r.id', 'priority.review_id')
    .where('r.place_id', '=', place)
    .where('priority.position', 'is not', null)
    .orderBy('r.made_at', 'desc')
    .orderBy('priority.position')
    .select('priority.gap_id as gap')
    .execute();
  const order = [...new Set(placed.map(({ gap }) => gap))];
  const at = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return gaps
    .map(({ changedAt, ...gap }) => ({ ...gap, changedOn: dayOf(changedAt) }))
    .toSorted((a, b) => at(a.id) - at(b.id));
}

/** A target with its newest value until a day, and how it stands in words. */
export function reportedTarget(target: StandingTarget, today: string): ReportedTarget {
  const { title, aim, endsOn, values, points } = target;
  const latest = points.findLast(({ on }) => on <= today) ?? null;
  return {
    ...{ title, aim, endsOn, latest },
    ...{ unit: values.unit, decimals: values.decimals, source: values.source },
    answer: answers[target.standing.answer],
  };
}

const answers: Readonly<Record<TargetAnswer, string>> = {
  'on-track': 'on track',
  ahead: 'ahead',
  behind: 'behind',
  'too-early': 'too early to say',
  'no-data': 'no data yet',
  'cannot-compare': 'cannot compare',
};

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
