import { queryOptions } from '@tanstack/react-query';
import { Document } from '@freehold/core/document';
import type { Claim, Confidence, Study } from '@freehold/core/evidence';
import { api, got, queries, refusal } from '../api.ts';

const partner = api.partnerships[':partnership'];

type Got<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;

const claims = (partnership: string) => got(partner.claims.$get({ param: { partnership } }));
export const claimsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'claims'],
    queryFn: () => claims(partnership),
  });
export type ShownClaim = Got<typeof claims>['claims'][number];

const claim = (partnership: string, id: string) =>
  got(partner.claims[':claim'].$get({ param: { partnership, claim: id } }));
export const claimQuery = (partnership: string, id: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'claim', id],
    queryFn: () => claim(partnership, id),
  });
export type WholeClaim = Got<typeof claim>;

/** What a person writes of a claim, every field of it. */
export type WrittenClaim = Omit<Claim, 'id' | 'version' | 'override'> & {
  readonly override: { readonly confidence: Confidence; readonly reason: string } | null;
  readonly group: string | null;
  readonly note: string;
};

export function addClaim(partnership: string, json: WrittenClaim) {
  return got(partner.claims.$post({ param: { partnership }, json }));
}

export function changeClaim(
  partnership: string,
  id: string,
  json: WrittenClaim & { version: number },
) {
  return got(partner.claims[':claim'].$put({ param: { partnership, claim: id }, json }));
}

export function removeClaim(partnership: string, id: string, removed: boolean) {
  const param = { partnership, claim: id };
  return got(partner.claims[':claim'].removed.$put({ param, json: { removed } }));
}

export type StudyAsked = {
  readonly page?: number;
  readonly size?: number;
  readonly query?: string;
  readonly country?: string;
  readonly intervention?: string;
  readonly outcome?: string;
  readonly sms?: string;
};
const studies = (partnership: string, asked: StudyAsked) =>
  got(partner.studies.$get({ param: { partnership }, query: asked as Record<string, string> }));
export const studiesQuery = (partnership: string, asked: StudyAsked) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'studies', asked],
    queryFn: () => studies(partnership, asked),
    placeholderData: (before) => before,
  });
export type BriefStudy = Got<typeof studies>['studies'][number];

const study = (partnership: string, id: string) =>
  got(partner.studies[':study'].$get({ param: { partnership, study: id } }));
export const studyQuery = (partnership: string, id: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'study', id],
    queryFn: () => study(partnership, id),
  });
export type WholeStudy = Got<typeof study>;
export type ShownGrade = WholeStudy['grades'][number];
/** What a person writes of a study; grades are given apart. */
export type WrittenStudy = Omit<
  Study,
  'id' | 'sms' | 'weight' | 'nesta' | 'amstar' | 'verdict' | 'origin'
>;

export function addStudy(partnership: string, json: WrittenStudy) {
  return got(partner.studies.$post({ param: { partnership }, json }));
}

export function changeStudy(partnership: string, id: string, json: WrittenStudy) {
  return got(partner.studies[':study'].$put({ param: { partnership, study: id }, json }));
}

export function removeStudy(partnership: string, id: string, removed: boolean) {
  const param = { partnership, study: id };
  return got(partner.studies[':study'].removed.$put({ param, json: { removed } }));
}

type GradeAt = { readonly partnership: string; readonly study: string };
export type GivenGrade = Parameters<(typeof partner.studies)[':study']['grade']['$put']>[0]['json'];
export type SettledGrade = Parameters<
  (typeof partner.studies)[':study']['settled-grade']['$put']
>[0]['json'];

export function giveGrade(param: GradeAt, json: GivenGrade) {
  return got(partner.studies[':study'].grade.$put({ param, json }));
}

export function settleGrade(param: GradeAt, json: SettledGrade) {
  return got(partner.studies[':study']['settled-grade'].$put({ param, json }));
}

export const agreementQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'agreement'],
    queryFn: () => got(partner['grading-agreement'].$get({ param: { partnership } })),
  });

export type SourceAsked = {
  readonly page?: number;
  readonly query?: string;
  readonly type?: string;
  readonly sort?: string;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly by?: string;
};
const sources = (partnership: string, asked: SourceAsked) =>
  got(partner.sources.$get({ param: { partnership }, query: asked as Record<string, string> }));
export const sourcesQuery = (partnership: string, asked: SourceAsked) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'sources', asked],
    queryFn: () => sources(partnership, asked),
    placeholderData: (before) => before,
  });
export type BriefSource = Got<typeof sources>['sources'][number];

const source = (partnership: string, id: string) =>
  got(partner.sources[':source'].$get({ param: { partnership, source: id } }));
export const sourceQuery = (partnership: string, id: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'source', id],
    queryFn: () => source(partnership, id),
  });
export type WrittenSource = Parameters<typeof partner.sources.$post>[0]['json'];

export function addSource(partnership: string, json: WrittenSource) {
  return got(partner.sources.$post({ param: { partnership }, json }));
}

export function changeSource(partnership: string, id: string, json: WrittenSource) {
  return got(partner.sources[':source'].$put({ param: { partnership, source: id }, json }));
}

