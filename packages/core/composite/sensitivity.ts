import { generator, sortedQuantile } from '../numeric/index.ts';
import type { Model } from './draw.ts';
import { ranksDown } from './column.ts';
import { sobolPoints } from './sobol-sequence.ts';

/** How much of an output's variance one source brings about, with intervals of 95 % from resampling. */
export type Effect = {
  /** Alone. */
  readonly first: number | null;
  readonly firstLow: number | null;
  readonly firstHigh: number | null;
  /** Alone and together with the others. */
  readonly total: number | null;
  readonly totalLow: number | null;
  readonly totalHigh: number | null;
};

/** The effects over the first so many base points. */
export type RunningEffects = {
  readonly base: number;
  readonly first: readonly (number | null)[];
  readonly total: readonly (number | null)[];
};

export type Sensitivity = {
  readonly effects: readonly Effect[];
  readonly variance: number;
  readonly base: number;
  readonly runs: number;
  /** Base points left out because one of their runs had no answer. */
  readonly unanswered: number;
  /** The effects over each quarter more of the points: where they no longer move, the estimate has settled. */
  readonly running: readonly RunningEffects[];
};

/**
 * How much each source of uncertainty matters to an output: first-order effects by Saltelli's estimator and total
 * ones by Jansen's, over base points of Sobol's sequence, base × (sources + 2) runs. [CO-11]
 *
 * `output` makes one number of a run. Without variance nothing matters and effects are null. The same seed gives the
 * same intervals. `between` may stop it by answering false; null is the answer then.
 *
 * Outputs are taken as distances from their mean, or the first-order estimator would drown where the mean is great beside
 * the spread.
 *
 * Source: Saltelli et al. 2010, table 2 (b) and (f); to centre: Sobol' 2001.
 */
export function sensitivity(
  model: Model,
  output: (values: Float64Array) => number,
  base: number,
  seed: number,
  between: (done: number) => boolean = () => true,
): Sensitivity | null {
  const k = model.dimensions;
  const points = sobolPoints(base, 2 * k);
  const rows: Row[] = [];
  for (const [at, point] of points.entries()) {
    if (at % 16 === 15 && !between(at / base)) return null;
    const row = runsAt(model, output, point, k);
    if (row !== null) rows.push(row);
  }
  const all = rows.map((_, at) => at);
  const effects = effectsOver(rows, all, k);
  const running = [0.25, 0.5, 0.75, 1].map((share) => {
    const some = all.slice(0, Math.floor(rows.length * share));
    const { pairs } = effectsOver(rows, some, k);
    return {
      base: some.length,
      first: pairs.map(({ first }) => first),
      total: pairs.map(({ total }) => total),
    };
  });
  const intervals = resampled(rows, k, seed);
  return {
    effects: effects.pairs.map(({ first, total }, source) => ({
      ...{ first, total },
      ...(first === null ? nothing : (intervals[source] ?? nothing)),
    })),
    variance: effects.variance,
    ...{ base, runs: base * (k + 2), unanswered: base - rows.length },
    running,
  };
}

const nothing = { firstLow: null, firstHigh: null, totalLow: null, totalHigh: null };

type Row = { readonly a: number; readonly b: number; readonly mixed: readonly number[] };

function runsAt(
  model: Model,
  output: (values: Float64Array) => number,
  point: Float64Array,
  k: number,
): Row | null {
  const [first, second] = [point.subarray(0, k), point.subarray(k)];
  const run = (coordinates: Float64Array) => {
    const values = model.at(coordinates);
    return values === null ? Number.NaN : output(values);
  };
  const mixed = Array.from({ length: k }, (_, source) => {
    const one = first.slice();
    one[source] = second[source] ?? 0;
    return run(one);
  });
  const row = { a: run(first), b: run(second), mixed };
  return [row.a, row.b, ...mixed].every(Number.isFinite) ? row : null;
}

function effectsOver(rows: readonly Row[], chosen: readonly number[], k: number) {
  const n = chosen.length;
  const middle = chosen.reduce((sum, at) => sum + outer(rows[at]), 0) / (2 * n);
  let squares = 0;
  const [firsts, totals] = [new Float64Array(k), new Float64Array(k)];
  for (const at of chosen) {
    const row = rows[at];
    if (row === undefined) continue;
    squares += (row.a - middle) ** 2 + (row.b - middle) ** 2;
    for (let source = 0; source < k; source += 1) {
      const mixed = row.mixed[source] ?? 0;
      firsts[source] = (firsts[source] ?? 0) + (row.b - middle) * (mixed - row.a);
      totals[source] = (totals[source] ?? 0) + (row.a - mixed) * (row.a - mixed);
    }
  }
  const variance = n === 0 ? 0 : squares / (2 * n);
  const isStill = n < 2 || variance <= 1e-12 * Math.max(1, middle * middle);
  return {
    variance: isStill ? 0 : variance,
    pairs: Array.from({ length: k }, (_, source) => ({
      first: isStill ? null : (firsts[source] ?? 0) / n / variance,
      total: isStill ? null : (totals[source] ?? 0) / (2 * n) / variance,
    })),
  };
}

function outer(row: Row | undefined): number {
  return row === undefined ? 0 : row.a + row.b;
}

const resamples = 200;

function resampled(rows: readonly Row[], k: number, seed: number) {
  const draw = generator(seed).split('sensitivity');
  const drawn = Array.from({ length: rows.length === 0 ? 0 : resamples }, () =>
    effectsOver(
      rows,
      rows.map(() => draw.below(rows.length)),
      k,
    ),
  );
  const bounds = (
    of: (pair: { first: number | null; total: number | null }) => number | null,
    source: number,
  ) => {
    const found = drawn.flatMap(({ pairs }) => {
      const pair = pairs[source];
      const value = pair === undefined ? null : of(pair);
      return value === null ? [] : [value];
    });
    const sorted = Float64Array.from(found).sort();
    return [sortedQuantile(sorted, 0.025), sortedQuantile(sorted, 0.975)] as const;
  };
  return Array.from({ length: k }, (_, source) => {
    const [firstLow, firstHigh] = bounds(({ first }) => first, source);
    const [totalLow, totalHigh] = bounds(({ total }) => total, source);
    return { firstLow, firstHigh, totalLow, totalHigh };
  });
}

/** An output: how far, on average, units' ranks lie from those of the method as it stands. */
export function rankShift(reference: Float64Array): (values: Float64Array) => number {
  const before = ranksDown(reference);
  return (values) => {
    const after = ranksDown(values);
    let [sum, n] = [0, 0];
    for (const [at, rank] of after.entries()) {
      const shift = Math.abs(rank - (before[at] ?? Number.NaN));
      if (Number.isNaN(shift)) continue;
      sum += shift;
      n += 1;
    }
    return n === 0 ? Number.NaN : sum / n;
  };
}
