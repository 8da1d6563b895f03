import type { Framework } from '@freehold/core/framework';
import {
  reviewProfile,
  type Answer,
  type Confidence,
  type Grade,
  type ReviewProfile,
} from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { frameworkOf, viewOfReview } from './frame.ts';
import { measuredIndicators, measuredValues, measuresIn, type MeasuredValue } from './measured.ts';
import type { KeptReview } from './store.ts';

export type GivenRating = {
  readonly rater: string;
  readonly agency: string;
  readonly roleTitle: string;
  readonly indicator: string;
  readonly answer: Answer;
  readonly grade: Grade | null;
  readonly confidence: Confidence | null;
  readonly comment: string;
  readonly link: string;
};

export type KeptAgreed = {
  readonly indicator: string;
  readonly answer: Answer;
  readonly rationale: string;
  readonly dissent: string;
  readonly byName: string;
  readonly at: Date;
};

/** Everything that a review's scores rest on. It holds every rating: nobody sees it before the round closes. */
export type Gathered = {
  readonly framework: Framework;
  readonly view: Framework;
  readonly ratings: readonly GivenRating[];
  readonly agreed: readonly KeptAgreed[];
  readonly measured: ReadonlyMap<string, MeasuredValue>;
};

/** Three statements, and one more for a framework that is not in memory. */
export async function gather(tx: Work, review: KeptReview): Promise<Gathered> {
  const framework = await frameworkOf(tx, review.version);
  const view = await viewOfReview(tx, review);
  return {
    framework,
    view,
    ratings: await ratingsOf(tx, review.id),
    agreed: await agreedOf(tx, review.id),
    measured: await measuredValues(tx, {
      place: review.place.id,
      comparison: review.comparison,
      measures: measuresIn(view),
    }),
  };
}

export function profileFrom(
  { framework, view, ratings, agreed, measured }: Gathered,
  { profile, seed }: Pick<KeptReview, 'profile' | 'seed'>,
): ReviewProfile {
  return reviewProfile({
    framework,
    profile,
    ratings: ratings.map(({ rater, agency, indicator, answer, grade, confidence }) => ({
      rater,
      agency,
      indicator,
      answer,
      grade,
      confidence,
    })),
    agreed,
    measured: measuredIndicators(view, measured),
    seed,
  });
}

async function ratingsOf(tx: Work, review: string): Promise<readonly GivenRating[]> {
  return tx
    .selectFrom('rating as g')
    .innerJoin('rater as t', 't.id', 'g.rater_id')
    .where('g.review_id', '=', review)
    .where('g.answer', 'is not', null)
    .select([
      'g.rater_id as rater',
      't.agency',
      't.role_title as roleTitle',
      'g.indicator',
      'g.answer',
      'g.grade',
      'g.confidence',
      'g.comment',
      'g.link',
    ])
    .orderBy('t.agency')
    .orderBy('t.role_title')
    .orderBy('t.id')
    .$narrowType<{ answer: Answer }>()
    .execute();
}

async function agreedOf(tx: Work, review: string): Promise<readonly KeptAgreed[]> {
  return tx
    .selectFrom('agreed_score')
    .where('review_id', '=', review)
    .select(['indicator', 'answer', 'rationale', 'dissent', 'by_name as byName', 'at'])
    .orderBy('indicator')
    .execute();
}
