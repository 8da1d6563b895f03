import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api.ts';
import type { PlaceAt } from '../plan/plan.ts';

export const risksQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'risks'], queryFn: () => load(at) });

export type Risk = Awaited<ReturnType<typeof load>>['risks'][number];
export type RiskFields = Pick<
  Risk,
  | 'title'
  | 'description'
  | 'likelihood'
  | 'impact'
  | 'mitigation'
  | 'ownerOrganisation'
  | 'ownerRole'
  | 'reviewOn'
  | 'stage'
  | 'topics'
  | 'gaps'
>;
export type RiskChange = Partial<RiskFields & Pick<Risk, 'status' | 'reason'>>;

const partner = api.partnerships[':partnership'];

function load(at: PlaceAt) {
  return got(partner.places[':place'].risks.$get({ param: at }));
}

export function addRisk(at: PlaceAt, json: RiskFields) {
  return got(partner.places[':place'].risks.$post({ param: at, json }));
}

export function changeRisk(partnership: string, risk: string, json: RiskChange) {
  return got(partner.risks[':risk'].$patch({ param: { partnership, risk }, json }));
}
