import { queryOptions } from '@tanstack/react-query';
import type { PlaceType } from '@freehold/core/place';
import { api, got } from '../api.ts';

const places = api.partnerships[':partnership'].places;

/** Everything that the home of a place shows, but for its measured values. */
export function homeQuery(partnership: string, place: string) {
  return queryOptions({
    queryKey: ['home', partnership, place],
    queryFn: () => got(places[':place'].home.$get({ param: { partnership, place } })),
  });
}

/** The newest value of each measure for a place. */
export function measuredQuery(partnership: string, place: string) {
  return queryOptions({
    queryKey: ['measured', partnership, place],
    queryFn: () => got(places[':place'].measures.$get({ param: { partnership, place } })),
  });
}

export function placesQuery(
  partnership: string,
  {
    find = '',
    type = null,
    limit = 50,
  }: { find?: string; type?: PlaceType | null; limit?: number },
) {
  const query = {
    ...(find !== '' && { query: find }),
    ...(type !== null && { type }),
    limit: String(limit),
  };
  return queryOptions({
    queryKey: ['places', partnership, query],
    queryFn: () => got(places.$get({ param: { partnership }, query })),
  });
}

export function placeQuery(partnership: string, place: string) {
  return queryOptions({
    queryKey: ['place', partnership, place],
    queryFn: () => got(places[':place'].$get({ param: { partnership, place } })),
  });
}

/** The boundaries of all places of a type, or of those within one parent. */
export function boundariesQuery(partnership: string, type: PlaceType, parent: string | null) {
  const query = { type, ...(parent !== null && { parent }) };
  return queryOptions({
    queryKey: ['boundaries', partnership, query],
    queryFn: () =>
      got(api.partnerships[':partnership'].boundaries.$get({ param: { partnership }, query })),
    staleTime: 600_000,
  });
}

export function measureListQuery(partnership: string) {
  return queryOptions({
    queryKey: ['measures', partnership],
    queryFn: () => got(api.partnerships[':partnership'].measures.$get({ param: { partnership } })),
  });
}

export function seriesQuery(partnership: string, place: string, measure: string) {
  return queryOptions({
    queryKey: ['series', partnership, place, measure],
    queryFn: () =>
      got(places[':place'].series.$get({ param: { partnership, place }, query: { measure } })),
  });
}

/** Which places a place stands beside: all of its type, those within one parent, or chosen ones. */
export type Group =
  | { readonly kind: 'same-type' }
  | { readonly kind: 'same-parent'; readonly parent: string }
  | { readonly kind: 'chosen'; readonly places: readonly string[] };

export function positionQuery(partnership: string, place: string, measure: string, group: Group) {
  const query = {
    measure,
    group: group.kind,
    ...(group.kind === 'same-parent' && { parent: group.parent }),
    ...(group.kind === 'chosen' && { places: group.places.join(',') }),
  };
  return queryOptions({
    queryKey: ['position', partnership, place, query],
    queryFn: () => got(places[':place'].position.$get({ param: { partnership, place }, query })),
  });
}

export type Home = Answer<ReturnType<typeof homeQuery>>;
export type Measured = Answer<ReturnType<typeof measuredQuery>>;
export type MeasuredRow = Measured['rows'][number];
export type PlaceLine = Answer<ReturnType<typeof placesQuery>>['places'][number];
export type OnePlace = Answer<ReturnType<typeof placeQuery>>;
export type Position = Answer<ReturnType<typeof positionQuery>>;
export type Series = Answer<ReturnType<typeof seriesQuery>>;
export type Measure = Answer<ReturnType<typeof measureListQuery>>['measures'][number];

type Answer<Q extends { queryFn?: unknown }> =
  NonNullable<Q['queryFn']> extends (...args: never[]) => infer R ? Awaited<R> : never;
