import { sql } from 'kysely';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { blind, frozen } from './profile.ts';
import { reviewOf, type KeptReview } from './store.ts';

/**
 * A review that gaps may be proposed from and weighed by, held until the work is done: its rating is closed, and no
 * newer scores of the place stand. Publishing does not end it: most places plan once their scores are out. [RV-33]
 */
export async function forPlanning(tx: Work, id: string): Promise<KeptReview | Problem> {
  const review = await reviewOf(tx, id, 'update');
  if (review === null) return problem('not-found');
  if (blind(review.state)) return problem('still-blind');
  return frozen(review.state) && (await isSuperseded(tx, review))
    ? problem('review-superseded')
    : review;
}

async function isSuperseded(tx: Work, { id, place, madeAt }: KeptReview): Promise<boolean> {
  const { rows } = await sql`
    select 1 from review r
    join review_result newer on newer.review_id = r.id
    join review_result own on own.review_id = ${id}
    where r.place_id = ${place.id} and r.id <> ${id} and r.state in ('validated', 'published')
      and (newer.at, r.made_at) > (own.at, ${madeAt}::timestamptz)
    limit 1`.execute(tx);
  return rows.length > 0;
}
