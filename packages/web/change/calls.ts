import { queryOptions } from '@tanstack/react-query';
import type { Theory } from '@freehold/core/change';
import { api, got, queries } from '../api.ts';

const partner = api.partnerships[':partnership'];

export const theoriesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['change', partnership, 'theories'],
    queryFn: () => got(partner.theories.$get({ param: { partnership } })),
  });

export type TheoryInBrief = Awaited<
  ReturnType<NonNullable<ReturnType<typeof theoriesQuery>['queryFn']>>
>['theories'][number];

/** Where a theory is. */
export type TheoryAt = { readonly partnership: string; readonly theory: string };

export const theoryQuery = (at: TheoryAt) =>
  queryOptions({
    queryKey: ['change', at.partnership, 'theory', at.theory],
    queryFn: () => readTheory(at),
  });

export type KeptTheory = Awaited<ReturnType<typeof readTheory>>;
export type TheoryComment = KeptTheory['comments'][number];

export function readTheory(at: TheoryAt) {
  return got(partner.theories[':theory'].$get({ param: at }));
}

export function beginTheory(partnership: string, json: { place: string | null; theory: Theory }) {
  return got(partner.theories.$post({ param: { partnership }, json: sendable(json) }));
}

export function saveTheory(at: TheoryAt, json: { revision: number; theory: Theory }) {
  return got(partner.theories[':theory'].$put({ param: at, json: sendable(json) }));
}

export function standTheory(at: TheoryAt, json: { place?: string | null; removed?: boolean }) {
  return got(partner.theories[':theory'].$patch({ param: at, json }));
}

export function keepVersion(at: TheoryAt, json: { revision: number; note: string }) {
  return got(partner.theories[':theory'].versions.$post({ param: at, json }));
}

export const versionQuery = (at: TheoryAt, theoryVersion: string) =>
  queryOptions({
    queryKey: ['change', at.partnership, 'theory', at.theory, 'version', theoryVersion],
    queryFn: () =>
      got(
        partner.theories[':theory'].versions[':theoryVersion'].$get({
          param: { ...at, theoryVersion },
        }),
      ),
    enabled: theoryVersion !== '',
  });

export function addComment(at: TheoryAt, json: { about: string | null; text: string }) {
  return got(partner.theories[':theory'].comments.$post({ param: at, json }));
}

export function settleComment(partnership: string, theoryComment: string, settled: boolean) {
  return got(
    partner['theory-comments'][':theoryComment'].$patch({
      param: { partnership, theoryComment },
      json: { settled },
    }),
  );
}

export function theoriesChanged(partnership: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['change', partnership] });
}

/** The client's types ask for arrays that may be changed; what is sent is not. */
function sendable<T>(json: T): Sendable<T> {
  return structuredClone(json) as Sendable<T>;
}

type Sendable<T> = T extends readonly (infer Item)[]
  ? Sendable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Sendable<T[Key]> }
    : T;
