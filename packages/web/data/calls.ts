import { queryOptions } from '@tanstack/react-query';
import type { Mapping } from '@freehold/core/data';
import { api, got } from '../api.ts';

const room = api.partnerships[':partnership'];

export function dataSetsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['data-sets', partnership],
    queryFn: () => got(room['data-sets'].$get({ param: { partnership } })),
  });
}

export function measuresQuery(partnership: string) {
  return queryOptions({
    queryKey: ['measures', partnership],
    queryFn: () => got(room.measures.$get({ param: { partnership } })),
  });
}

export function mappingsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['mappings', partnership],
    queryFn: () => got(room.mappings.$get({ param: { partnership } })),
  });
}

export function jobsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['jobs', partnership],
    queryFn: () => got(room.jobs.$get({ param: { partnership } })),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isUnderWay) ? 1_500 : false),
  });
}

/** A job, asked for again until it ends. */
export function jobQuery(partnership: string, job: string) {
  return queryOptions({
    queryKey: ['job', partnership, job],
    queryFn: () => got(room.jobs[':job'].$get({ param: { partnership, job } })),
    refetchInterval: ({ state }) =>
      state.data === undefined || isUnderWay(state.data) ? 700 : false,
  });
}

export function isUnderWay({ state }: { readonly state: string }): boolean {
  return state === 'waiting' || state === 'running';
}

/** The first rows of a file that was sent. */
export function previewQuery(partnership: string, file: string) {
  return queryOptions({
    queryKey: ['preview', partnership, file],
    queryFn: () => got(room.data.preview.$post({ param: { partnership }, json: { file } })),
    staleTime: Infinity,
  });
}

/** Starts a dry run: it says what would change and keeps nothing. */
export function checkFile(partnership: string, file: string, mapping: Mapping) {
  return got(
    mapping.kind === 'observations'
      ? room.data.check.$post({ param: { partnership }, json: { file, mapping } })
      : room.places.check.$post({ param: { partnership }, json: { file, mapping } }),
  );
}

/** Starts an import. Rows with a problem stop it, unless `acceptRejected` says to leave them out. */
export function importFile(
  partnership: string,
  file: string,
  mapping: Mapping,
  acceptRejected: boolean,
) {
  const param = { partnership };
  return got(
    mapping.kind === 'observations'
      ? room.data.import.$post({ param, json: { file, mapping, acceptRejected } })
      : room.places.import.$post({ param, json: { file, mapping, acceptRejected } }),
  );
}

export type Job = Answer<ReturnType<typeof jobQuery>>;
export type DataSetLine = Answer<ReturnType<typeof dataSetsQuery>>['dataSets'][number];
export type MeasureLine = Answer<ReturnType<typeof measuresQuery>>['measures'][number];

type Answer<Q extends { queryFn?: unknown }> =
  NonNullable<Q['queryFn']> extends (...args: never[]) => infer R ? Awaited<R> : never;