export function removeSource(partnership: string, id: string, removed: boolean) {
  const param = { partnership, source: id };
  return got(partner.sources[':source'].removed.$put({ param, json: { removed } }));
}

const suggestions = (partnership: string, state: 'open' | 'decided') =>
  got(partner['source-suggestions'].$get({ param: { partnership }, query: { state } }));
export const suggestionsQuery = (partnership: string, state: 'open' | 'decided') =>
  queryOptions({
    queryKey: ['evidence', partnership, 'suggestions', state],
    queryFn: () => suggestions(partnership, state),
  });
export type ShownSuggestion = Got<typeof suggestions>['suggestions'][number];

export function decideSuggestion(
  partnership: string,
  suggestion: string,
  state: 'open' | 'accepted' | 'refused',
) {
  const param = { partnership, suggestion };
  return got(partner['source-suggestions'][':suggestion'].$put({ param, json: { state } }));
}

const groups = (partnership: string) =>
  got(partner['working-groups'].$get({ param: { partnership } }));
export const groupsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'groups'],
    queryFn: () => groups(partnership),
  });
export type ShownGroup = Got<typeof groups>['groups'][number];

export type WrittenGroup = Parameters<(typeof partner)['working-groups']['$post']>[0]['json'];
export type WrittenMember = Parameters<
  (typeof partner)['group-members'][':groupMember']['$put']
>[0]['json'];
export type WrittenDecision = Parameters<
  (typeof partner)['working-groups'][':workingGroup']['decisions']['$post']
>[0]['json'];

export function keepGroup(partnership: string, workingGroup: string | null, json: WrittenGroup) {
  const room = partner['working-groups'];
  return workingGroup === null
    ? got(room.$post({ param: { partnership }, json }))
    : got(room[':workingGroup'].$put({ param: { partnership, workingGroup }, json }));
}

export function keepMember(
  partnership: string,
  at: { readonly group: string } | { readonly member: string },
  json: WrittenMember,
) {
  return 'member' in at
    ? got(
        partner['group-members'][':groupMember'].$put({
          ...{ param: { partnership, groupMember: at.member }, json },
        }),
      )
    : got(
        partner['working-groups'][':workingGroup'].members.$post({
          ...{ param: { partnership, workingGroup: at.group }, json },
        }),
      );
}

export function keepDecision(partnership: string, workingGroup: string, json: WrittenDecision) {
  const param = { partnership, workingGroup };
  return got(partner['working-groups'][':workingGroup'].decisions.$post({ param, json }));
}

const protocols = (partnership: string) =>
  got(partner['search-protocols'].$get({ param: { partnership } }));
export const protocolsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'protocols'],
    queryFn: () => protocols(partnership),
  });
export type ShownProtocol = Got<typeof protocols>['protocols'][number];
export type WrittenProtocol = Parameters<(typeof partner)['search-protocols']['$post']>[0]['json'];

export function keepProtocol(partnership: string, protocol: string | null, json: WrittenProtocol) {
  const room = partner['search-protocols'];
  return protocol === null
    ? got(room.$post({ param: { partnership }, json }))
    : got(room[':protocol'].$put({ param: { partnership, protocol }, json }));
}

const rule = (partnership: string) =>
  got(partner['confidence-rule'].$get({ param: { partnership } }));
export const ruleQuery = (partnership: string) =>
  queryOptions({ queryKey: ['evidence', partnership, 'rule'], queryFn: () => rule(partnership) });
export type ShownRule = Got<typeof rule>;

export function setRule(
  partnership: string,
  json: { rule: ShownRule['rule'] | null; reason: string },
) {
  return got(partner['confidence-rule'].$put({ param: { partnership }, json }));
}

export const changesQuery = (partnership: string, since: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'changes', since],
    queryFn: () =>
      got(
        partner['evidence-changes'].$get({
          param: { partnership },
          query: since === '' ? {} : { since },
        }),
      ),
  });

export const importsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'imports'],
    queryFn: () => got(partner['evidence-imports'].$get({ param: { partnership } })),
  });

export type Bringing = Parameters<(typeof partner)['evidence-files']['check']['$post']>[0]['json'];

export function checkFiles(partnership: string, json: Bringing) {
  return got(partner['evidence-files'].check.$post({ param: { partnership }, json }));
}

export function importFiles(partnership: string, json: Bringing) {
  return got(partner['evidence-files'].import.$post({ param: { partnership }, json }));
}

/** Everything of the register may be other than what is shown. */
export function evidenceChanged(partnership: string) {
  return queries.invalidateQueries({ queryKey: ['evidence', partnership] });
}

/** Adds what Freehold ships to the register; what is there already stays as it is. */
export function loadStarter(partnership: string) {
  return got(partner['evidence-starter'].$post({ param: { partnership } }));
}

/** The policy guide as data, which the page draws as the files do. */
export const guideQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['evidence', partnership, 'guide'],
    queryFn: async () => {
      const answer = await fetch(`/api/partnerships/${partnership}/evidence-guide?format=json`);
      if (!answer.ok) throw await refusal(answer);
      return Document.parse(await answer.json());
    },
  });
