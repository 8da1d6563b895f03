import { queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';

const here = api.partnerships[':partnership'];
const places = here.places[':place'];

export const groupKinds = ['all', 'same-type', 'same-parent', 'nearest'] as const;
export type GroupKind = (typeof groupKinds)[number];

export function roundsQuery(
  partnership: string,
  place: string,
  query: { readonly from?: string; readonly to?: string },
) {
  return queryOptions({
    queryKey: ['rounds-compared', partnership, place, query],
    queryFn: () => got(places['rounds-compared'].$get({ param: { partnership, place }, query })),
  });
}

export function peersQuery(partnership: string, place: string, group: GroupKind) {
  return queryOptions({
    queryKey: ['peers', partnership, place, group],
    queryFn: () => got(places.peers.$get({ param: { partnership, place }, query: { group } })),
  });
}

export function learningQuery(partnership: string, place: string) {
  return queryOptions({
    queryKey: ['learning', partnership, place],
    queryFn: () => got(places.learning.$get({ param: { partnership, place } })),
  });
}

export function definitionQuery(partnership: string) {
  return queryOptions({
    queryKey: ['neighbour-definition', partnership],
    queryFn: () => got(here['neighbour-definition'].$get({ param: { partnership } })),
  });
}

export function contactQuery(partnership: string) {
  return queryOptions({
    queryKey: ['learning-contact', partnership],
    queryFn: () => got(here['learning-contact'].$get({ param: { partnership } })),
  });
}

export async function keepDefinition(
  partnership: string,
  yardsticks: readonly Yardstick[],
): Promise<void> {
  const json = { yardsticks: [...yardsticks] };
  await got(here['neighbour-definition'].$put({ param: { partnership }, json }));
  await Promise.all(
    ['neighbour-definition', 'peers'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
  );
}

export async function keepContact(
  partnership: string,
  json: { readonly agreed: boolean; readonly mailbox: string; readonly offer: string },
): Promise<void> {
  await got(here['learning-contact'].$put({ param: { partnership }, json }));
  await queries.invalidateQueries({ queryKey: ['learning-contact'] });
}

type Data<Q extends (...given: never[]) => { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<NonNullable<ReturnType<Q>['queryFn']>, (...given: never[]) => unknown>>
>;

export type Rounds = Data<typeof roundsQuery>;
export type TopicChange = Rounds['topics'][number];
export type Peers = Data<typeof peersQuery>;
export type Learning = Data<typeof learningQuery>;
export type Yardstick = { readonly code: string; readonly weight: number };
