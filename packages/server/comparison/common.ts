import type { Role } from '@freehold/core/access';
import type { Pair, Scored } from '@freehold/core/comparison';
import type { Framework } from '@freehold/core/framework';
import { Answer, reviewProfile, type ReviewProfile } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { frameworkOf } from '../review/frame.ts';
import { shownTo } from '../review/profile.ts';
import { scoredTopics, type Round } from './rounds-store.ts';

/**
 * Two rounds worked out anew on the questions they have in common, with the answers that were given then. What was
 * agreed or measured stands as it was validated. Two statements, and none where both asked the same. [CP-16]
 */
export async function onCommon(
  tx: Work,
  { from, to, pairs, role }: Common,
): Promise<{ readonly before: readonly Scored[]; readonly after: readonly Scored[] }> {
  const asked = (round: Round) => scoredTopics(round).flatMap(({ parts }) => parts).length;
  if (asked(from) === pairs.length && asked(to) === pairs.length) return { before: [], after: [] };
  const given = await givenIn(tx, [from.review, to.review]);
  const worked = async (round: Round, codes: readonly string[]) => {
    const framework = only(await frameworkOf(tx, round.version), new Set(codes));
    const result = reworked(round, framework, given);
    return scoredTopics({ result: shownTo(role, round.state, result) });
  };
  const [before, after] = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)];
  return { before: await worked(from, before), after: await worked(to, after) };
}

type Common = {
  readonly from: Round;
  readonly to: Round;
  readonly pairs: readonly Pair[];
  readonly role: Role;
};

type Given = Awaited<ReturnType<typeof givenIn>>;

async function givenIn(tx: Work, reviews: readonly string[]) {
  const ratings = await tx
    .selectFrom('rating as g')
    .innerJoin('rater as t', 't.id', 'g.rater_id')
    .where('g.review_id', 'in', [...reviews])
    .where('g.answer', 'is not', null)
    .select(['g.review_id as review', 'g.rater_id as rater', 't.agency', 'g.indicator', 'g.answer'])
    .execute();
  const agreed = await tx
    .selectFrom('agreed_score')
    .where('review_id', 'in', [...reviews])
    .select(['review_id as review', 'indicator', 'answer'])
    .execute();
  return { ratings, agreed };
}

function reworked(
  { review, result }: Round,
  framework: Framework,
  { ratings, agreed }: Given,
): ReviewProfile {
  const codes = codesIn(framework);
  const asked = (each: { readonly review: string; readonly indicator: string }) =>
    each.review === review && codes.has(each.indicator);
  // A measured score is a whole number from 0 to 4, and stands as it was validated: data may have changed since.
  const measured = result.indicators.flatMap(({ code, basis, measuredScore }) =>
    basis === 'measured' && measuredScore !== null && codes.has(code)
      ? [{ indicator: code, answer: Answer.parse(String(measuredScore)) }]
      : [],
  );
  return reviewProfile({
    ...{ framework, profile: null, measured: [], seed: result.recipe.interval.seed },
    ratings: ratings.filter(asked).map(({ rater, agency, indicator, answer }) => ({
      ...{ rater, agency, indicator, grade: null, confidence: null },
      answer: Answer.parse(answer),
    })),
    agreed: [...agreed.filter(asked), ...measured].map(({ indicator, answer }) => ({
      ...{ indicator, answer: Answer.parse(answer) },
    })),
  });
}

function codesIn({ levels }: Pick<Framework, 'levels'>): ReadonlySet<string> {
  const topics = levels.flatMap((level) => level.topics);
  return new Set(topics.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
}

/** A framework with only these questions, and the topics and levels that have some. */
function only(framework: Framework, codes: ReadonlySet<string>): Framework {
  const levels = framework.levels.map((level) => ({
    ...level,
    topics: level.topics
      .map((topic) => ({
        ...topic,
        indicators: topic.indicators.filter(({ code }) => codes.has(code)),
      }))
      .filter(({ indicators }) => indicators.length > 0),
  }));
  return { ...framework, levels: levels.filter(({ topics }) => topics.length > 0) };
}
