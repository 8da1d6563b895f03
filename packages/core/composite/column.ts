/**
 * One indicator over all units, in the order of the units. NaN stands for a missing value and does not leave this
 * room: what leaves has null there. A column is never changed once made.
 */
export type Column = Float64Array;

/** A column of numbers and nulls. @throws RangeError for a value that is infinite or NaN. */
export function columnOf(values: readonly (number | null)[]): Column {
  return Float64Array.from(values, (value) => {
    if (value === null) return Number.NaN;
    if (!Number.isFinite(value)) throw new RangeError(`a value must be finite, got ${value}`);
    return value;
  });
}

/** A column as it leaves: null where missing. */
export function valuesOf(column: Column): readonly (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}

/** The values that are there, in the order of the units. */
export function present(column: Column): Column {
  return column.filter((value) => !Number.isNaN(value));
}

/** Least and greatest value that are there; null for a column without any. O(n). */
export function extremes(column: Column): { readonly least: number; readonly most: number } | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? { least, most } : null;
}

/** The mean of what is there, never outside of it; NaN for a column without any. */
export function mean(column: Column): number {
  let sum = 0;
  let n = 0;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n += 1;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Three times 0.1 add up to a hair over 0.3: a column that is the same everywhere must not look as if it had a spread.
  return n === 0 ? Number.NaN : Math.min(most, Math.max(least, sum / n));
}

/** The standard deviation over n − 1 of what is there; NaN for fewer than two values. */
export function deviation(column: Column): number {
  const middle = mean(column);
  let sum = 0;
  let n = 0;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    sum += (value - middle) * (value - middle);
    n += 1;
  }
  return n < 2 ? Number.NaN : Math.sqrt(sum / (n - 1));
}

/** The median of what is there; NaN for a column without any. */
export function median(column: Column): number {
  const sorted = present(column).sort();
  const half = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/**
 * Sample skewness and excess kurtosis with the usual small-sample corrections (G1 and G2); null for fewer than four
 * values or without spread. [CO-6]
 *
 * Source: Joanes & Gill 1998, type 2, as in SAS, SPSS and COINr.
 */
export function shape(column: Column): { readonly skew: number; readonly kurtosis: number } | null {
  const values = present(column);
  const n = values.length;
  const middle = mean(values);
  let [second, third, fourth] = [0, 0, 0];
  for (const value of values) {
    const square = (value - middle) * (value - middle);
    second += square;
    third += square * (value - middle);
    fourth += square * square;
  }
  if (n < 4 || second === 0) return null;
  const plain = (Math.sqrt(n) * third) / (second * Math.sqrt(second));
  const skew = (plain * Math.sqrt(n * (n - 1))) / (n - 2);
  const ratio = (n * fourth) / (second * second);
  const kurtosis = (((n + 1) * (ratio - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { skew, kurtosis };
}

/**
 * How near two scores of a column are level: a million-millionth of the greatest, which adding up in another order loses.
 */
export function hair(scores: Column): number {
  const { least, most } = extremes(scores) ?? { least: 0, most: 0 };
  return 1e-12 * Math.max(Math.abs(least), Math.abs(most));
}

/** Ranks of scores from 1 for the greatest; level ones share the least. Missing stays missing. [CO-17] */
export function ranksDown(scores: Column): Column {
  return ranks(
    scores.map((value) => -value),
    'least',
    hair(scores),
  );
}

/**
 * Ranks from 1 for the least; ties share the least of their ranks or the mean of them. Values up to `near` apart from the
 * least of a tie are in it. Missing stays missing.
 */
export function ranks(column: Column, ties: 'least' | 'mean' = 'least', near = 0): Column {
  const order = Array.from(column.keys())
    .filter((at) => !Number.isNaN(column[at]))
    .sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
  const result = new Float64Array(column.length).fill(Number.NaN);
  let from = 0;
  while (from < order.length) {
    let to = from;
    const value = (column[order[from] ?? 0] ?? 0) + near;
    while (to + 1 < order.length && (column[order[to + 1] ?? 0] ?? 0) <= value) to += 1;
    const rank = ties === 'least' ? from + 1 : (from + to) / 2 + 1;
    for (let at = from; at <= to; at += 1) result[order[at] ?? 0] = rank;
    from = to + 1;
  }
  return result;
}
