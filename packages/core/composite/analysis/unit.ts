import { median, ranksDown } from '../column.ts';
import type { IndexResult } from '../compute.ts';
import type { Structure } from '../meta.ts';
import { scoresOf } from './relation.ts';

/** Where one unit stands on one node: rank 1 is the greatest score, and level scores share the least rank. */
export type Place = {
  readonly code: string;
  readonly level: number;
  readonly score: number | null;
  readonly rank: number | null;
  /** Units with a score. */
  readonly of: number;
  readonly median: number | null;
};

/**
 * Where one unit stands on every indicator and node, in the order of the metadata, indicators first. [CO-17]
 *
 * @throws RangeError for a unit that is not in the index.
 */
export function placesOf(
  result: IndexResult,
  { indicators, aggregates }: Structure,
  unit: string,
): readonly Place[] {
  const at = result.units.indexOf(unit);
  if (at < 0) throw new RangeError(`there is no unit ${unit} in the index`);
  return [...indicators, ...aggregates].map(({ code, level }) => {
    const column = scoresOf(result, code);
    const score = result.scores.get(code)?.[at] ?? null;
    const rank = ranksDown(column)[at] ?? Number.NaN;
    const of = column.filter((value) => !Number.isNaN(value)).length;
    const middle = of === 0 ? null : median(column);
    return { code, level, score, rank: score === null ? null : rank, of, median: middle };
  });
}

export type StrengthsAndWeaknesses = {
  readonly strengths: readonly Place[];
  readonly weaknesses: readonly Place[];
};

/**
 * The indicators on which a unit stands nearest to the first place, and those on which it stands farthest from it, at
 * most `most` each and none in both. Ranks are set beside the number of units that have a score; level ones stay in the
 * order of the metadata. Without spread, or alone, an indicator is in neither. [CO-17]
 *
 * @throws RangeError for a unit that is not in the index.
 */
export function strengthsAndWeaknesses(
  result: IndexResult,
  structure: Structure,
  unit: string,
  most = 5,
): StrengthsAndWeaknesses {
  const placed = placesOf(result, structure, unit).flatMap((place) => {
    const { code, level, rank, of } = place;
    if (level !== 1 || rank === null || of < 2 || !hasSpread(result, code)) return [];
    return [{ place, share: (rank - 1) / (of - 1) }];
  });
  const sorted = placed.toSorted((a, b) => a.share - b.share).map(({ place }) => place);
  const strong = Math.min(most, Math.ceil(sorted.length / 2));
  const weak = Math.min(most, sorted.length - strong);
  return {
    strengths: sorted.slice(0, strong),
    weaknesses: sorted.slice(sorted.length - weak).reverse(),
  };
}

function hasSpread(result: IndexResult, code: string): boolean {
  const known = scoresOf(result, code).filter((value) => !Number.isNaN(value));
  return new Set(known).size > 1;
}
