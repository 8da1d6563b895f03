import { queryOptions } from '@tanstack/react-query';
import type { StatementArea, StatementAnswer } from '@freehold/core/diligence';
import { api, got, queries } from '../api.ts';

const room = api.partnerships[':partnership'];
const one = room.statements[':statement'];

export type StatementAt = { readonly partnership: string; readonly statement: string };

export const statementsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['statements', partnership],
    queryFn: () => got(room.statements.$get({ param: { partnership } })),
  });

const keyOf = ({ statement }: StatementAt) => ['statement', statement] as const;
export const statementQuery = (at: StatementAt) =>
  queryOptions({ queryKey: keyOf(at), queryFn: () => load(at) });

export type Statement = Awaited<ReturnType<typeof load>>;
export type StatementInBrief = Awaited<
  ReturnType<NonNullable<ReturnType<typeof statementsQuery>['queryFn']>>
>['statements'][number];

function load(at: StatementAt) {
  return got(one.$get({ param: at }));
}

export function beginStatement(
  partnership: string,
  json: { organisation: string; yearEnd: string },
) {
  return got(room.statements.$post({ param: { partnership }, json }));
}

/** Keeps an area's text and gives its new version; the loaded page follows, so that what is missing is right. */
export async function writeArea(
  at: StatementAt,
  json: { area: StatementArea; written: string; version: number },
): Promise<number> {
  const { version } = await got(one.text.$put({ param: at, json }));
  const text = { ...json, version, changedBy: '', changedAt: new Date().toISOString() };
  queries.setQueryData(keyOf(at), (before: Statement | undefined) =>
    before === undefined
      ? before
      : { ...before, texts: [...before.texts.filter(({ area }) => area !== json.area), text] },
  );
  return version;
}

export async function findItem(
  at: StatementAt,
  json: { item: string; answer: StatementAnswer | null; note: string },
): Promise<void> {
  await got(one.answers.$put({ param: at, json }));
  await statementChanged(at);
}

export async function keepFacts(
  at: StatementAt,
  json: { facts: Statement['facts']; version: number },
): Promise<void> {
  await got(one.facts.$put({ param: at, json }));
  await statementChanged(at);
}

export async function moveStatement(at: StatementAt, to: 'draft' | 'approved'): Promise<void> {
  queries.setQueryData(keyOf(at), await got(one.move.$post({ param: at, json: { to } })));
  await queries.invalidateQueries({ queryKey: ['statements'] });
}

export async function addStep(
  at: StatementAt,
  json: { area: StatementArea; what: string; ownerRole: string; dueOn: string | null },
): Promise<void> {
  await got(one.steps.$post({ param: at, json }));
  await statementChanged(at);
}

export async function changeStep(
  at: StatementAt,
  statementStep: string,
  json: { doneOn?: string | null; removed?: boolean },
): Promise<void> {
  const param = { partnership: at.partnership, statementStep };
  await got(room['statement-steps'][':statementStep'].$patch({ param, json }));
  await statementChanged(at);
}

export const versionsQuery = (at: StatementAt, area: StatementArea) =>
  queryOptions({
    queryKey: [...keyOf(at), 'versions', area],
    staleTime: 0,
    queryFn: () => got(one.versions.$get({ param: at, query: { area } })),
  });

async function statementChanged(at: StatementAt): Promise<void> {
  await queries.invalidateQueries({ queryKey: keyOf(at), exact: true });
  await queries.invalidateQueries({ queryKey: ['statements'] });
}

export const scorecardQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['scorecard', partnership],
    queryFn: () => got(room.scorecard.$get({ param: { partnership } })),
  });
export type ScorecardAnswerShown = Awaited<
  ReturnType<NonNullable<ReturnType<typeof scorecardQuery>['queryFn']>>
>['answers'][number];

export async function keepScore(
  partnership: string,
  json: Omit<ScorecardAnswerShown, 'changedBy' | 'changedAt'>,
): Promise<void> {
  await got(room.scorecard.$put({ param: { partnership }, json }));
  await queries.invalidateQueries({ queryKey: ['scorecard', partnership] });
}

export const countsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['diligence-counts', partnership],
    queryFn: () => got(room['diligence-counts'].$get({ param: { partnership } })),
  });
type PutCount = (typeof room)['diligence-counts']['$put'];
export type NewCount = Parameters<PutCount>[0]['json'];

export async function keepCount(partnership: string, json: NewCount): Promise<void> {
  await got(room['diligence-counts'].$put({ param: { partnership }, json }));
  await queries.invalidateQueries({ queryKey: ['diligence-counts', partnership] });
}

export async function removeCount(
  partnership: string,
  diligenceCount: string,
  removed: boolean,
): Promise<void> {
  const param = { partnership, diligenceCount };
  await got(room['diligence-counts'][':diligenceCount'].removed.$put({ param, json: { removed } }));
  await queries.invalidateQueries({ queryKey: ['diligence-counts', partnership] });
}
