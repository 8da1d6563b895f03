import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api.ts';
import type { PlaceAt } from '../plan/plan.ts';

export const decisionsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'decisions'], queryFn: () => load(at) });

export type Decision = Awaited<ReturnType<typeof load>>['decisions'][number];
export type DecisionFields = Pick<
  Decision,
  | 'question'
  | 'options'
  | 'reasons'
  | 'outcome'
  | 'takenByOrganisation'
  | 'takenByRole'
  | 'decidedOn'
  | 'reviewOn'
  | 'stage'
  | 'gaps'
  | 'actions'
>;

const partner = api.partnerships[':partnership'];

function load(at: PlaceAt) {
  return got(partner.places[':place'].decisions.$get({ param: at }));
}

export function addDecision(at: PlaceAt, json: DecisionFields) {
  return got(partner.places[':place'].decisions.$post({ param: at, json }));
}

export function correctDecision(
  partnership: string,
  decision: string,
  json: DecisionFields & { readonly correction: string },
) {
  return got(
    partner.decisions[':decision'].correct.$post({ param: { partnership, decision }, json }),
  );
}

/** The actions of a place by their titles, to link to. */
export const actionTitlesQuery = (at: PlaceAt) =>
  queryOptions({
    queryKey: ['plan', at.place, 'action-titles'],
    queryFn: async () => {
      const { actions } = await got(partner.places[':place'].actions.$get({ param: at }));
      return actions.map(({ id, title }) => ({ id, title }));
    },
  });
