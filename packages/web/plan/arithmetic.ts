import { number } from '../words.ts';
import type { Priority } from './plan.ts';

/** The parts of a product as they are written: the size is worked out from the score as written. */
export type Written = { readonly score: string; readonly size: string; readonly product: string };

/** Null where there is no score, so no size and no product. */
export function written({
  score,
  desired,
  product,
}: Pick<Priority, 'score' | 'desired' | 'product'>): Written | null {
  if (score === null || product === null) return null;
  const shown = Math.round(score * 100) / 100;
  return {
    score: number(shown, 2),
    size: number(Math.max(0, desired - shown), 2),
    product: number(product, 1),
  };
}
