import { queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';

const room = api.partnerships[':partnership'];

export const remedyQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['remedy', partnership],
    queryFn: () => got(room.remedy.$get({ param: { partnership } })),
  });
export type Remedy = Awaited<ReturnType<NonNullable<ReturnType<typeof remedyQuery>['queryFn']>>>;
export type Year = Remedy['years'][number];
export type CountFile = Remedy['files'][number];

export const recoveryQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['recovery', partnership],
    queryFn: () => got(room.recovery.$get({ param: { partnership } })),
  });
export type Recovery = Awaited<
  ReturnType<NonNullable<ReturnType<typeof recoveryQuery>['queryFn']>>
>;
export type Outcome = Recovery['outcomes'][number];

export const barriersQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['barriers', partnership],
    queryFn: () => got(room.barriers.$get({ param: { partnership } })),
  });
export type Barrier = Awaited<
  ReturnType<NonNullable<ReturnType<typeof barriersQuery>['queryFn']>>
>['barriers'][number];
export type BarrierFields = Omit<Barrier, 'id' | 'changedAt'>;

export type Sent = {
  readonly kind: 'claims' | 'outcomes';
  readonly text: string;
  readonly source: string;
};

export function checkFile(partnership: string, json: Sent) {
  return got(room['recovery-files'].check.$post({ param: { partnership }, json }));
}

export async function keepFile(partnership: string, json: Sent): Promise<string> {
  const { id } = await got(room['recovery-files'].$post({ param: { partnership }, json }));
  await countsChanged(partnership);
  return id;
}

export async function removeFile(
  partnership: string,
  recoveryFile: string,
  removed: boolean,
): Promise<void> {
  const param = { partnership, recoveryFile };
  await got(room['recovery-files'][':recoveryFile'].removed.$put({ param, json: { removed } }));
  await countsChanged(partnership);
}

async function countsChanged(partnership: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['remedy', partnership] });
  await queries.invalidateQueries({ queryKey: ['recovery', partnership] });
}

export async function keepBarrier(
  partnership: string,
  barrier: string | null,
  json: BarrierFields,
): Promise<void> {
  if (barrier === null) await got(room.barriers.$post({ param: { partnership }, json }));
  else await got(room.barriers[':barrier'].$patch({ param: { partnership, barrier }, json }));
  await queries.invalidateQueries({ queryKey: ['barriers', partnership] });
}

export async function removeBarrier(
  partnership: string,
  barrier: string,
  removed: boolean,
): Promise<void> {
  const param = { partnership, barrier };
  await got(room.barriers[':barrier'].$patch({ param, json: { removed } }));
  await queries.invalidateQueries({ queryKey: ['barriers', partnership] });
}
