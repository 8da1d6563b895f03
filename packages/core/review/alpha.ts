export type Metric = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 where all observers agree, 0 where they agree no more than chance would, below
 * 0 where they disagree on purpose. Each unit lists what its observers said; who said nothing is left out.
 * [RV-19]
 *
 * Null where it says nothing: fewer than two units have two values (over one unit it is 0 whatever was said), or
 * all paired values are the same.
 * O(n + v³) for n values of which v are different.
 *
 * Source: Krippendorff, Computing Krippendorff's alpha-reliability (2011).
 *
 * @throws RangeError if a value is not finite.
 */
export function alpha(units: readonly (readonly number[])[], metric: Metric): number | null {
  const paired = units.filter((unit) => unit.length >= 2);
  const values = [...new Set(paired.flat())].sort((a, b) => a - b);
  if (!values.every(Number.isFinite)) throw new RangeError('every value must be finite');
  if (paired.length < 2) return null;
  const together = coincidences(paired, values);
  const totals = together.map((row) => row.reduce((sum, each) => sum + each, 0));
  const n = totals.reduce((sum, each) => sum + each, 0);
  const distance = distances[metric](values, totals);
  let observed = 0;
  let expected = 0;
  for (const [c, row] of together.entries()) {
    for (const [k, often] of row.entries()) {
      observed += often * distance(c, k);
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance(c, k);
    }
  }
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}

/** How often each two values meet within a unit; a unit of m values gives each of its pairs 1 / (m − 1). */
function coincidences(
  units: readonly (readonly number[])[],
  values: readonly number[],
): readonly (readonly number[])[] {
  const index = new Map(values.map((value, at) => [value, at]));
  const table = values.map(() => values.map(() => 0));
  for (const unit of units) {
    const often = values.map(() => 0);
    for (const value of unit) {
      const at = index.get(value) ?? 0;
      often[at] = (often[at] ?? 0) + 1;
    }
    for (const [c, row] of table.entries()) {
      for (const k of values.keys()) {
        const others = (often[k] ?? 0) - (c === k ? 1 : 0);
        row[k] = (row[k] ?? 0) + ((often[c] ?? 0) * others) / (unit.length - 1);
      }
    }
  }
  return table;
}

type Distance = (c: number, k: number) => number;

const distances: Record<
  Metric,
  (values: readonly number[], totals: readonly number[]) => Distance
> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  interval: (values) => (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2,
  ordinal: (_, totals) => (c, k) => {
    const between = totals.slice(Math.min(c, k), Math.max(c, k) + 1);
    const all = between.reduce((sum, each) => sum + each, 0);
    return (all - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
  },
};
