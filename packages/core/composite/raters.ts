import type { Source } from './uncertain.ts';

/** What one rater said of one indicator of one unit. */
export type RatersValue = {
  readonly unit: string;
  readonly indicator: string;
  readonly value: number;
};

/** A unit's indicator as several raters see it: their mean, how far it may be off, and how many they are. */
export type Seen = {
  readonly unit: string;
  readonly indicator: string;
  readonly mean: number;
  /** The standard error of the mean: their standard deviation over the root of their number. Null for one rater. */
  readonly error: number | null;
  readonly raters: number;
};

/** Raters' values brought together, in the order in which units and indicators are first met. [CO-21] */
export function seenByRaters(values: readonly RatersValue[]): readonly Seen[] {
  const together = new Map<string, { readonly first: RatersValue; readonly said: number[] }>();
  for (const each of values) {
    const key = JSON.stringify([each.unit, each.indicator]);
    const there = together.get(key);
    if (there === undefined) together.set(key, { first: each, said: [each.value] });
    else there.said.push(each.value);
  }
  return [...together.values()].map(({ first: { unit, indicator }, said }) => {
    const raters = said.length;
    const mean = said.reduce((sum, each) => sum + each, 0) / raters;
    const squares = said.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const error = raters < 2 ? null : Math.sqrt(squares / (raters - 1) / raters);
    return { unit, indicator, mean, error, raters };
  });
}

/**
 * Raters' disagreement as a source of uncertainty: values lie about the raters' mean by its standard error. One rater
 * alone says nothing of how sure it is: such a value is held to be as unsure as the others of its indicator are in the
 * mean (of squares), and sure only where no indicator was rated twice. [CO-21]
 *
 * Null where no unit's indicator was rated twice.
 */
export function disagreement(
  units: readonly string[],
  seen: readonly Seen[],
): Extract<Source, { kind: 'values' }> | null {
  if (seen.every(({ error }) => error === null)) return null;
  const errors: Record<string, (number | null)[]> = {};
  const usual = pooled(seen);
  for (const { unit, indicator, error } of seen) {
    const at = units.indexOf(unit);
    if (at < 0) continue;
    const column = (errors[indicator] ??= units.map(() => null));
    column[at] = error ?? pooled(seen.filter((each) => each.indicator === indicator)) ?? usual;
  }
  return { kind: 'values', errors };
}

function pooled(seen: readonly Seen[]): number | null {
  const known = seen.flatMap(({ error }) => (error === null ? [] : [error ** 2]));
  if (known.length === 0) return null;
  return Math.sqrt(known.reduce((sum, each) => sum + each, 0) / known.length);
}
