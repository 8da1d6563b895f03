import { maySeeSingleRatings, type Role } from '@freehold/core/access';
import { heldBack, ReviewProfile, type ReviewState } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { gather, profileFrom } from './gathered.ts';
import type { KeptReview } from './store.ts';

/** Is the round still open, or not begun? Until it closes nobody sees what anybody else rated. */
export function blind(state: ReviewState): boolean {
  return state === 'draft' || state === 'rating';
}

/** Do the scores stand as they were validated, whatever is loaded or changed since? */
export function frozen(state: ReviewState): boolean {
  return state === 'validated' || state === 'published';
}

/**
 * A review's profile: the one that was validated, or worked out from what is there now.
 *
 * @throws RangeError while the round is open: who calls asks `blind` first.
 */
export async function profileOf(tx: Work, review: KeptReview): Promise<ReviewProfile> {
  if (blind(review.state)) throw new RangeError('a profile of an open round is nobody’s to see');
  const kept = frozen(review.state) ? await keptProfile(tx, review.id) : null;
  return kept ?? profileFrom(await gather(tx, review), review);
}

/** The profile as somebody of this role sees it: whole to the facilitator, else without what few agencies said. */
export function shownTo(role: Role, state: ReviewState, profile: ReviewProfile): ReviewProfile {
  return maySeeSingleRatings(role, state) ? profile : heldBack(profile);
}

/** Keeps the profile as it is validated. */
export async function freeze(
  tx: Work,
  review: KeptReview,
  partnership: string,
  at: Date,
): Promise<void> {
  const profile = JSON.stringify(profileFrom(await gather(tx, review), review));
  await tx
    .insertInto('review_result')
    .values({ review_id: review.id, partnership_id: partnership, profile, at })
    .onConflict((on) => on.column('review_id').doUpdateSet({ profile, at }))
    .execute();
}

async function keptProfile(tx: Work, review: string): Promise<ReviewProfile | null> {
  const row = await tx
    .selectFrom('review_result')
    .where('review_id', '=', review)
    .select('profile')
    .executeTakeFirst();
  return row === undefined ? null : ReviewProfile.parse(row.profile);
}
