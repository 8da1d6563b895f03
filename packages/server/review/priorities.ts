import { sql } from 'kysely';
import {
  inOrderOfPriority,
  scoreOf,
  weighed,
  type ReviewProfile,
  type Weighed,
} from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { gapColumns, type KeptGap } from '../gap/store.ts';
import type { KeptReview } from './store.ts';

/** Importance and reach of a gap that nobody has weighed yet: the middle of 1 to 5. */
const unweighed = 3;
const desired = 4;

/** A kept gap with the arithmetic of its priority. `judged`: people said how important it is and how far it reaches. */
export type KeptPriority = Weighed & {
  readonly gap: KeptGap;
  readonly title: string;
  readonly position: number | null;
  readonly note: string;
  readonly judged: boolean;
};

/** The kept gaps of a review's place in the order to take them, in one statement. */
export async function prioritiesOf(
  tx: Work,
  review: KeptReview,
  profile: ReviewProfile,
): Promise<readonly KeptPriority[]> {
  const rows = await tx
    .selectFrom('gap')
    .leftJoin('priority as w', (join) =>
      join.onRef('w.gap_id', '=', 'gap.id').on('w.review_id', '=', review.id),
    )
    .where('gap.place_id', '=', review.place.id)
    .where('gap.status', '=', 'kept')
    .select([...gapColumns, 'w.importance', 'w.reach', 'w.position', 'w.note'])
    .orderBy('gap.made_at')
    .orderBy('gap.id')
    .execute();
  const priorities = rows.map(({ importance, reach, position, note, ...gap }) => ({
    ...weighed({
      score: scoreOf(profile, gap),
      desired,
      importance: importance ?? unweighed,
      reach: reach ?? unweighed,
    }),
    gap,
    title: gap.title,
    position,
    note: note ?? '',
    judged: importance !== null,
  }));
  return inOrderOfPriority(priorities);
}

/** Says how important a gap is and how far it reaches, 1 to 5; false where the place has no such kept gap. */
export async function weigh(
  tx: Work,
  { id, place }: KeptReview,
  gap: string,
  said: { readonly importance: number; readonly reach: number; readonly note: string },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into priority (partnership_id, review_id, gap_id, importance, reach, note, changed_at)
    select g.partnership_id, ${id}::uuid, g.id, ${said.importance}::int, ${said.reach}::int,
      ${said.note}, ${at}
    from gap g where g.id = ${gap} and g.place_id = ${place.id} and g.status = 'kept'
    on conflict (review_id, gap_id) do update set importance = excluded.importance,
      reach = excluded.reach, note = excluded.note, changed_at = excluded.changed_at
    returning id`.execute(tx);
  return rows.length === 1;
}

/**
 * Puts gaps in people's own order; those not named, and all with an empty list, go by the arithmetic again.
 * False, and nothing changes, where one of them is no kept gap of the place.
 */
export async function putInOrder(
  tx: Work,
  { id, place }: KeptReview,
  gaps: readonly string[],
  at: Date,
): Promise<boolean> {
  const known = await tx
    .selectFrom('gap')
    .where('place_id', '=', place.id)
    .where('status', '=', 'kept')
    .where('id', 'in', gaps.length > 0 ? gaps : [id])
    .select('id')
    .execute();
  if (known.length !== gaps.length) return false;
  await tx
    .updateTable('priority')
    .set({ position: null, changed_at: at })
    .where('review_id', '=', id)
    .where('position', 'is not', null)
    .execute();
  await sql`
    insert into priority (partnership_id, review_id, gap_id, importance, reach, position, changed_at)
    select g.partnership_id, ${id}::uuid, g.id, ${unweighed}::int, ${unweighed}::int, n.at::int, ${at}
    from unnest(${gaps}::uuid[]) with ordinality as n (gap, at) join gap g on g.id = n.gap
    on conflict (review_id, gap_id) do update
      set position = excluded.position, changed_at = excluded.changed_at`.execute(tx);
  return true;
}
