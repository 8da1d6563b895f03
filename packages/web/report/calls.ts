import { queryOptions } from '@tanstack/react-query';
import type { AnnualPart } from '@freehold/core/cycle';
import type { Document } from '@freehold/core/document';
import { api, got, queries, refusal } from '../api.ts';
import type { PlaceAt } from '../plan/plan.ts';

export const reportsQuery = (at: PlaceAt) =>
  queryOptions({
    queryKey: ['reports', at.place],
    queryFn: () => loaded(at),
  });

export type Reports = Awaited<ReturnType<typeof loaded>>;

/** What a report says, from the address that gives it as a file. */
export const previewQuery = (address: string) =>
  queryOptions({
    queryKey: ['report', address],
    queryFn: async (): Promise<Document> => {
      const answer = await fetch(`${address}${address.includes('?') ? '&' : '?'}format=json`);
      if (!answer.ok) throw await refusal(answer);
      return (await answer.json()) as Document;
    },
  });

export const textsQuery = (at: PlaceAt, year: number) =>
  queryOptions({
    queryKey: ['reports', at.place, 'annual', year],
    queryFn: () => texts(at, year),
  });

export type AnnualText = Awaited<ReturnType<typeof texts>>['texts'][number];

const of = api.partnerships[':partnership'].places[':place'].reports;

function loaded(at: PlaceAt) {
  return got(of.$get({ param: at }));
}

function texts(at: PlaceAt, year: number) {
  return got(of.annual.texts.$get({ param: at, query: { year: String(year) } }));
}

/** Keeps a part of the annual report and gives its new version. */
export async function writeText(
  at: PlaceAt,
  json: { year: number; part: AnnualPart; written: string; version: number },
): Promise<number> {
  const { version } = await got(of.annual.texts.$put({ param: at, json }));
  await queries.invalidateQueries({ queryKey: ['report'] });
  return version;
}
