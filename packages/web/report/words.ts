import { annualPeriod } from '@freehold/core/cycle';
import { day } from '../words.ts';
import type { ReportKind } from './routes.tsx';
import '../survivor-input/words.ts';
import '../problem-profile/words.ts';

export const kindWords: Readonly<
  Record<ReportKind, { readonly title: string; readonly says: string }>
> = {
  annual: {
    title: 'Annual partnership report',
    says: 'A year under the toolkit’s headings: what you write, and what your records show.',
  },
  'action-plan': {
    title: 'Action plan',
    says: 'What is to be done, who, by when, and how it goes; with the targets.',
  },
  'close-out': {
    title: 'Close-out of a round',
    says: 'What changed, what is now normal, what is carried over, what was learnt.',
  },
  'funding-case': {
    title: 'Funding case',
    says: 'From each gap to its actions and what they cost; what is not costed says so.',
  },
};

/** "1 April 2025 to 31 March 2026" */
export function yearWords(year: number): string {
  const { from, to } = annualPeriod(year);
  return `${day(from)} to ${day(to)}`;
}
