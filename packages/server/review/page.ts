import type { z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import type { Framework } from '@freehold/core/framework';
import { movesFrom } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import { answerable, askedIn, frameworkOf, profileTitle, viewOfReview } from './frame.ts';
import { ratersOf } from './raters.ts';
import type { Rater, ReviewPage } from './shapes.ts';
import { reviewOf, stepsOf } from './store.ts';

/** A review as its members see it, in four statements at most; null where it is not to be found. */
export async function reviewPage(
  tx: Work,
  partner: Partner,
  id: string,
): Promise<z.infer<typeof ReviewPage> | null> {
  const review = await reviewOf(tx, id);
  if (review === null) return null;
  const framework = await frameworkOf(tx, review.version);
  const view = await viewOfReview(tx, review);
  const raters = await ratersOf(tx, id);
  const ratings = raters.reduce((sum, { answered }) => sum + answered, 0);
  const { title, state, round, closesOn, madeAt, comparison } = review;
  return {
    review: { id, title, state, round, closesOn, madeAt: madeAt.toISOString(), comparison },
    place: review.place,
    framework: {
      id: review.version,
      title: framework.title,
      version: framework.version,
      statement: framework.statement,
    },
    profile: { code: review.profile, title: profileTitle(framework, review.profile) },
    levels: levelsOf(view),
    raters: raters.map((rater) => shown(rater, mayCoordinate(partner.role))),
    asked: askedIn(view).length,
    steps: (await stepsOf(tx, id)).map((step) => ({ ...step, at: step.at.toISOString() })),
    moves: movesFrom(state, { raters: raters.length, ratings }, partner.role).map((move) => ({
      ...move,
    })),
    mayCoordinate: mayCoordinate(partner.role),
  };
}

function levelsOf(view: Framework): z.infer<typeof ReviewPage>['levels'] {
  return view.levels.map(({ code, title, help, averaged, topics }) => ({
    ...{ code, title, help, averaged },
    topics: topics.map((topic) => ({
      code: topic.code,
      title: topic.title,
      help: topic.help,
      indicators: topic.indicators.map((indicator) => ({
        code: indicator.code,
        title: indicator.title,
        question: indicator.question,
        help: indicator.help,
        kind: indicator.kind,
        direction: indicator.direction,
        unit: indicator.unit,
        anchors: indicator.anchors,
        context: indicator.direction === 'o',
        asked: answerable(indicator),
      })),
    })),
  }));
}

type KeptRater = Awaited<ReturnType<typeof ratersOf>>[number];

function shown(
  { email, invitedAt, openedAt, finishedAt, ...rater }: KeptRater,
  maySeeEmail: boolean,
): z.infer<typeof Rater> {
  return {
    ...rater,
    email: maySeeEmail ? email : null,
    invitedAt: invitedAt.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
