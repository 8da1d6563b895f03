import { normalQuantile } from '../numeric/index.ts';
import type { Shown } from './hide-parts.ts';

/** The band that the middle one lies in, or the two between which it lies or hidden counts leave it; and its interval. */
export type MedianBand =
  | {
      readonly kind: 'band';
      readonly from: string;
      readonly to: string;
      readonly low: string;
      readonly high: string;
      readonly n: number;
    }
  | { readonly kind: 'none'; readonly because: 'suppressed' | 'none' };

/**
 * The band of the median, from shown counts alone. `parts` are the counts of `bands`, lowest first, and then how many
 * are not known. Hidden counts are laid all into the lowest hidden band and all into the highest: what both say is
 * known, and between them lies what is not. Of an even number there are two in the middle, one in each band at the most:
 * the median lies between them. The interval is that of the ranks, 95%. [RC-5]
 *
 * Source: Campbell & Gardner, Calculating confidence intervals for some non-parametric analyses (1988).
 *
 * @example medianBand(['short', 'long'], [6, 3, 0], 9, 5) // => { kind: 'band', from: 'short', to: 'short', … }
 */
export function medianBand(
  bands: readonly string[],
  parts: readonly Shown[],
  whole: Shown,
  least: number,
): MedianBand {
  const unknown = parts[bands.length] ?? null;
  if (whole === null || unknown === null) return { kind: 'none', because: 'suppressed' };
  const n = whole - unknown;
  if (n === 0) return { kind: 'none', because: 'none' };
  if (n < least) return { kind: 'none', because: 'suppressed' };
  const counts = parts.slice(0, bands.length);
  const [lowest, highest] = [laid(counts, n, 'lowest'), laid(counts, n, 'highest')];
  const reach = normalQuantile(0.975) * Math.sqrt(n);
  const at = (laidOut: readonly number[], rank: number) => bands[bandAt(laidOut, rank)] ?? '';
  return {
    kind: 'band',
    from: at(lowest, Math.ceil(n / 2)),
    to: at(highest, Math.floor(n / 2) + 1),
    low: at(lowest, Math.max(1, Math.floor((n - reach) / 2))),
    high: at(highest, Math.min(n, Math.ceil(1 + (n + reach) / 2))),
    n,
  };
}

function laid(counts: readonly Shown[], n: number, where: 'lowest' | 'highest'): readonly number[] {
  const shown = counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const target = where === 'lowest' ? counts.indexOf(null) : counts.lastIndexOf(null);
  return counts.map((each, at) => each ?? (at === target ? n - shown : 0));
}

function bandAt(counts: readonly number[], rank: number): number {
  let sum = 0;
  return counts.findIndex((n) => (sum += n) >= rank);
}
