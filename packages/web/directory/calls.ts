import { queryOptions } from '@tanstack/react-query';
import type { PlaceType } from '@freehold/core/place';
import { api, got, queries } from '../api.ts';

/** The directory's routes of one partnership. */
export const room = api.partnerships[':partnership'].directory;

export function listedQuery(partnership: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'partnerships'],
    queryFn: () => got(room.partnerships.$get({ param: { partnership } })),
  });
}

export function wholeQuery(partnership: string, listed: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'partnership', listed],
    queryFn: () => got(room.partnerships[':listed'].$get({ param: { partnership, listed } })),
  });
}

export function organisationsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'organisations'],
    queryFn: () => got(room.organisations.$get({ param: { partnership } })),
  });
}

export function organisationQuery(partnership: string, listedOrganisation: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'organisation', listedOrganisation],
    queryFn: () =>
      got(
        room.organisations[':listedOrganisation'].$get({
          param: { partnership, listedOrganisation },
        }),
      ),
  });
}

export function duplicatesQuery(partnership: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'duplicates'],
    queryFn: () => got(room.duplicates.$get({ param: { partnership } })),
  });
}

export function importsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'imports'],
    queryFn: () => got(room.imports.$get({ param: { partnership } })),
  });
}

export function cleanUpQuery(partnership: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'clean-up'],
    queryFn: () => got(room['clean-up'].$get({ param: { partnership } })),
  });
}

export function areasQuery(partnership: string, areas: string | undefined) {
  return queryOptions({
    queryKey: ['directory', partnership, 'areas', areas ?? ''],
    queryFn: () =>
      got(room.areas.$get({ param: { partnership }, query: areas === undefined ? {} : { areas } })),
  });
}

/** The outlines of all places of a type; the places' own pages ask for the same, under the same key. */
export function outlinesQuery(partnership: string, type: PlaceType) {
  const query = { type };
  return queryOptions({
    queryKey: ['boundaries', partnership, query],
    queryFn: () =>
      got(api.partnerships[':partnership'].boundaries.$get({ param: { partnership }, query })),
    staleTime: 600_000,
  });
}

export function codeListsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['directory', partnership, 'code-lists'],
    queryFn: () => got(room['code-lists'].$get({ param: { partnership } })),
  });
}

/** Everything of the directory hangs together: whoever changes one thing asks for all of it again. */
export function directoryChanged(partnership: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['directory', partnership] });
}

export type ListedLine = Answer<ReturnType<typeof listedQuery>>['partnerships'][number];
export type OrganisationLine = Answer<
  ReturnType<typeof organisationsQuery>
>['organisations'][number];
export type CleanUpItem = Answer<ReturnType<typeof cleanUpQuery>>['items'][number];
export type AreasAnswer = Answer<ReturnType<typeof areasQuery>>;
export type WholeListed = Answer<ReturnType<typeof wholeQuery>>;

export type Answer<Q extends { queryFn?: unknown }> =
  NonNullable<Q['queryFn']> extends (...args: never[]) => infer R ? Awaited<R> : never;
