import type {
  Because,
  Claim,
  Confidence,
  Freshness,
  GradeScale,
  Reference,
  Seat,
  Stance,
  Study,
  Verdict,
} from '@freehold/core/evidence';
import { count, sayProblems } from '../words.ts';

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  untested: 'Untested',
  'very-low': 'Very low',
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  effective: 'Effective',
  promising: 'Promising',
  mixed: 'Mixed',
  'no-effect': 'No effect',
  harmful: 'Harmful',
  unknown: 'Unknown',
};

export const statusWords: Readonly<Record<Claim['status'], string>> = {
  draft: 'Draft',
  'in-assessment': 'Being assessed',
  consultation: 'In consultation',
  published: 'Published',
  superseded: 'Superseded',
};

export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: 'For',
  contradicts: 'Against',
  qualifies: 'Qualifies',
};

export const freshnessWords: Readonly<Record<Freshness, string>> = {
  current: 'In time',
  'due-soon': 'Due soon',
  stale: 'Due to be looked at again',
};

export const scaleWords: Readonly<Record<GradeScale, string>> = {
  maryland: 'Maryland scale',
  weight: 'Weight of evidence (EPPI)',
  grade: 'GRADE',
  nesta: 'NESTA standards',
  amstar: 'AMSTAR 2',
  verdict: 'Verdict, after CrimeSolutions',
};

export const readWords: Readonly<Record<Study['read'], string>> = {
  'full-text': 'full text read',
  part: 'part read',
  abstract: 'abstract only',
  title: 'title only',
  'second-hand': 'through somebody else’s summary',
};

export const seatWords: Readonly<Record<Seat, string>> = {
  survivor: 'Survivor seat',
  research: 'Research',
  service: 'Service provider',
  government: 'Government',
  justice: 'Justice',
  business: 'Business',
  'civil-society': 'Civil society',
  funder: 'Funder',
  other: 'Other',
};

export const typeWords: Readonly<Record<Reference['type'], string>> = {
  article: 'Article',
  book: 'Book',
  chapter: 'Chapter',
  report: 'Report',
  thesis: 'Thesis',
  conference: 'Conference paper',
  web: 'Web page',
  other: 'Other',
};

export const sortWords = {
  unknown: 'Not said yet',
  'peer-reviewed': 'Peer-reviewed',
  grey: 'Grey literature',
  evaluation: 'Evaluation',
  official: 'Official',
  testimony: 'Testimony',
} as const;

/** Maryland scale of a study's design, as What Works Growth words it; level 4's wording is UNVERIFIED. */
export const marylandWords: readonly string[] = [
  'a model, or no comparison at all',
  'before and after, or with and without, no controls',
  'the same, with adequate controls',
  'before and after with a comparison group',
  'some chance in who took part (wording UNVERIFIED)',
  'randomised trial',
];

/** Why the rule gave its word, in one sentence. */
export function becauseSentence(because: Because, n: number, strong: number): string {
  const studies = count(n, 'independent study bears', 'independent studies bear');
  switch (because) {
    case 'no-study':
      return 'No study bears on it yet.';
    case 'few-weak':
      return `Only ${studies} on it, and none is strong.`;
    case 'many-weak':
      return `${studies} on it, and none is strong.`;
    case 'one-strong':
      return `${studies} on it, and one is strong.`;
    case 'strong-disagree':
      return `${strong} strong studies bear on it, and too few agree.`;
    case 'strong-agree':
      return `${strong} strong studies bear on it, and enough agree.`;
    case 'strong-agree-widely':
      return `${strong} strong studies from more than one context agree.`;
  }
}

sayProblems({
  'study-unknown': () => 'A study that is linked here is not in the register. Load the page again.',
  'study-linked-twice': () => 'A study is linked twice. Take one of the two away.',
  'group-unknown': () => 'This working group is not there any more. Load the page again.',
  'source-unknown': () => 'This source is not in the register any more. Load the page again.',
  'source-known': () => 'This publication is in the register already, so it was not added again.',
  'outcome-unknown': () => 'The study has no such outcome. Add it to the study first.',
  'scale-differs': () => 'The grade belongs to another scale.',
  'search-screened-beyond': ({ screened, most }) =>
    `${String(screened)} screened cannot be: there were ${String(most)} records without duplicates.`,
  'search-judged-beyond': ({ judged, screened }) =>
    `Excluded and included are ${String(judged)} together, which is more than the ${String(screened)} screened.`,
  'title-missing': () => 'The record has no title and is left out.',
  'repeated-code': ({ name, first }) =>
    `“${String(name)}” stands at ${String(first)} already. Each may stand once.`,
  'study-repeated': ({ first }) =>
    `Row ${String(first)} is the same study, so this row is left out.`,
  'cell-left-out': ({ field, found }) =>
    `“${String(found)}” cannot stand under ${String(field)} and is left out; the study is kept.`,
  'record-unreadable': () => 'The record cannot be read: look for a brace or quote not closed.',
  'record-too-large': ({ field }) =>
    `The record’s ${String(field)} is longer than can be, so it is left out.`,
  'outside-any-record': () => 'This text belongs to no record.',
  'file-kind-unknown': ({ file, known }) =>
    `${String(file)} is of no kind that can be read. Its name should end in one of: ${(known as string[]).join(', ')}.`,
  'not-a-workbook': () => 'This is no workbook that can be read. Save it as XLSX again, or as CSV.',
});
