import { queryOptions } from '@tanstack/react-query';
import type { IndexDefinition } from '@freehold/core/composite';
import type { PlaceType } from '@freehold/core/place';
import { api, got, queries } from '../api.ts';

const partner = api.partnerships[':partnership'];

/** Where an index is. */
export type IndexAt = { readonly partnership: string; readonly index: string };

export const indicesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['indices', partnership],
    queryFn: () => got(partner.indices.$get({ param: { partnership } })),
  });

export const indexQuery = (at: IndexAt) =>
  queryOptions({
    queryKey: ['indices', at.partnership, at.index],
    queryFn: () => got(partner.indices[':index'].$get({ param: at })),
  });

export function readVersion(at: IndexAt, indexVersion: string) {
  return got(
    partner.indices[':index'].versions[':indexVersion'].$get({ param: { ...at, indexVersion } }),
  );
}

export const indexDataQuery = (
  partnership: string,
  asked: { type: PlaceType; parent: string | null; measures: readonly string[] },
) => {
  const { type, parent, measures } = asked;
  const query = { type, measures: measures.join(','), ...(parent !== null && { parent }) };
  return queryOptions({
    queryKey: ['index-data', partnership, query],
    queryFn: () => got(partner['index-data'].$get({ param: { partnership }, query })),
  });
};

export function addIndex(partnership: string, content: IndexDefinition) {
  return got(partner.indices.$post({ param: { partnership }, json: { content } }));
}

export function saveIndex(
  at: IndexAt,
  json: { revision: number; content: IndexDefinition; note: string },
) {
  return got(partner.indices[':index'].$put({ param: at, json }));
}

export function standIndex(at: IndexAt, removed: boolean) {
  return got(partner.indices[':index'].$patch({ param: at, json: { removed } }));
}

export function indicesChanged(partnership: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['indices', partnership] });
}

type Answer<Q extends { queryFn?: unknown }> =
  NonNullable<Q['queryFn']> extends (...args: never[]) => infer R ? Awaited<R> : never;

export type IndexInBrief = Answer<ReturnType<typeof indicesQuery>>['indices'][number];
export type KeptIndex = Answer<ReturnType<typeof indexQuery>>;
export type IndexData = Answer<ReturnType<typeof indexDataQuery>>;
