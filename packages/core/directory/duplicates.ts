import type { Suggestion } from './clean-up.ts';
import type { Known } from './known.ts';
import { Matcher } from './match.ts';

/** Two entries that may be one: the second may be merged into the first. */
export type Duplicate = {
  readonly of: string;
  readonly entry: string;
  readonly score: number;
  readonly reason: Suggestion['reason'];
};

/** Entries less alike than this are not worth a person's time. */
const leastAlike = 0.8;

/** Pairs of entries that may be one body, the likeliest first, each pair once. O(n²). */
export function duplicates(known: readonly Known[]): readonly Duplicate[] {
  const found: Duplicate[] = [];
  const matcher = new Matcher([]);
  for (const { key: entry, name, ...rest } of known) {
    for (const { organisation: of, score, reason } of matcher.suggestions(name))
      if (score >= leastAlike && reason !== 'part-of') found.push({ of, entry, score, reason });
    matcher.add({ ...rest, key: entry, name });
  }
  return found.toSorted((a, b) => b.score - a.score);
}
