import type { Words } from '../../privacy/index.ts';
import { below } from '../synthesis/below.ts';
import type { Fit } from '../synthesis/fit.ts';

/**
 * Swaps values of a column between two records wherever that brings the counts nearer, drawn by chance `tries` times.
 * Every value keeps its total, and what should not occur may.
 */
export function swap(fit: Fit, tries: number, words: Words): void {
  const columns = fit.targets.columns.length;
  for (let tried = 0; tried < tries; tried += 1) {
    const column = below(columns, words);
    const [one, other] = [below(fit.records, words), below(fit.records, words)];
    if (fit.swapCost(one, other, column) < 0) fit.swap(one, other, column);
  }
}
