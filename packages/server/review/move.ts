import { mayCoordinate, type Role } from '@freehold/core/access';
import { problem, refused, type Outcome } from '@freehold/core/problem';
import { moved, type ReviewFacts, type ReviewState } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import { freeze } from './profile.ts';
import { reviewOf } from './store.ts';

/** Moves a review on, writes down who did, and keeps the scores when they are found right. */
export async function move(
  tx: Work,
  partner: Partner,
  review: string,
  { to, note }: { readonly to: ReviewState; readonly note: string },
  now: Date,
): Promise<Outcome<ReviewState>> {
  const found = await reviewOf(tx, review, 'update');
  if (found === null) return refused(problem('not-found'));
  if (found.state === 'published') return refused(problem(closedTo(partner.role)));
  const next = moved(found.state, to, await factsOf(tx, review), partner.role);
  if (!next.ok) return next;
  if (to === 'validated') await freeze(tx, found, partner.partnership, now);
  await tx.updateTable('review').set({ state: to }).where('id', '=', review).execute();
  await tx
    .insertInto('review_step')
    .values({
      partnership_id: partner.partnership,
      review_id: review,
      from_state: found.state,
      to_state: to,
      by_person: partner.person,
      by_name: partner.name,
      note,
      at: now,
    })
    .execute();
  return next;
}

function closedTo(role: Role): string {
  return mayCoordinate(role) ? 'review-published' : 'not-allowed';
}

async function factsOf(tx: Work, review: string): Promise<ReviewFacts> {
  return tx
    .selectNoFrom((from) => [
      from
        .selectFrom('rater')
        .where('review_id', '=', review)
        .select(from.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('raters'),
      from
        .selectFrom('rating')
        .where('review_id', '=', review)
        .where('answer', 'is not', null)
        .select(from.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('ratings'),
    ])
    .executeTakeFirstOrThrow();
}
