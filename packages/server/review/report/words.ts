// How a report writes numbers, days and the codes of core. British English; one place for HTML, DOCX and text.

const language = 'en-GB';

/** Scores are written with one decimal in every format that people read. */
export function score(value: number): string {
  return value.toFixed(1);
}

export function number(value: number, decimals = 0): string {
  return value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A range of scores: 1.2 to 1.9. */
export function range(low: number, high: number): string {
  return `${score(low)} to ${score(high)}`;
}

/** An ISO day or instant: 3 March 2026. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** "a, b and c" */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** A number under ten in words, with its noun. */
export function count(n: number, one: string, many: string): string {
  return `${smallNumbers[n] ?? number(n)} ${n === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

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
  'held-back': 'held back: too few ratings to show',
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
