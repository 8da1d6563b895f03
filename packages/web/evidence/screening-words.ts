import type { Decision, ScreeningStage } from '@freehold/core/evidence';
import { count, sayProblems } from '../words.ts';

export const stageWords: Readonly<Record<ScreeningStage, string>> = {
  'title-abstract': 'Titles and abstracts',
  'full-text': 'Full texts',
};
export const oneOfStage: Readonly<Record<ScreeningStage, readonly [string, string]>> = {
  'title-abstract': ['title and abstract', 'titles and abstracts'],
  'full-text': ['full text', 'full texts'],
};
export const decisionWords: Readonly<Record<Decision, string>> = {
  include: 'Include',
  exclude: 'Exclude',
  unsure: 'Unsure',
};
export const decidedWords: Readonly<Record<Decision, string>> = {
  include: 'included',
  exclude: 'excluded',
  unsure: 'unsure',
};
export const standingWords = {
  waiting: 'nobody has decided',
  half: 'one has decided',
  conflict: 'the two differ',
  included: 'included',
  excluded: 'excluded',
} as const;

export function citation({
  authors,
  year,
  container,
}: {
  readonly authors: string;
  readonly year: number | null;
  readonly container: string;
}): string {
  const [first = '', ...more] = authors.split('; ');
  const who = more.length > 1 ? `${first} and ${more.length} others` : authors;
  return [who, year === null ? 'no year' : String(year), container]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "0.62, substantial": the words by which kappa is often read, as a help and no more. */
export function kappaWords(kappa: number): string {
  const bands = [
    [0, 'poor'],
    [0.2, 'slight'],
    [0.4, 'fair'],
    [0.6, 'moderate'],
    [0.8, 'substantial'],
  ] as const;
  return bands.find(([most]) => kappa <= most)?.[1] ?? 'almost perfect';
}

sayProblems({
  'screening-sources-taken': ({ n }) =>
    `${count(Number(n), 'publication lies', 'publications lie')} in another batch by now. Load the page again and choose anew.`,
  'screening-one-person': () => 'Two different people have to decide, blind to each other.',
  'person-unknown': () => 'One of the two does not belong to this partnership any more.',
  'protocol-unknown': () => 'This search is not there any more. Choose another or none.',
  'screening-not-yours': () =>
    'Only the two people of this batch decide here. Ask the co-ordinator to name you.',
  'screening-not-yet': () => 'Title and abstract come first: this one has not been included there.',
  'screening-shown': () =>
    'Both of you have decided on this one, so neither decision can be changed. If you differ, it is in the conflicts.',
  'screening-begun': () => 'Somebody has decided something in this batch, so it stays.',
  'screening-no-conflict': () => 'Nothing is left to settle here. Load the page again.',
  'screening-went-on': () =>
    'Somebody has decided on its full text already, so this cannot be taken back.',
  'screening-has-decided': ({ name }) =>
    `${String(name)} has decided on some of this batch and cannot be replaced.`,
  'screening-reason-needed': () => 'Leaving out a full text needs a reason from the list.',
  'screening-reason-unknown': () => 'This reason is not on the list any more.',
  'screening-reason-given': ({ text }) =>
    `Somebody has given the reason “${String(text)}”, so it stays. You may word it differently.`,
  'screening-no-protocol': () => 'Choose a search for this batch first.',
});
