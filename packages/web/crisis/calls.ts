import { queryOptions } from '@tanstack/react-query';
import type { Item } from '@freehold/core/crisis';
import { api, got, queries } from '../api.ts';

export type CrisisAt = { readonly partnership: string; readonly crisis: string };

export const crisesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['crisis', partnership, 'all'],
    queryFn: () => got(partner.crises.$get({ param: { partnership } })),
  });

export const boardQuery = (at: CrisisAt) =>
  queryOptions({ queryKey: ['crisis', at.partnership, at.crisis], queryFn: () => loadBoard(at) });

export type Crisis = Board['crisis'];
export type Board = Awaited<ReturnType<typeof loadBoard>>;
export type HeldItem = Board['items'][number];
export type CrisisFields = Pick<
  Crisis,
  | 'title'
  | 'type'
  | 'phase'
  | 'startsOn'
  | 'endsOn'
  | 'source'
  | 'sourceUrl'
  | 'triggerRule'
  | 'affected'
  | 'irregular'
>;

const partner = api.partnerships[':partnership'];
const crisis = partner.crises[':crisis'];
const item = partner['crisis-items'][':crisisItem'];

function loadBoard(at: CrisisAt) {
  return got(crisis.$get({ param: at }));
}

/** Whatever changed on a board, every part of it and the banner may say something else now. */
export async function crisisChanged(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['crisis'] });
}

export function addCrisis(at: { partnership: string; place: string }, json: CrisisFields) {
  return got(partner.places[':place'].crises.$post({ param: at, json }));
}

export function changeCrisis(at: CrisisAt, json: Partial<CrisisFields> & { version: number }) {
  return got(crisis.$patch({ param: at, json }));
}

export function moveCrisis(at: CrisisAt, to: Crisis['state']) {
  return got(crisis.move.$post({ param: at, json: { to } }));
}

export function addItem(at: CrisisAt, content: Item) {
  return got(crisis.items.$post({ param: at, json: { content } }));
}

export type ItemChange = { version: number; content?: Item; removed?: boolean };

export function changeItem(partnership: string, id: string, json: ItemChange) {
  return got(item.$put({ param: { partnership, crisisItem: id }, json }));
}

export type DayCounts = { day: string; concerns: number | null; again: number | null };

export function putCounts(at: CrisisAt, json: DayCounts) {
  return got(crisis.counts.$put({ param: at, json }));
}

export type FollowBody = Parameters<typeof item.follow.$post>[0]['json'];

export function follow(partnership: string, id: string, json: FollowBody) {
  return got(item.follow.$post({ param: { partnership, crisisItem: id }, json }));
}
