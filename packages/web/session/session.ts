import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, got } from '../api.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => got(api.session.$get()),
  staleTime: 60_000,
});

/** The partnership one acts in, as the session knows it; null while loading or when it is not one's own. */
export function usePartnership(id: string) {
  const { data } = useQuery(sessionQuery);
  return data?.partnerships.find((each) => each.id === id) ?? null;
}

export type Session = Awaited<ReturnType<NonNullable<(typeof sessionQuery)['queryFn']>>>;
