import { sql } from 'kysely';
import { z } from '@hono/zod-openapi';
import { mayReadResults, type Visibility } from '@freehold/core/access';
import {
  heldBack,
  leastTogether,
  NoInterval,
  NoScore,
  type ReviewProfile,
} from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { partnershipOf } from '../partnership/store.ts';
import { profileOf } from './profile.ts';
import type { KeptReview } from './store.ts';

const Figure = z.number().nullable();

/**
 * All that leaves a partnership: topic scores with their intervals and coverage, and how many answered. No rater, rating, comment,
 * agency, gap or asset, and no words that people of the partnership typed but its own name and the place's.
 */
export const SharedResult = z
  .strictObject({
    place: z.string(),
    partnership: z.string(),
    madeUp: z.boolean(),
    round: z.number(),
    /** How many people answered; null under five, and in copies that were made before it was shared. */
    answeredBy: z.number().nullable().default(null),
    framework: z.strictObject({ title: z.string(), version: z.number(), statement: z.string() }),
    levels: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        averaged: z.boolean(),
        ...{ score: Figure, low: Figure, high: Figure, coverage: z.number() },
      }),
    ),
    topics: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        level: z.string(),
        ...{ score: Figure, low: Figure, high: Figure, coverage: z.number() },
        noScore: NoScore.nullable(),
        noInterval: NoInterval.nullable(),
      }),
    ),
  })
  .openapi('SharedResult');
export type SharedResult = z.infer<typeof SharedResult>;

/** What is shared of a profile, field by field. */
function sharedOf(
  profile: ReviewProfile,
  of: {
    readonly place: string;
    readonly partnership: string;
    readonly madeUp: boolean;
    readonly round: number;
  },
): SharedResult {
  const { framework, levels, topics, raters } = heldBack(profile);
  const { title, version, statement } = framework;
  return {
    ...{ place: of.place, partnership: of.partnership, madeUp: of.madeUp, round: of.round },
    answeredBy: raters < leastTogether ? null : raters,
    framework: { title, version, statement },
    levels: levels.map((level) => ({
      ...{ code: level.code, title: level.title, averaged: level.averaged },
      ...{ score: level.score, low: level.low, high: level.high, coverage: level.coverage },
    })),
    topics: topics.map((topic) => ({
      ...{ code: topic.code, title: topic.title, level: topic.level },
      ...{ score: topic.score, low: topic.low, high: topic.high, coverage: topic.coverage },
      ...{ noScore: topic.noScore, noInterval: topic.noInterval },
    })),
  };
}

/** Puts out what is shared of a published review as it is now, or takes it back. */
export async function share(
  tx: Work,
  review: KeptReview,
  partnership: string,
  visibility: Visibility,
  at: Date,
): Promise<void> {
  const { id, place, round } = review;
  if (visibility === 'private') {
    await tx
      .deleteFrom('shared_result')
      .where('review_id', '=', id)
      .where('partnership_id', '=', partnership)
      .execute();
    return;
  }
  const { name, madeUp } = await partnershipOf(tx, partnership);
  const content = sharedOf(await profileOf(tx, review), {
    ...{ place: place.name, partnership: name, madeUp, round },
  });
  const row = { visibility, content: JSON.stringify(content), at };
  await tx
    .insertInto('shared_result')
    .values({ review_id: id, partnership_id: partnership, ...row })
    .onConflict((on) => on.column('review_id').doUpdateSet(row))
    .execute();
}

/** Private where nothing is put out. Looks at the own partnership's row alone. */
export async function visibilityOf(
  tx: Work,
  review: string,
  partnership: string,
): Promise<Visibility> {
  const row = await tx
    .selectFrom('shared_result')
    .where('review_id', '=', review)
    .where('partnership_id', '=', partnership)
    .select('visibility')
    .executeTakeFirst();
  return row?.visibility ?? 'private';
}

/** What others share with the one whom the work is bound to; `review` narrows it to one. */
export async function sharedWith(tx: Work, person: string | null, review: string | null = null) {
  const { rows: asked } = await sql<{ too: boolean | null }>`
    select freehold_shares_too(${person}::uuid) as too`.execute(tx);
  const standpoint = asked[0]?.too === true ? 'peer' : 'elsewhere';
  const rows = await tx
    .selectFrom('shared_result')
    .$if(review !== null, (query) => query.where('review_id', '=', review ?? ''))
    .select(['review_id as id', 'visibility', 'content', 'at'])
    .orderBy('at', 'desc')
    .orderBy('review_id')
    .limit(500)
    .execute();
  // The database has asked already; the application asks again.
  const seen = rows.filter(({ visibility }) => mayReadResults(visibility, standpoint));
  return {
    peer: standpoint === 'peer',
    reviews: seen.map(({ content, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      result: SharedResult.parse(content),
    })),
  };
}
