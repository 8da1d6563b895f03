import { inOrder, sortedQuantile } from '../numeric/index.ts';

/** The fewest members that a group's figures may speak for; and the fewest for fifths to mean anything. */
export const leastGroup = 4;
export const leastForFifths = 5;

/** What a comparison group looks like: the count of members with a value, and its quantiles of type 7. */
export type GroupFigures = {
  readonly n: number;
  readonly least: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly most: number;
};

/**
 * A group's figures from the values of its members, the place itself included; members without a value
 * are left out beforehand. Null under 4 values. O(n log n). [CP-1] [CP-2]
 *
 * @throws RangeError if a value is NaN.
 */
export function groupFigures(values: readonly number[]): GroupFigures | null {
  if (values.length < leastGroup) return null;
  const rising = inOrder(values);
  const at = (share: number) => sortedQuantile(rising, share) ?? 0;
  return {
    n: rising.length,
    least: at(0),
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    most: at(1),
  };
}

export type Fifth = 1 | 2 | 3 | 4 | 5;

/**
 * Which fifth of its group a value falls in: 1 holds the lowest values, 5 the highest. Null under
 * 5 values. The group holds the value itself. O(n). [CP-3] [CP-4]
 *
 * Ties share their middle rank, so a group of equal values lies in fifth 3; a value that falls on the
 * line between two fifths goes to the one nearer the middle.
 *
 * Holds: a greater value never falls in a lower fifth; turning all signs turns fifth f into 6 − f.
 *
 * @throws RangeError if a value is NaN.
 * @example quintile(10, [10, 20, 30, 40, 50]) // => 1
 */
export function quintile(value: number, group: readonly number[]): Fifth | null {
  if (Number.isNaN(value) || group.some(Number.isNaN))
    throw new RangeError('a value is not a number');
  if (group.length < leastForFifths) return null;
  const below = group.filter((each) => each < value).length;
  const level = group.filter((each) => each === value).length;
  // Twice the number of members below, ties counted half: whole numbers, so the lines are met exactly.
  const place = 5 * (2 * below + level);
  const width = 2 * group.length;
  const line = place % width === 0;
  const fifth = Math.floor(place / width);
  return fifths[line && fifth >= 3 ? fifth - 1 : fifth] ?? 5;
}

const fifths: readonly Fifth[] = [1, 2, 3, 4, 5];

/**
 * A value's standing in its group as 0 to 4, 4 best: the fifth it falls in, counted from the worse end.
 * `+` says higher is better, `-` lower is better. Null under 5 values. [CP-5]
 */
export function standing(
  value: number,
  group: readonly number[],
  direction: '+' | '-',
): number | null {
  const fifth = quintile(value, group);
  if (fifth === null) return null;
  return direction === '+' ? fifth - 1 : 5 - fifth;
}
