import { queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';
import type { Answer } from '../directory/calls.ts';

const room = api.partnerships[':partnership'];

export function networksQuery(partnership: string) {
  return queryOptions({
    queryKey: ['networks', partnership, 'list'],
    queryFn: () => got(room.networks.$get({ param: { partnership } })),
  });
}

export function networkQuery(partnership: string, network: string) {
  return queryOptions({
    queryKey: ['networks', partnership, 'one', network],
    queryFn: () => got(room.networks[':network'].$get({ param: { partnership, network } })),
  });
}

export function wavesQuery(partnership: string) {
  return queryOptions({
    queryKey: ['networks', partnership, 'waves'],
    queryFn: () => got(room.relationships.$get({ param: { partnership } })),
  });
}

export function relationshipsQuery(partnership: string, wave: string) {
  return queryOptions({
    queryKey: ['networks', partnership, 'wave', wave],
    queryFn: () => got(room.relationships[':wave'].$get({ param: { partnership, wave } })),
  });
}

export function coverageQuery(partnership: string) {
  return queryOptions({
    queryKey: ['networks', partnership, 'coverage'],
    queryFn: () => got(room.coverage.$get({ param: { partnership } })),
  });
}

export type ReceivedFiles = {
  readonly file: string;
  readonly nodes: string | null;
  readonly directed: boolean;
};

export function previewNetwork(partnership: string, json: ReceivedFiles) {
  return got(room.networks.preview.$post({ param: { partnership }, json }));
}

export async function keepNetwork(partnership: string, json: ReceivedFiles & { title: string }) {
  const kept = await got(room.networks.$post({ param: { partnership }, json }));
  await queries.invalidateQueries({ queryKey: ['networks', partnership] });
  return kept;
}

export async function changeNetwork(
  partnership: string,
  network: string,
  json: { readonly title?: string; readonly removed?: boolean },
) {
  await got(room.networks[':network'].$patch({ param: { partnership, network }, json }));
  await queries.invalidateQueries({ queryKey: ['networks', partnership] });
}

export type NetworkLine = Answer<ReturnType<typeof networksQuery>>['networks'][number];
export type NetworkAnswer = Answer<ReturnType<typeof networkQuery>>;
export type WaveLine = Answer<ReturnType<typeof wavesQuery>>['waves'][number];
export type RelationshipsAnswer = Answer<ReturnType<typeof relationshipsQuery>>;
export type CoverageAnswer = Answer<ReturnType<typeof coverageQuery>>;
