import { shippedCodeLists, titleOf, type Question, type Relation } from '@freehold/core/directory';
import { sayProblems } from '../words.ts';

/** A code of a list in words; an en dash where nothing was answered. */
export function codeWords(list: string, code: string): string {
  return code === '' ? '–' : titleOf(shippedCodeLists, list, code);
}

/** A list's codes for a choice, with "not answered" first. */
export function codeChoices(list: string, first = 'Not answered'): readonly [string, string][] {
  const items = shippedCodeLists.find((each) => each.code === list)?.items ?? [];
  return [['', first], ...items.map(({ code, title }): [string, string] => [code, title])];
}

export const statuses = [
  ['developing', 'Developing'],
  ['active', 'Active'],
  ['paused', 'Paused'],
  ['merged', 'Merged'],
  ['closed', 'Closed'],
] as const;

export function statusWords(status: string): string {
  return statuses.find(([each]) => each === status)?.[1] ?? status;
}

export const questionWords: Readonly<Record<Question, string>> = {
  type: 'type',
  functions: 'functions',
  scale: 'scale',
  areas: 'areas',
  ties: 'place in the structure',
  home: 'home',
  chair: 'chair',
  coordinator: 'co-ordinator',
  contact: 'contact',
  website: 'website',
  objectives: 'objectives',
  pledge: 'pledge',
  meetingFrequency: 'how often it meets',
  meetingMode: 'how it meets',
  engagement: 'who is drawn in',
  activities: 'activities',
  measures: 'measures',
  funding: 'funding',
  documents: 'governance documents',
  members: 'members',
};

export const relations = [
  ['reports-to', 'Reports to'],
  ['sub-group-of', 'Sub-group of'],
  ['beside', 'Works beside'],
  ['feeds', 'Feeds into'],
] as const satisfies readonly (readonly [Relation, string])[];

sayProblems({
  'merge-with-itself': () => 'Choose another entry: this is the same one.',
  'merged-already': ({ name }) => `“${String(name)}” has been merged already.`,
  'merged-target': ({ name }) =>
    `“${String(name)}” has itself been merged into another entry. Choose that one.`,
  'not-merged': () => 'This entry stands on its own already.',
  'day-to-come': () => 'This day is still to come.',
  'code-twice': ({ code }) => `The code “${String(code)}” stands in the list twice.`,
  'code-gone': ({ code }) =>
    `The code “${String(code)}” may be in use. Retire it instead of taking it away.`,
});
