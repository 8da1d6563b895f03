import { useMutation } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';
import { sessionQuery } from '../session/session.ts';

/** Makes a place the partnership's own. */
export function useHomePlace(partnership: string) {
  return useMutation({
    mutationFn: (place: string) =>
      got(
        api.partnerships[':partnership']['home-place'].$put({
          param: { partnership },
          json: { place },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}
