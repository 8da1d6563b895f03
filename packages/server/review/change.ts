import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { frozen } from './profile.ts';
import { reviewOf, type NewReview } from './store.ts';

/** Gives a review another title and closing date; null when done. Problem `review-validated` once it is frozen. */
export async function changeReview(
  tx: Work,
  review: string,
  { title, closesOn }: Pick<NewReview, 'title' | 'closesOn'>,
): Promise<Problem | null> {
  const found = await reviewOf(tx, review, 'update');
  if (found === null) return problem('not-found');
  if (frozen(found.state)) return problem('review-validated');
  await tx
    .updateTable('review')
    .set({ title, closes_on: closesOn })
    .where('id', '=', review)
    .execute();
  return null;
}

/**
 * Takes a draft away; null when done. Its raters go with it, and nobody has answered yet: a review in which
 * somebody has is never a draft. Problem `review-begun` from the opening of the rating on. [RV-32]
 */
export async function takeDraftAway(tx: Work, review: string): Promise<Problem | null> {
  const found = await reviewOf(tx, review, 'update');
  if (found === null) return problem('not-found');
  if (found.state !== 'draft') return problem('review-begun');
  await tx.deleteFrom('review').where('id', '=', review).execute();
  return null;
}
