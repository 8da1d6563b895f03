import { number } from '../../document/index.ts';

// How a report of a review writes scores and the codes of this room.

/** Scores are written with one decimal in every format that people read. */
export function score(value: number): string {
  return number(value, 1);
}

/** A range of scores: 1.2 to 1.9. */
export function range(low: number, high: number): string {
  return `${score(low)} to ${score(high)}`;
}

/** A stored code as people say it; a code without words of its own is written with spaces. */
export function said(code: string): string {
  return sayings[code] ?? code.replaceAll('-', ' ');
}

const sayings: Readonly<Record<string, string>> = {
  draft: 'being set up',
  rating: 'open for rating',
  agreeing: 'being agreed',
  validated: 'agreed and validated',
  published: 'published',
  'low-coverage': 'too few answers',
  'not-averaged': 'shown item by item',
  'nothing-applicable': 'nothing here applies',
  'held-back': 'held back: it would tell what few agencies said',
  'few-agencies': 'too few agencies for an interval',
  'no-score': 'no score',
  agreed: 'agreed',
  ratings: 'ratings',
  measured: 'measured',
  none: 'no answer',
  'yes-no': 'yes or no',
  'same-type': 'all places of the same type',
  'same-parent': 'places of the same type in the same larger place',
  chosen: 'places chosen by the partnership',
  'person-role': 'a person’s role',
  'police-force-area': 'police force area',
  'community-safety-partnership': 'community safety partnership',
};
