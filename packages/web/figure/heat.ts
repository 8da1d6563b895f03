import { percent } from '../words.ts';
import { intervalWords } from './words.ts';

/** A topic's score, 0 to 4. `coverage` is a share; `note` says why there is no score. */
export type HeatCell = {
  readonly code: string;
  readonly title: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number | null;
  readonly href?: string;
  readonly note?: string;
};

export type HeatLevel = {
  readonly code: string;
  readonly title: string;
  readonly cells: readonly HeatCell[];
};

/** What stands under a cell's number. */
export function cellDetail({ score, low, high, coverage, note = '' }: HeatCell): string {
  if (score === null) return note;
  const parts = [
    low !== null && high !== null && intervalWords(low, high, 1),
    coverage !== null && `${percent(coverage)} answered`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

export function step(score: number | null): string {
  return score === null ? 'none' : String(Math.round(score));
}
