import { queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';
import { planChanged, type PlaceAt } from '../plan/plan.ts';

const partner = api.partnerships[':partnership'];

export const actionsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'actions'], queryFn: () => loadActions(at) });

export const actionQuery = (partnership: string, action: string) =>
  queryOptions({
    queryKey: ['plan', 'action', action],
    queryFn: () => got(partner.actions[':action'].$get({ param: { partnership, action } })),
  });

export const targetsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['plan', at.place, 'targets'], queryFn: () => loadTargets(at) });

export const remindersQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['plan', 'reminders', partnership],
    queryFn: () => got(partner.reminders.$get({ param: { partnership } })),
  });

/** The rounds of a place's cycle, by number. */
export const roundsQuery = (at: PlaceAt) =>
  queryOptions({
    queryKey: ['cycle', at.place, 'rounds', 'named'],
    queryFn: () => got(partner.places[':place'].rounds.$get({ param: at })),
  });

/** "Round 2: the harbour year"; a round that is called by its number is not named twice. */
export function roundWords({ number, title }: { number: number; title: string }): string {
  return title.startsWith(`Round ${number}`) ? title : `Round ${number}: ${title}`;
}

export const membersQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['people', partnership],
    queryFn: () => got(partner.people.$get({ param: { partnership } })),
  });

export type Action = Awaited<ReturnType<typeof loadActions>>['actions'][number];
export type Target = Awaited<ReturnType<typeof loadTargets>>['targets'][number];
export type Note = Awaited<ReturnType<typeof addNote>>;
export type NewAction = Parameters<
  (typeof partner.places)[':place']['actions']['$post']
>[0]['json'];
export type NewTarget = Parameters<
  (typeof partner.places)[':place']['targets']['$post']
>[0]['json'];

export function addAction(at: PlaceAt, json: NewAction) {
  return got(partner.places[':place'].actions.$post({ param: at, json }));
}

/** Changes only what is given; `version` is the one that was on screen. */
export function changeAction(
  partnership: string,
  { id, version }: Pick<Action, 'id' | 'version'>,
  change: Partial<NewAction> & { removed?: boolean },
) {
  const param = { partnership, action: id };
  return got(partner.actions[':action'].$patch({ param, json: { ...change, version } }));
}

export function decideRag(
  partnership: string,
  { id, version }: Pick<Action, 'id' | 'version'>,
  said: { rag: 'red' | 'amber' | 'green' | null; reason: string },
) {
  const param = { partnership, action: id };
  return got(partner.actions[':action'].rag.$put({ param, json: { ...said, version } }));
}

export function addNote(partnership: string, action: string, text: string) {
  const param = { partnership, action };
  return got(partner.actions[':action'].notes.$post({ param, json: { text } }));
}

export function sayWants(partnership: string, wants: boolean) {
  return got(partner.reminders.$put({ param: { partnership }, json: { wants } }));
}

export function addTarget(at: PlaceAt, json: NewTarget) {
  return got(partner.places[':place'].targets.$post({ param: at, json }));
}

export function changeTarget(
  partnership: string,
  { id, version }: Pick<Target, 'id' | 'version'>,
  change: Partial<Omit<NewTarget, 'about'>> & { removed?: boolean },
) {
  const param = { partnership, target: id };
  return got(partner.targets[':target'].$patch({ param, json: { ...change, version } }));
}

/** Actions and targets show on the plan, on the home page and in the cycle. */
export async function actionsChanged(): Promise<void> {
  await Promise.all([planChanged(), queries.invalidateQueries({ queryKey: ['cycle'] })]);
}

function loadActions(at: PlaceAt) {
  return got(partner.places[':place'].actions.$get({ param: at }));
}

function loadTargets(at: PlaceAt) {
  return got(partner.places[':place'].targets.$get({ param: at }));
}
