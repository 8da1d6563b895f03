import { queryOptions } from '@tanstack/react-query';
import type { Mapping } from '@freehold/core/framework';
import { problem } from '@freehold/core/problem';
import { api, got, queries, Refusal } from '../api.ts';

const room = api.partnerships[':partnership'];

/** The largest file that is taken, as the server has it. */
export const mostFileBytes = 10 * 1024 * 1024;

export function frameworksQuery(partnership: string) {
  return queryOptions({
    queryKey: ['frameworks', partnership],
    queryFn: () => got(room.frameworks.$get({ param: { partnership } })),
  });
}

/** A version with its whole framework. What is in it never changes; what state it is in does. */
export function versionQuery(partnership: string, version: string) {
  return queryOptions({
    queryKey: ['framework-version', version],
    queryFn: () =>
      got(room['framework-versions'][':version'].$get({ param: { partnership, version } })),
    staleTime: 300_000,
  });
}

export type Between = { readonly from: string; readonly to: string };

export function mappingQuery(partnership: string, query: Between) {
  return queryOptions({
    queryKey: ['framework-mapping', query.from, query.to],
    queryFn: () => got(room['framework-mappings'].$get({ param: { partnership }, query })),
  });
}

export function keepMapping(partnership: string, query: Between, mapping: Mapping) {
  return got(room['framework-mappings'].$put({ param: { partnership }, query, json: mapping }));
}

/** Sends a file as it is. What can be seen from here is refused here. */
export async function importFile(partnership: string, file: File) {
  if (!/\.(json|xlsx)$/i.test(file.name))
    throw new Refusal(422, [problem('file-type', { name: file.name, allowed: ['json', 'xlsx'] })]);
  if (file.size > mostFileBytes)
    throw new Refusal(413, [problem('too-large', { mostBytes: mostFileBytes })]);
  const headers = {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(file.name),
  };
  return got(
    room.frameworks.import.$post({ param: { partnership } }, { init: { body: file, headers } }),
  );
}

export function publishVersion(partnership: string, version: string) {
  return got(
    room['framework-versions'][':version'].publish.$post({ param: { partnership, version } }),
  );
}

export function retireVersion(partnership: string, version: string) {
  return got(
    room['framework-versions'][':version'].retire.$post({ param: { partnership, version } }),
  );
}

export function deleteDraft(partnership: string, version: string) {
  return got(room['framework-versions'][':version'].$delete({ param: { partnership, version } }));
}

/** After a version has changed its state, come or gone. */
export async function versionsChanged(partnership: string, version?: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['frameworks', partnership] }),
    version !== undefined &&
      queries.invalidateQueries({ queryKey: ['framework-version', version] }),
  ]);
}

/** Where a version can be saved from as a file. */
export function exportAddress(
  partnership: string,
  version: string,
  format: 'json' | 'xlsx',
  profile: string | null,
): string {
  const asked = new URLSearchParams({ format, ...(profile !== null && { profile }) });
  return `/api/partnerships/${partnership}/framework-versions/${version}/export?${asked.toString()}`;
}

export type FrameworkListed = Awaited<
  ReturnType<NonNullable<ReturnType<typeof frameworksQuery>['queryFn']>>
>['frameworks'][number];
export type VersionListed = FrameworkListed['versions'][number];
export type VersionShown = Awaited<
  ReturnType<NonNullable<ReturnType<typeof versionQuery>['queryFn']>>
>;
export type MappingShown = Awaited<
  ReturnType<NonNullable<ReturnType<typeof mappingQuery>['queryFn']>>
>;
