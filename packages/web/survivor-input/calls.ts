import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api.ts';
import type { PlaceAt } from '../plan/plan.ts';

export const inputsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'survivor-input'], queryFn: () => load(at) });

export type Input = Awaited<ReturnType<typeof load>>['inputs'][number];
export type InputFields = Pick<
  Input,
  'channel' | 'theme' | 'summary' | 'people' | 'changed' | 'actions' | 'stage' | 'receivedOn'
>;

const partner = api.partnerships[':partnership'];

function load(at: PlaceAt) {
  return got(partner.places[':place']['survivor-input'].$get({ param: at }));
}

export function addInput(at: PlaceAt, json: InputFields) {
  return got(partner.places[':place']['survivor-input'].$post({ param: at, json }));
}

export function changeInput(
  partnership: string,
  input: string,
  json: Partial<InputFields & { removed: boolean }>,
) {
  return got(partner['survivor-input'][':input'].$patch({ param: { partnership, input }, json }));
}
