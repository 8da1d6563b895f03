import {
  shippedCodeLists,
  titleOf,
  type CleanUpKind,
  type CodeList,
  type MatchReason,
  type MemberRole,
  type Question,
  type Relation,
} from '@freehold/core/directory';
import { day, sayProblems } from '../words.ts';

/** The lists in force: what Freehold ships, until the partnership's own have come. */
let lists: readonly CodeList[] = shippedCodeLists;

/** From now on codes are said and offered as these lists have them. */
export function sayCodes(current: readonly CodeList[]): void {
  lists = current;
}

/** A code of a list in words; an en dash where nothing was answered. */
export function codeWords(list: string, code: string): string {
  return code === '' ? '–' : titleOf(lists, list, code);
}

/** A list's codes for a choice, with "not answered" first. */
export function codeChoices(list: string, first = 'Not answered'): readonly [string, string][] {
  const items = lists.find((each) => each.code === list)?.items ?? [];
  const offered = items.filter(({ retired }) => !retired);
  return [['', first], ...offered.map(({ code, title }): [string, string] => [code, title])];
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

/** Why something waits to be cleaned up, and what to do about it. */
export const cleanUpWords: Readonly<Record<CleanUpKind, readonly [string, string]>> = {
  'row-unreadable': ['Row not readable', 'Mend the row in the file and import again.'],
  'id-missing': ['No id', 'The row belongs to no partnership of the file.'],
  'name-missing': ['No name', 'Give the partnership its name.'],
  'name-open': ['Name still open', 'The file says that there is no name yet.'],
  'name-differs': ['Another name', 'The other file calls it differently.'],
  'answer-open': ['Answer still open', 'The file says that this is not decided.'],
  'answer-differs': ['Another answer', 'The two files do not say the same; the first stands.'],
  'value-unknown': ['Not in the list', 'The word is none that the mapping knows.'],
  'flag-unknown': ['Odd tick', 'The cell is neither empty nor a yes.'],
  'area-unknown': ['Area not known', 'The area is none of the list.'],
  'rows-differ': ['Rows differ', 'Rows of one id do not say the same; the first stands.'],
  'activities-differ': ['Ticks and words differ', 'The ticks stand; the words say otherwise.'],
  'activity-other': ['Activity in free words', 'It is kept as “other” with its words.'],
  'activity-unexplained': ['“Other” without words', 'Ticked, and nobody said what it is.'],
  'partnership-unknown': ['Partnership not known', 'The row’s id is not in the other file.'],
  'members-missing': ['No members', 'Nothing says who belongs to it.'],
  'member-suggested': ['Perhaps somebody known', 'Accept a suggestion, or list it as new.'],
  'member-category': ['A kind, not a body', 'Say who is meant, or leave it.'],
  'member-words': ['A sentence or a post', 'Say whom it names, or leave it.'],
  'member-link': ['A link', 'Look there, and add who is meant.'],
  'edited-here': ['Edited here since', 'The file says otherwise; what was edited stands.'],
};

/** Why a name may mean an organisation. */
export const reasonWords: Readonly<Record<MatchReason, string>> = {
  'same-name': 'the same name',
  'known-as': 'one of its other names',
  'accepted-before': 'accepted before',
  'name-and-short-form': 'name and short form agree',
  spelling: 'spelt almost the same',
  initials: 'its initials',
  'part-of': 'its name stands in it',
  'words-in-common': 'words in common',
  'force-of-the-area': 'the force of this area',
};

export const changeWords: Readonly<Record<string, string>> = {
  added: 'Listed',
  changed: 'Changed',
  verified: 'Verified',
  merged: 'Merged',
  parted: 'Merge taken back',
  removed: 'Taken out',
  restored: 'Brought back',
  imported: 'Imported',
};

/** What is due, as a line. */
export function dueWords({
  what,
  title,
  on,
}: {
  what: string;
  title: string;
  on: string | null;
}): string {
  const when = on === null ? '' : ` on ${day(on)}`;
  const named = titleOf(
    shippedCodeLists,
    'document-kind',
    titleOf(shippedCodeLists, 'funding', title),
  );
  if (what === 'review-due') return `${named} is to be reviewed${when}`;
  if (what === 'funding-ends') return `Funding ends${when}: ${named}`;
  if (what === 'post-ends')
    return `The co-ordinator’s post ends${when}${title === '' ? '' : `: ${title}`}`;
  return `The link to ${named} is broken`;
}

export const roles = [
  ['chair', 'Chair'],
  ['co-ordinator', 'Co-ordinator'],
  ['core', 'Core member'],
  ['associate', 'Associate'],
  ['invited', 'Invited'],
] as const satisfies readonly (readonly [MemberRole, string])[];

sayProblems({
  'member-already': ({ name }) => `${String(name)} is listed as a member already.`,
  'settled-already': () => 'Somebody has decided this already.',
  'no-partnership': () => 'This row belongs to no partnership, so it can only be dismissed.',
  'undone-already': () => 'This import has been taken back already.',
  ...Object.fromEntries(
    Object.entries(cleanUpWords).map(([kind, [what, next]]) => [
      kind,
      ({ text }: Readonly<Record<string, unknown>>) =>
        `${what}${text === '' ? '' : `: “${String(text)}”`}. ${next}`,
    ]),
  ),
});

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
