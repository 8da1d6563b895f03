import { mean, median, type Column } from './column.ts';
import type { Imputation, Screening } from './method.ts';

/** The units that have enough of their indicators, by their place. [CO-2] */
export function screened(
  columns: readonly Column[],
  units: number,
  how: Screening | null,
): readonly number[] {
  const all = Array.from({ length: units }, (_, unit) => unit);
  if (how === null || columns.length === 0) return all;
  return all.filter((unit) => {
    const there = columns.filter((column) => !Number.isNaN(column[unit])).length;
    return there / columns.length >= how.least;
  });
}

/**
 * An indicator divided by its denominator, unit by unit. Missing where either is missing, and where the denominator
 * is 0: nothing can be said per nothing.
 */
export function denominated(column: Column, denominator: Column): Column {
  return column.map((value, unit) => {
    const by = denominator[unit] ?? Number.NaN;
    return by === 0 ? Number.NaN : value / by;
  });
}

/**
 * Fills what is missing with the mean or median of what is there, of all or of the unit's group. A unit without a
 * group, and a group without any value, stay missing. [CO-3]
 */
export function imputed(
  column: Column,
  how: Imputation,
  groups: readonly (string | null)[],
): Column {
  if (how.method === 'none' || !column.some(Number.isNaN)) return column;
  const middle = how.method.endsWith('mean') ? mean : median;
  if (how.method === 'mean' || how.method === 'median') {
    const value = middle(column);
    return column.map((each) => (Number.isNaN(each) ? value : each));
  }
  const byGroup = new Map<string, number>();
  for (const group of new Set(groups)) {
    if (group !== null) byGroup.set(group, middle(column.filter((_, at) => groups[at] === group)));
  }
  return column.map((each, at) => {
    const group = groups[at] ?? null;
    return Number.isNaN(each) && group !== null ? (byGroup.get(group) ?? each) : each;
  });
}
