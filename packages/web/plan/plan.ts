import { queryOptions, useQuery } from '@tanstack/react-query';
import { mayEditPlace, mayWeighPriorities } from '@freehold/core/access';
import { api, got, queries } from '../api.ts';
import { frameworksQuery, newestPublished, versionQuery } from '../review/frameworks.ts';
import { placeQuery } from '../review/place-choice.tsx';
import { reviewsQuery } from '../review/review.ts';
import { usePartnership } from '../session/session.ts';

export type PlaceAt = { readonly partnership: string; readonly place: string };

export const gapsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'gaps'], queryFn: () => loadGaps(at) });

export const assetsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'assets'], queryFn: () => loadAssets(at) });

export const prioritiesQuery = (partnership: string, review: string) =>
  queryOptions({
    queryKey: ['plan', review, 'priorities'],
    queryFn: () => loadPriorities(partnership, review),
  });

export type Gap = Awaited<ReturnType<typeof loadGaps>>['gaps'][number];
export type Asset = Awaited<ReturnType<typeof loadAssets>>['assets'][number];
export type Priority = Awaited<ReturnType<typeof loadPriorities>>['priorities'][number];
export type TopicName = { readonly code: string; readonly title: string };

/** Gaps, assets and priorities hang together, and the home page shows them. */
export async function planChanged(): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['plan'] }),
    queries.invalidateQueries({ queryKey: ['home'] }),
  ]);
}

/** Whose plan it is: the place that the address names, else the home place, else that of the newest review. */
export function usePlan(partnership: string, asked: string | undefined) {
  const mine = usePartnership(partnership);
  const reviews = useQuery(reviewsQuery(partnership));
  const id = asked ?? mine?.homePlace ?? reviews.data?.reviews[0]?.place.id ?? null;
  const place = useQuery({ ...placeQuery(partnership, id ?? ''), enabled: id !== null });
  const own = (reviews.data?.reviews ?? []).filter((review) => review.place.id === id);
  return {
    isPending: reviews.isPending || (id !== null && place.isPending),
    error: reviews.error ?? place.error,
    place: place.data ?? null,
    /** The newest review whose answers are no longer blind. */
    review: own.find(({ state }) => ['agreeing', 'validated', 'published'].includes(state)) ?? null,
    mayEdit: mine !== null && mayEditPlace(mine.role),
    mayOrder: mine !== null && mayWeighPriorities(mine.role),
  };
}
export type Plan = ReturnType<typeof usePlan>;

/** The topics that a gap or an asset can belong to: those of the newest published framework. */
export function useTopics(partnership: string): readonly TopicName[] {
  const { data } = useQuery(frameworksQuery(partnership));
  const newest = newestPublished(data?.frameworks ?? []);
  const version = useQuery({
    ...versionQuery(partnership, newest?.id ?? ''),
    enabled: newest !== null,
  });
  return (version.data?.framework.levels ?? []).flatMap(({ topics }) =>
    topics.map(({ code, title }) => ({ code, title })),
  );
}

export function topicTitle(topics: readonly TopicName[], code: string): string {
  return topics.find((topic) => topic.code === code)?.title ?? code;
}

const partner = api.partnerships[':partnership'];

function loadGaps(at: PlaceAt) {
  return got(partner.places[':place'].gaps.$get({ param: at }));
}

function loadAssets(at: PlaceAt) {
  return got(partner.places[':place'].assets.$get({ param: at }));
}

function loadPriorities(partnership: string, review: string) {
  return got(partner.reviews[':review'].priorities.$get({ param: { partnership, review } }));
}
