import { exponential, logarithm, power as raised } from '../numeric/index.ts';
import type { Column } from './column.ts';
import type { Aggregation } from './method.ts';

/** Where an aggregation has no answer: which child and unit had a value that the mean is not defined for. */
export type NotAggregated = {
  readonly child: number;
  readonly unit: number;
  readonly value: number;
};

/**
 * Makes one column of several, with weights of which only proportions matter. Missing children are left out and the
 * others' weights stand for them, unless fewer than the share `least` are there; with none there the value is
 * missing. [CO-8]
 *
 * Geometric and harmonic means, negative powers and those that are not whole need values over 0, and whole powers over 1
 * values that are not negative; the first other one is the answer then. Holds: geometric ≤ arithmetic, harmonic ≤ geometric; a mean lies within its values.
 *
 * @throws RangeError if there are not as many weights as columns.
 */
export function aggregated(
  children: readonly Column[],
  weights: readonly number[],
  how: Aggregation,
): Column | NotAggregated {
  if (children.length !== weights.length)
    throw new RangeError(`${children.length} columns need as many weights, got ${weights.length}`);
  const fault = needsPositive(how)
    ? firstWhere(children, (value) => value <= 0)
    : needsNoNegative(how)
      ? firstWhere(children, (value) => value < 0)
      : null;
  if (fault !== null) return fault;
  if (how.method === 'copeland') return copeland(children, weights, how.least);
  if (how.method === 'median') return eachUnit(children, weights, how.least, weightedMedian);
  const power = how.method === 'generalised' ? (how.power ?? 1) : powers[how.method];
  return powerMean(children, weights, power, how.least);
}

const powers = { arithmetic: 1, geometric: 0, harmonic: -1 } as const;

function needsPositive({ method, power = 1 }: Aggregation): boolean {
  if (method === 'generalised') return power < 0 || !Number.isInteger(power);
  return method === 'geometric' || method === 'harmonic';
}

// The square of −2 is that of 2: such a mean of −2 and −2 would be 2.
function needsNoNegative({ method, power = 1 }: Aggregation): boolean {
  return method === 'generalised' && power > 1;
}

function firstWhere(
  children: readonly Column[],
  isOff: (value: number) => boolean,
): NotAggregated | null {
  for (const [child, column] of children.entries()) {
    const unit = column.findIndex(isOff);
    if (unit >= 0) return { child, unit, value: column[unit] ?? 0 };
  }
  return null;
}

function powerMean(
  children: readonly Column[],
  weights: readonly number[],
  power: number,
  least: number,
): Column {
  const n = children[0]?.length ?? 0;
  const sums = new Float64Array(n);
  const totals = new Float64Array(n);
  const there = new Float64Array(n);
  for (const [at, column] of children.entries()) {
    const weight = weights[at] ?? 0;
    for (let unit = 0; unit < n; unit += 1) {
      const value = column[unit] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const part = power === 1 ? value : power === 0 ? logarithm(value) : raised(value, power);
      sums[unit] = (sums[unit] ?? 0) + weight * part;
      totals[unit] = (totals[unit] ?? 0) + weight;
      there[unit] = (there[unit] ?? 0) + 1;
    }
  }
  return sums.map((sum, unit) => {
    const total = totals[unit] ?? 0;
    if (total === 0 || (there[unit] ?? 0) / children.length < least) return Number.NaN;
    const middle = sum / total;
    if (power === 1) return middle;
    return power === 0 ? exponential(middle) : raised(middle, 1 / power);
  });
}

type Pair = readonly [value: number, weight: number];

function eachUnit(
  children: readonly Column[],
  weights: readonly number[],
  least: number,
  of: (pairs: readonly Pair[]) => number,
): Column {
  const n = children[0]?.length ?? 0;
  return Float64Array.from({ length: n }, (_, unit) => {
    const pairs = children.flatMap((column, at): readonly Pair[] => {
      const value = column[unit] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [[value, weights[at] ?? 0]];
    });
    const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
    return total === 0 || pairs.length / children.length < least ? Number.NaN : of(pairs);
  });
}

/** The value at which half the weight is reached; between two values where it is reached exactly. */
function weightedMedian(pairs: readonly Pair[]): number {
  const sorted = pairs.filter(([, weight]) => weight > 0).toSorted(([a], [b]) => a - b);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let reached = 0;
  for (const [at, [value, weight]] of sorted.entries()) {
    reached += weight;
    if (Math.abs(reached - half) <= half * 1e-12)
      return (value + (sorted[at + 1]?.[0] ?? value)) / 2;
    if (reached > half) return value;
  }
  return Number.NaN;
}

/**
 * Copeland's method: for each pair of units, which is ahead by more than half the weight; a unit's score is how many
 * it is ahead of less how many are ahead of it. A child that either unit lacks has no say for the pair. O(n²).
 */
function copeland(children: readonly Column[], weights: readonly number[], least: number): Column {
  const n = children[0]?.length ?? 0;
  const scores = new Float64Array(n);
  for (let one = 0; one < n; one += 1) {
    for (let other = one + 1; other < n; other += 1) {
      let [ahead, behind] = [0, 0];
      for (const [at, column] of children.entries()) {
        const [a, b] = [column[one] ?? Number.NaN, column[other] ?? Number.NaN];
        const weight = weights[at] ?? 0;
        if (a > b) ahead += weight;
        else if (a < b) behind += weight;
      }
      const wins =
        Math.abs(ahead - behind) <= 1e-12 * (ahead + behind) ? 0 : Math.sign(ahead - behind);
      scores[one] = (scores[one] ?? 0) + wins;
      scores[other] = (scores[other] ?? 0) - wins;
    }
  }
  return scores.map((score, unit) => {
    const there = children.filter((column) => !Number.isNaN(column[unit])).length;
    return there === 0 || there / children.length < least ? Number.NaN : score;
  });
}
