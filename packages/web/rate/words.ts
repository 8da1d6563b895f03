import type { Answer, Confidence, Grade } from '@freehold/core/review';
import { count, sayProblems } from '../words.ts';
import type { Rate } from './rate.ts';

export const gradeWords: Readonly<Record<Grade, readonly [string, string]>> = {
  A: ['Independent or official data', 'Published statistics, an inspection, an audit.'],
  B: ['Partner records', 'What an agency counts or files itself.'],
  C: ['Workshop agreement', 'Several people agree; there is little on paper.'],
  D: ['Single opinion', 'What I know from my own work.'],
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

/** An answer as a line: "2, early progress"; community profiles say All, Some or None. */
export function answerWords(rate: Pick<Rate, 'answers' | 'scale'>, answer: Answer | null): string {
  if (answer === null) return 'No answer yet';
  if (answer === 'na') return 'Not applicable';
  if (answer === 'dk') return 'Don’t know';
  if (rate.answers === 'all-some-none') return plainWords[answer] ?? answer;
  const label = rate.scale.find((point) => String(point.value) === answer)?.label;
  return label === undefined ? answer : `${answer}, ${label}`;
}

/** The three plain answers and what they are kept as. */
export const plainAnswers = [
  ['4', 'All', 'True for everyone, or always.'],
  ['2', 'Some', 'True for some people, or sometimes.'],
  ['0', 'None', 'Not true for anyone yet.'],
] as const satisfies readonly (readonly [Answer, string, string])[];

const plainWords: Readonly<Record<string, string>> = { '4': 'All', '2': 'Some', '0': 'None' };

/** About how long the questions take, in words: a minute and a half each, rounded up to five minutes. */
export function lengthWords(questions: number): string {
  const minutes = Math.max(5, Math.ceil((questions * 1.5) / 5) * 5);
  if (minutes < 60) return `about ${minutes} minutes`;
  const hours = Math.round(minutes / 30) / 2;
  return `about ${hours === 1 ? 'an hour' : `${hours} hours`}`;
}

export function waitingWords(n: number): string {
  return `${count(n, 'answer', 'answers')} waiting on this device`;
}

export const fileTypes = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt';
export const mostFileBytes = 5 * 1024 * 1024;

sayProblems({
  'round-closed': () => 'Rating has closed, so this can no longer be changed.',
  'link-unknown': () =>
    'This link is not known. It may have been replaced by a newer one; ask the co-ordinator to send it again.',
  'file-type': () =>
    'This kind of file cannot be kept. Send a PDF, PNG, JPEG, DOCX, XLSX, CSV or TXT.',
  'too-many-files': ({ most }) =>
    `${String(most)} files beside one answer are the most. Remove one first.`,
  'indicator-unknown': () => 'This review no longer asks this question.',
  'file-empty': () => 'This file is empty. Choose another one.',
  'not-a-link': () =>
    'A link begins with https:// or http://. Your answer is saved; the link is not yet.',
});
