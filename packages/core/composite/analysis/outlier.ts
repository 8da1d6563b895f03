import { extremes, mean, median, present, shape, columnOf } from '../column.ts';
import { sortedQuantile } from '../../numeric/index.ts';
import type { Structure } from '../meta.ts';
import type { Table } from '../steps.ts';

/** How one indicator's values lie, before anything is done to them. Numbers are null where there is no value. */
export type Spread = {
  readonly code: string;
  readonly there: number;
  readonly missing: number;
  readonly least: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly mean: number | null;
  readonly upperQuartile: number | null;
  readonly most: number | null;
  /** Null for fewer than four values, or without spread. */
  readonly skew: number | null;
  readonly kurtosis: number | null;
  /** Out of shape, so that a treatment would act: both bounds of CO-6 are passed. */
  readonly isOut: boolean;
  /** The share of values that are the same as the most frequent one. */
  readonly same: number | null;
  /** Units farther than one and a half times the quartiles' distance from the nearer quartile. */
  readonly outlying: readonly Outlying[];
};

export type Outlying = { readonly unit: string; readonly value: number; readonly side: 1 | -1 };

/**
 * How each indicator's values lie, and which units stand apart. [CO-18]
 *
 * Source: quartiles of type 7; fences by Tukey 1977; skewness and kurtosis as in CO-6.
 */
export function spreads({ units, columns }: Table, { indicators }: Structure): readonly Spread[] {
  return indicators.map(({ code }) => {
    const column = columnOf(columns.get(code) ?? units.map(() => null));
    const rising = present(column).sort();
    const found = shape(column);
    const [low, high] = [sortedQuantile(rising, 0.25), sortedQuantile(rising, 0.75)];
    const bounds = extremes(column);
    const isEmpty = rising.length === 0;
    return {
      ...{ code, there: rising.length, missing: column.length - rising.length },
      ...{ least: bounds?.least ?? null, most: bounds?.most ?? null },
      ...{ lowerQuartile: low, median: isEmpty ? null : median(column), upperQuartile: high },
      ...{ mean: isEmpty ? null : mean(column), same: mostFrequent(rising) },
      ...{ skew: found?.skew ?? null, kurtosis: found?.kurtosis ?? null },
      isOut: found !== null && Math.abs(found.skew) >= 2 && found.kurtosis >= 3.5,
      outlying: low === null || high === null ? [] : beyond(units, column, low, high),
    };
  });
}

function beyond(
  units: readonly string[],
  column: Float64Array,
  low: number,
  high: number,
): readonly Outlying[] {
  const reach = 1.5 * (high - low);
  return units.flatMap((unit, at): readonly Outlying[] => {
    const value = column[at] ?? Number.NaN;
    if (value > high + reach) return [{ unit, value, side: 1 }];
    return value < low - reach ? [{ unit, value, side: -1 }] : [];
  });
}

function mostFrequent(values: Float64Array): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.length === 0 ? null : Math.max(...counts.values()) / values.length;
}
