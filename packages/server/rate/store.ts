import {
  heldBack,
  ReviewProfile,
  type Answer,
  type Confidence,
  type Grade,
} from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import type { RaterActor } from '../http/house.ts';
import type { LastScores } from './cards.ts';

/** Who rates what: the rater, the review and the place, in one statement. */
export async function raterContext(tx: Work, { rater }: RaterActor) {
  return tx
    .selectFrom('rater as t')
    .innerJoin('review as r', 'r.id', 't.review_id')
    .innerJoin('place as p', 'p.id', 'r.place_id')
    .innerJoin('partnership as s', 's.id', 'r.partnership_id')
    .where('t.id', '=', rater)
    .select([
      't.agency',
      't.role_title as roleTitle',
      't.name',
      't.opened_at as openedAt',
      't.finished_at as finishedAt',
      'r.id as review',
      'r.title',
      'r.state',
      'r.closes_on as closesOn',
      'r.profile',
      'r.framework_version_id as version',
      'p.id as place',
      'p.name as placeName',
      's.name as partnership',
      's.made_up as madeUp',
    ])
    .executeTakeFirstOrThrow();
}

/** The review as a save needs it, kept from moving on until the save is done. */
export async function openRound(tx: Work, { review }: RaterActor) {
  return tx
    .selectFrom('review')
    .where('id', '=', review)
    .select(['state', 'profile', 'framework_version_id as version'])
    .forShare()
    .executeTakeFirstOrThrow();
}

/** Notes when a link was first used. */
export async function opened(tx: Work, { rater }: RaterActor, now: Date): Promise<void> {
  await tx
    .updateTable('rater')
    .set({ opened_at: now })
    .where('id', '=', rater)
    .where('opened_at', 'is', null)
    .execute();
}

export type TypedRating = {
  readonly indicator: string;
  readonly answer: Answer | null;
  readonly grade: Grade | null;
  readonly confidence: Confidence | null;
  readonly comment: string;
  readonly link: string;
  readonly typedAt: Date;
};
export type SavedRating = TypedRating & { readonly savedAt: Date };

const columns = [
  'indicator',
  'answer',
  'grade',
  'confidence',
  'comment',
  'link',
  'typed_at as typedAt',
  'saved_at as savedAt',
] as const;

/**
 * Saves a rating as it was typed and gives what is kept now. What was typed before the kept one changes nothing,
 * so that answers may arrive twice, late and out of order.
 */
export async function saveRating(
  tx: Work,
  { partnership, review, rater }: RaterActor,
  { typedAt, ...typed }: TypedRating,
  now: Date,
): Promise<SavedRating> {
  const values = { ...typed, typed_at: typedAt, saved_at: now };
  const saved = await tx
    .insertInto('rating')
    .values({ rater_id: rater, review_id: review, partnership_id: partnership, ...values })
    .onConflict((on) =>
      on
        .columns(['rater_id', 'indicator'])
        .doUpdateSet(values)
        .where('rating.typed_at', '<', typedAt),
    )
    .returning(columns)
    .executeTakeFirst();
  return saved ?? (await ratingOf(tx, rater, typed.indicator));
}

async function ratingOf(tx: Work, rater: string, indicator: string): Promise<SavedRating> {
  return tx
    .selectFrom('rating')
    .where('rater_id', '=', rater)
    .where('indicator', '=', indicator)
    .select(columns)
    .executeTakeFirstOrThrow();
}

/** The rater's own ratings, and nobody else's. */
export async function ownRatings(tx: Work, { rater }: RaterActor): Promise<readonly SavedRating[]> {
  return tx
    .selectFrom('rating')
    .where('rater_id', '=', rater)
    .select(columns)
    .orderBy('indicator')
    .execute();
}

export async function finish(tx: Work, { rater }: RaterActor, at: Date | null): Promise<void> {
  await tx.updateTable('rater').set({ finished_at: at }).where('id', '=', rater).execute();
}

/** What this place scored when it was last reviewed with the same framework version; null the first time. */
export async function lastScores(
  tx: Work,
  about: { readonly place: string; readonly version: string; readonly review: string },
): Promise<LastScores | null> {
  const row = await tx
    .selectFrom('review_result as s')
    .innerJoin('review as r', 'r.id', 's.review_id')
    .where('r.place_id', '=', about.place)
    .where('r.framework_version_id', '=', about.version)
    .where('r.id', '<>', about.review)
    .where('r.state', 'in', ['validated', 'published'])
    .select(['r.title', 's.profile'])
    .orderBy('s.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { indicators } = heldBack(ReviewProfile.parse(row.profile));
  return {
    title: row.title,
    scores: new Map(
      indicators.flatMap(({ code, score }) => (score === null ? [] : [[code, score] as const])),
    ),
  };
}
