import {
  discreteGaussian,
  drawable,
  gaussianVariance,
  type Rho,
  type Words,
} from '../../privacy/index.ts';
import { choose } from '../count/subsets.ts';

/** How many subjects have 1, 2, 3 … values, with noise: what bounds are chosen from. Never below 0; of no value, 0. */
export type Sizes = Float64Array;

/**
 * Counts subjects by how many values they have, with noise. The range is 1 to the number of columns, which is declared.
 * One subject more or less changes one count by one, and so does one whose values are all blanked: subjects without a
 * value are counted nowhere, or blanking would take one from a count and bring one to another. [RL-39] [RL-41]
 */
export function noisySizes(sizes: Uint8Array, columns: number, rho: Rho, words: Words): Sizes {
  const counts = new Float64Array(columns + 1);
  for (const size of sizes) counts[size] = (counts[size] ?? 0) + 1;
  const variance = drawable(gaussianVariance(1, rho));
  return counts.map((count, size) =>
    size === 0 ? 0 : Math.max(0, count + discreteGaussian(variance, words)),
  );
}

/**
 * How much a subject's combinations of a length weigh, by its size: how many values it has, or the class of how many
 * combinations it holds.
 */
export type Weights = {
  /** A subject up to this size counts in full in each of its combinations; above, less, so that together they weigh the same. */
  readonly full: number;
  /** Whole weights by size, in parts of `unit`. */
  readonly weights: Int32Array;
  readonly unit: number;
  /** The most that one subject can change all counts of this length, as a Euclidean length, in parts of `unit`. */
  readonly reach: number;
  /** The share of all combinations that the weights keep, by the noisy sizes; counts are divided by it. */
  readonly kept: number;
};

/** In how many combinations of a length a subject is, by how many values it has. */
export function waysOf(columns: number, length: number): readonly number[] {
  return Array.from({ length: columns + 1 }, (_, values) => choose(values, length));
}

/**
 * Chooses up to which size a subject counts in full: that at which noise and the unevenness that weights bring are least
 * together, among those for which noise can be drawn. It sees noisy sizes only.
 *
 * @param ways The most combinations that a subject is in, by size; rising, some of them 1.
 * @param cells How many combinations are counted.
 */
export function chosenWeights(
  sizes: Sizes,
  ways: readonly number[],
  cells: number,
  rho: Rho,
): Weights {
  const mass = massOf(sizes, ways);
  const typical = Math.max(usualCount, mass / Math.max(1, cells));
  let [best, least] = [Math.max(0, ways.indexOf(1)), Infinity];
  for (const [size, full] of ways.entries()) {
    if (full === 0 || full / (2 * rho) >= mostVariance) continue;
    const { kept, spread } = keptOf(sizes, ways, full, mass);
    const noise = Math.sqrt(full / (2 * rho)) / kept;
    const error = noise ** 2 + (unevenness * typical * spread) ** 2;
    if (error < least) [best, least] = [size, error];
  }
  return weightsOf(best, ways, sizes, rho);
}

/** Noise of this variance can still be drawn, in the finest unit that it leaves room for. */
const mostVariance = 5e7;

/** A count that people look at, where the table's own average is lower; and how much unevenness counts beside noise. */
const usualCount = 40;
const unevenness = 2;

function weightsOf(size: number, ways: readonly number[], sizes: Sizes, rho: Rho): Weights {
  const full = ways[size] ?? 1;
  const unit = unitFor(full / (2 * rho));
  const floored = Int32Array.from(ways, (many) =>
    many === 0 ? 0 : Math.floor(unit * Math.min(1, Math.sqrt(full / many))),
  );
  // Who would weigh nothing weighs the least there is, unless noise for that could not be drawn.
  const lifted = floored.map((weight, at) => ((ways[at] ?? 0) === 0 ? 0 : Math.max(1, weight)));
  const weights = reachOf(lifted, ways) ** 2 / (2 * rho) < mostVariance ? lifted : floored;
  const mass = massOf(sizes, ways);
  const weighed = massOf(
    sizes,
    ways.map((many, at) => (many * (weights[at] ?? 0)) / unit),
  );
  const kept = weighed === 0 ? 1 : weighed / mass;
  return { full: size, weights, unit, reach: reachOf(weights, ways), kept };
}

function reachOf(weights: Int32Array, ways: readonly number[]): number {
  return Math.sqrt(
    ways.reduce((most, many, at) => Math.max(most, (weights[at] ?? 0) ** 2 * many), 0),
  );
}

/** The finest unit, to a 64th, at which noise of this variance can still be drawn exactly. */
function unitFor(variance: number): number {
  return [64, 32, 16, 8, 4, 2].find((unit) => variance * unit ** 2 < mostVariance) ?? 1;
}

function keptOf(sizes: Sizes, ways: readonly number[], full: number, mass: number) {
  if (mass === 0) return { kept: 1, spread: 0 };
  let [first, second] = [0, 0];
  for (const [size, count] of sizes.entries()) {
    const many = ways[size] ?? 0;
    if (many === 0) continue;
    const weight = Math.min(1, Math.sqrt(full / many));
    first += (count * many * weight) / mass;
    second += (count * many * weight ** 2) / mass;
  }
  return { kept: first, spread: Math.sqrt(Math.max(0, second - first ** 2)) / first };
}

function massOf(sizes: Sizes, ways: readonly number[]): number {
  return sizes.reduce((sum, count, size) => sum + count * (ways[size] ?? 0), 0);
}
