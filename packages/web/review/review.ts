import { queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';

const reviews = api.partnerships[':partnership'].reviews;

export const reviewsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['reviews', partnership],
    queryFn: () => got(reviews.$get({ param: { partnership } })),
  });

export const reviewQuery = (at: ReviewAt) =>
  queryOptions({ queryKey: ['review', at.review], queryFn: () => loadReview(at) });

export const agreeingQuery = (at: ReviewAt) =>
  queryOptions({ queryKey: ['review', at.review, 'agreeing'], queryFn: () => loadAgreeing(at) });

export const profileQuery = (at: ReviewAt) =>
  queryOptions({
    queryKey: ['review', at.review, 'profile'],
    queryFn: () => got(reviews[':review'].profile.$get({ param: at })),
  });

/** Everything that one review shows is fetched anew when it changed. */
export async function reviewChanged(at: ReviewAt): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['review', at.review] }),
    queries.invalidateQueries({ queryKey: ['reviews', at.partnership] }),
    queries.invalidateQueries({ queryKey: ['home'] }),
  ]);
}

/** The two ids that every address of a review holds. */
export type ReviewAt = { readonly partnership: string; readonly review: string };

export type Review = Awaited<ReturnType<typeof loadReview>>;
export type Rater = Review['raters'][number];
export type Agreeing = Awaited<ReturnType<typeof loadAgreeing>>;
export type AgreeingTopic = Agreeing['topics'][number];
export type AgreeingIndicator = AgreeingTopic['indicators'][number];

function loadReview(at: ReviewAt) {
  return got(reviews[':review'].$get({ param: at }));
}

function loadAgreeing(at: ReviewAt) {
  return got(reviews[':review'].agreeing.$get({ param: at }));
}
