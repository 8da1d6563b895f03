import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api.ts';

export const frameworksQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['frameworks', partnership],
    queryFn: () => loadFrameworks(partnership),
  });

/** A version with its whole framework: what the profiles ask stands in there. */
export const versionQuery = (partnership: string, version: string) =>
  queryOptions({
    queryKey: ['framework-version', version],
    queryFn: () =>
      got(
        api.partnerships[':partnership']['framework-versions'][':version'].$get({
          param: { partnership, version },
        }),
      ),
    staleTime: 300_000,
  });

export type FrameworkListed = Awaited<ReturnType<typeof loadFrameworks>>['frameworks'][number];
export type PublishedVersion = { readonly id: string; readonly title: string };

/** All versions that a review may ask, the newest first. */
export function publishedVersions(
  frameworks: readonly FrameworkListed[],
): readonly PublishedVersion[] {
  return frameworks
    .flatMap(({ title, versions }) =>
      versions
        .filter(({ state }) => state === 'published')
        .map(({ id, version, publishedAt }) => ({
          id,
          title: `${title}, version ${version}`,
          publishedAt: publishedAt ?? '',
        })),
    )
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
}

export function newestPublished(frameworks: readonly FrameworkListed[]): PublishedVersion | null {
  return publishedVersions(frameworks)[0] ?? null;
}

function loadFrameworks(partnership: string) {
  return got(api.partnerships[':partnership'].frameworks.$get({ param: { partnership } }));
}
