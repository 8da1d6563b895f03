import { queryOptions } from '@tanstack/react-query';
import type { ScreeningStage } from '@freehold/core/evidence';
import { api, got, queries } from '../api.ts';

const partner = api.partnerships[':partnership'];
const screening = partner.screening;
const one = screening[':batch'];

export type BatchAt = { readonly partnership: string; readonly batch: string };

const unscreened = (partnership: string) =>
  got(screening.unscreened.$get({ param: { partnership } }));
const whole = (at: BatchAt) => got(one.$get({ param: at }));
const conflicts = (at: BatchAt) => got(one.conflicts.$get({ param: at }));
const cards = (at: BatchAt, stage: ScreeningStage) =>
  got(one.cards.$get({ param: at, query: { stage } }));
const people = (partnership: string) => got(partner.people.$get({ param: { partnership } }));

export const batchesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['screening', partnership],
    queryFn: () => got(screening.$get({ param: { partnership } })),
  });
export const unscreenedQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['screening', partnership, 'unscreened'],
    queryFn: () => unscreened(partnership),
  });
export const batchQuery = (at: BatchAt) =>
  queryOptions({
    queryKey: ['screening', at.partnership, at.batch],
    queryFn: () => whole(at),
  });
export const conflictsQuery = (at: BatchAt) =>
  queryOptions({
    queryKey: ['screening', at.partnership, at.batch, 'conflicts'],
    queryFn: () => conflicts(at),
  });
export const cardsQuery = (at: BatchAt, stage: ScreeningStage) =>
  queryOptions({
    queryKey: ['screening', at.partnership, at.batch, 'cards', stage],
    queryFn: () => cards(at, stage),
    // What is typed here is newer than anything that a second look at the server would bring.
    staleTime: Infinity,
    gcTime: 0,
  });
export const peopleQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['people', partnership],
    queryFn: () => people(partnership),
  });
export const protocolsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['search-protocols', partnership],
    queryFn: () => got(partner['search-protocols'].$get({ param: { partnership } })),
  });

type Got<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;
export type Batch = Got<typeof whole>['batch'];
export type Flow = Got<typeof whole>['flow'];
export type Agreement = Got<typeof whole>['agreement'][ScreeningStage];
export type Result = Got<typeof whole>['results'][number];
export type Conflict = Got<typeof conflicts>['conflicts'][number];
export type Card = Got<typeof cards>['cards'][number];
export type Person = Got<typeof people>['people'][number];
export type Unscreened = Got<typeof unscreened>['sources'][number];

type NewBatch = Parameters<(typeof screening)['$post']>[0]['json'];
export type BatchChange = Parameters<(typeof one)['$patch']>[0]['json'];
export type Settling = Parameters<(typeof one.settled)[':source']['$put']>[0]['json'];

export const addBatch = (partnership: string, json: NewBatch) =>
  got(screening.$post({ param: { partnership }, json }));
export const changeBatch = (at: BatchAt, json: BatchChange) => got(one.$patch({ param: at, json }));
export const removeBatch = (at: BatchAt) => got(one.$delete({ param: at }));
export const settle = (at: BatchAt, source: string, json: Settling) =>
  got(one.settled[':source'].$put({ param: { ...at, source }, json }));
export const unsettle = (at: BatchAt, source: string, stage: ScreeningStage) =>
  got(one.settled[':source'].$delete({ param: { ...at, source }, query: { stage } }));
export const writeCounts = (at: BatchAt) => got(one['protocol-counts'].$post({ param: at }));
export const decisionRoute = one.decisions[':source'];

/** Asks again for everything that a decision may have changed. */
export function screeningChanged(partnership: string) {
  return queries.invalidateQueries({
    queryKey: ['screening', partnership],
    predicate: ({ queryKey }) => queryKey[3] !== 'cards',
  });
}
