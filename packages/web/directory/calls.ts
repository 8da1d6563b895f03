import { queryOptions } from '@tanstack/react-query';
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

/** Everything of the directory hangs together: whoever changes one thing asks for all of it again. */
export function directoryChanged(partnership: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['directory', partnership] });
}

export type ListedLine = Answer<ReturnType<typeof listedQuery>>['partnerships'][number];
export type WholeListed = Answer<ReturnType<typeof wholeQuery>>;

export type Answer<Q extends { queryFn?: unknown }> =
  NonNullable<Q['queryFn']> extends (...args: never[]) => infer R ? Awaited<R> : never;
