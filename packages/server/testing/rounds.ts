import { indicatorsOf, viewOf } from '@freehold/core/framework';
import { reviewProfile, type Answer, type ReviewProfile } from '@freehold/core/review';
import { asInstallation, type Work } from '../database/within.ts';
import { share } from '../review/sharing.ts';
import { reviewOf } from '../review/store.ts';
import { shipped } from './framework.ts';
import type { TestHouse } from './house.ts';

const agencies = ['police', 'council', 'health', 'charity', 'housing', 'church'];

/**
 * What a review finds where six agencies answer every question alike, but for one topic each in `but`: there they all
 * give that answer. Answers run from the one given to one more, so that there is an interval.
 */
export function foundBy(
  answer: Given,
  but: Readonly<Record<string, Given>> = {},
  profile = 'starter',
): ReviewProfile {
  const key = JSON.stringify([answer, but, profile]);
  const kept = found.get(key) ?? worked(answer, but, profile);
  found.set(key, kept);
  return kept;
}

// Each is worked out once: the intervals take their time.
const found = new Map<string, ReviewProfile>();

function worked(
  answer: Given,
  but: Readonly<Record<string, Given>>,
  profile: string,
): ReviewProfile {
  const ratings = answersBy(answer, but, profile);
  return reviewProfile({ framework: shipped, profile, ratings, agreed: [], measured: [], seed: 7 });
}

type Given = 0 | 1 | 2 | 3;

/** The answers behind `foundBy`. */
export function answersBy(
  answer: Given,
  but: Readonly<Record<string, Given>> = {},
  profile = 'starter',
) {
  const view = viewOf(shipped, profile) ?? shipped;
  const asked = indicatorsOf(view).filter(({ indicator }) => indicator.anchors.length > 0);
  return asked.flatMap(({ indicator, topic }, row) =>
    agencies.map((agency, at) => ({
      ...{ rater: agency, agency, indicator: indicator.code, grade: null, confidence: null },
      answer: String((but[topic.code] ?? answer) + ((row + at) % 2)) as Answer,
    })),
  );
}

/** Keeps a published round with what it found, as if it had been rated. Shared where `visibility` is given. */
export async function keepRound(
  { database }: Pick<TestHouse, 'database'>,
  {
    partnership,
    place,
    version,
    round = 1,
    result,
    at = '2026-01-05T10:00:00Z',
    visibility = null,
    ratings = [],
  }: {
    readonly partnership: string;
    readonly place: string;
    readonly version: string;
    readonly round?: number;
    readonly result: ReviewProfile;
    readonly at?: string;
    readonly visibility?: 'peers' | 'public' | null;
    readonly ratings?: ReturnType<typeof answersBy>;
  },
): Promise<string> {
  return asInstallation(database, async (tx) => {
    const { id } = await tx
      .insertInto('review')
      .values({
        ...{ partnership_id: partnership, place_id: place, framework_version_id: version },
        ...{ profile: result.recipe.profile, title: `Round ${round}`, round, state: 'published' },
        ...{ seed: 7, comparison: JSON.stringify({ kind: 'same-type' }), made_at: new Date(at) },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const own = { review_id: id, partnership_id: partnership, at: new Date(at) };
    await tx
      .insertInto('review_result')
      .values({ ...own, profile: JSON.stringify(result) })
      .execute();
    if (ratings.length > 0) await keepRatings(tx, own, ratings);
    const review = await reviewOf(tx, id);
    if (visibility !== null && review !== null)
      await share(tx, review, partnership, visibility, new Date(at));
    return id;
  });
}

async function keepRatings(
  tx: Work,
  {
    at,
    ...own
  }: { readonly review_id: string; readonly partnership_id: string; readonly at: Date },
  ratings: ReturnType<typeof answersBy>,
): Promise<void> {
  const raters = await tx
    .insertInto('rater')
    .values(
      agencies.map((agency) => ({ ...own, agency, token_hash: `${own.review_id} ${agency}` })),
    )
    .returning(['id', 'agency'])
    .execute();
  const of = new Map(raters.map(({ id, agency }) => [agency, id]));
  const rows = ratings.map(({ agency, indicator, answer }) => ({
    ...{ ...own, rater_id: of.get(agency) ?? '', indicator, answer, typed_at: at },
  }));
  await tx.insertInto('rating').values(rows).execute();
}
