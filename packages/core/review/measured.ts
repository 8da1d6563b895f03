import { standing } from '../comparison/index.ts';
import type { Indicator } from '../framework/index.ts';
import type { ReviewRecipe } from './profile.ts';

/** A measured value of the reviewed place; `group` holds the values of its comparison group, its own included. */
export type Measured = {
  readonly indicator: string;
  readonly value: number;
  readonly period: string;
  readonly group: readonly number[];
};

export type MeasuredScore = {
  readonly score: number;
  readonly recipe: ReviewRecipe['measured'][number];
};

/**
 * A measured value as 0 to 4, 4 best: by the indicator's fixed bands where it has them, else by the fifth of
 * the comparison group. Null for context indicators, and without bands under 5 values. O(n). [RV-5] [RV-6]
 *
 * @throws RangeError if a value is not finite.
 */
export function measuredScore(
  { direction, bands }: Pick<Indicator, 'direction' | 'bands'>,
  { indicator, value, period, group }: Measured,
): MeasuredScore | null {
  if (![value, ...group].every(Number.isFinite))
    throw new RangeError(`a value of ${indicator} is not finite`);
  if (direction === 'o') return null;
  const recipe = { indicator, value, period, group: group.length };
  if (bands.length > 0)
    return { score: bandsReached(value, bands, direction), recipe: { ...recipe, by: 'bands' } };
  const score = standing(value, group, direction);
  return score === null ? null : { score, recipe: { ...recipe, by: 'quintile' } };
}

/** How many of the four bands a value reaches; a value on a band's line has reached it, whichever way is better. */
function bandsReached(value: number, bands: readonly number[], direction: '+' | '-'): number {
  return bands.filter((band) => (direction === '+' ? value >= band : value <= band)).length;
}
