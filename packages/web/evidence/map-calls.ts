import { queryOptions } from '@tanstack/react-query';
import type { DoneHere } from '@freehold/core/evidence';
import { api, got } from '../api.ts';

const partner = api.partnerships[':partnership'];

export const mapQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'map'],
    queryFn: () => got(partner['evidence-map'].$get({ param: { partnership } })),
  });

/** What the partnership does, as far as a map needs it. */
export const doneQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'done'],
    queryFn: async (): Promise<readonly DoneHere[]> => {
      const asked = partner.interventions.$get({ param: { partnership }, query: {} });
      const { interventions } = await got(asked);
      return interventions.map(({ id, name, type, pathways, timing, status }) => ({
        ...{ id, name, type, pathways, timing, status },
      }));
    },
  });

/** The partnership's own list of types, or the shipped one. */
export const typesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'types'],
    queryFn: () => got(partner['intervention-types'].$get({ param: { partnership } })),
  });
