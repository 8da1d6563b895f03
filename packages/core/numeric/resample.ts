import type { Generator } from './generator.ts';

/**
 * How often each of n things is drawn when n are drawn with replacement, `draws` times over: a table of
 * `draws` rows by n columns, row after row. Every row sums to n. O(n × draws) time and room.
 *
 * Kept as floating-point numbers because they are multiplied with scores.
 */
export function resampleCounts(chance: Generator, n: number, draws: number): Float64Array {
  const counts = new Float64Array(n * draws);
  for (let row = 0; row < counts.length; row += n) {
    for (let drawn = 0; drawn < n; drawn += 1) {
      const at = row + chance.below(n);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}
