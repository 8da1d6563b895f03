import { indicatorsOf, viewOf } from '@freehold/core/framework';
import { reviewProfile, type Answer, type ReviewProfile } from '@freehold/core/review';
import { asInstallation } from '../database/within.ts';
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
  answer: 0 | 1 | 2 | 3,
  but: Readonly<Record<string, 0 | 1 | 2 | 3>> = {},
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
  answer: number,
  but: Readonly<Record<string, number>>,
  profile: string,
): ReviewProfile {
  const view = viewOf(shipped, profile) ?? shipped;
  const asked = indicatorsOf(view).filter(({ indicator }) => indicator.anchors.length > 0);
  const ratings = asked.flatMap(({ indicator, topic }, row) =>
    agencies.map((agency, at) => ({
      ...{ rater: agency, agency, indicator: indicator.code, grade: null, confidence: null },
      answer: String((but[topic.code] ?? answer) + ((row + at) % 2)) as Answer,
    })),
  );
  return reviewProfile({ framework: shipped, profile, ratings, agreed: [], measured: [], seed: 7 });
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
  }: {
    readonly partnership: string;
    readonly place: string;
    readonly version: string;
    readonly round?: number;
    readonly result: ReviewProfile;
    readonly at?: string;
    readonly visibility?: 'peers' | 'public' | null;
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
    const review = await reviewOf(tx, id);
    if (visibility !== null && review !== null)
      await share(tx, review, partnership, visibility, new Date(at));
    return id;
  });
}
