import { queryOptions } from '@tanstack/react-query';
import { api, got, queries, refusal } from '../api.ts';
import { listedCounts } from './published-counts.ts';

const room = api.partnerships[':partnership'].releases;

export const releasesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['releases', partnership],
    queryFn: () => got(room.$get({ param: { partnership } })),
  });
export type Releases = Awaited<
  ReturnType<NonNullable<ReturnType<typeof releasesQuery>['queryFn']>>
>;
export type Listed = Releases['releases'][number];

export const releaseQuery = (partnership: string, release: string) =>
  queryOptions({
    queryKey: ['releases', partnership, release],
    queryFn: () => got(room[':release'].$get({ param: { partnership, release } })),
  });
export type Release = Awaited<ReturnType<NonNullable<ReturnType<typeof releaseQuery>['queryFn']>>>;

/** The counts of a release, read from its file. */
export const countsQuery = (partnership: string, release: string) =>
  queryOptions({
    queryKey: ['releases', partnership, release, 'counts'],
    queryFn: async () => listedCounts(await fileText(partnership, release, 'counts.csv')),
    staleTime: Infinity,
  });

/** The text of a file of a release. */
export async function fileText(
  partnership: string,
  release: string,
  name: string,
): Promise<string> {
  const answer = await fetch(fileAddress(partnership, release, name));
  if (!answer.ok) throw await refusal(answer);
  return answer.text();
}

type Sent = Parameters<typeof room.$post>[0]['json'];

/** Keeps a release on the server as a published data set; gives its id. */
export async function publishRelease(partnership: string, json: Sent): Promise<string> {
  const { id } = await got(room.$post({ param: { partnership }, json }));
  await queries.invalidateQueries({ queryKey: ['releases', partnership] });
  return id;
}

export async function withdrawRelease(
  partnership: string,
  release: string,
  json: { readonly withdrawn: boolean; readonly because: string },
): Promise<void> {
  await got(room[':release'].withdrawn.$put({ param: { partnership, release }, json }));
  await queries.invalidateQueries({ queryKey: ['releases', partnership] });
}

export function fileAddress(partnership: string, release: string, name: string): string {
  return `/api/partnerships/${partnership}/releases/${release}/files/${name}`;
}

/** The page of a release, which runs in a sandbox of its own. */
export function explorerAddress(partnership: string, release: string): string {
  return `/api/partnerships/${partnership}/releases/${release}/explorer`;
}
