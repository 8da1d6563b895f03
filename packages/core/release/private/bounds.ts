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

/** How much a subject's combinations of a length weigh, by how many values it has. */
export type Weights = {
  /** A subject of so many values counts as much as one combination each; of more, less, so that together they weigh the same. */
  readonly values: number;
  /** Whole weights by number of values, in parts of `unit`. */
  readonly weights: Int32Array;
  readonly unit: number;
  /** The most that one subject can change all counts of this length, as a Euclidean length, in parts of `unit`. */
  readonly reach: number;
  /** The share of all combinations that the weights keep, by the noisy sizes; counts are divided by it. */
  readonly kept: number;
};

/**
 * Chooses, for combinations of a length, how many values a subject may have and still count in full: the number at which
 * noise and the unevenness that weights bring are least together. It sees noisy sizes only.
 */
export function chosenWeights(sizes: Sizes, length: number, cells: number, rho: Rho): Weights {
  const columns = sizes.length - 1;
  const mass = massOf(sizes, length);
  const typical = Math.max(usualCount, mass / Math.max(1, cells));
  let [best, least] = [columns, Infinity];
  for (let values = length; values <= columns; values += 1) {
    const { kept, spread } = keptOf(sizes, length, values, mass);
    const noise = Math.sqrt(choose(values, length) / (2 * rho)) / kept;
    const error = noise ** 2 + (unevenness * typical * spread) ** 2;
    if (error < least) [best, least] = [values, error];
  }
  return weightsOf(best, length, columns, sizes, rho);
}

/** A count that people look at, where the table's own average is lower; and how much unevenness counts beside noise. */
const usualCount = 40;
const unevenness = 2;

function weightsOf(
  values: number,
  length: number,
  columns: number,
  sizes: Sizes,
  rho: Rho,
): Weights {
  const full = choose(values, length);
  const unit = unitFor(full / (2 * rho));
  const weights = Int32Array.from({ length: columns + 1 }, (_, size) =>
    size < length
      ? 0
      : Math.max(1, Math.floor(unit * Math.min(1, Math.sqrt(full / choose(size, length))))),
  );
  const reach = Math.sqrt(
    Math.max(...weights.map((weight, size) => weight ** 2 * choose(size, length))),
  );
  const mass = massOf(sizes, length);
  const weighed = sizes.reduce(
    (sum, count, size) => sum + (count * choose(size, length) * (weights[size] ?? 0)) / unit,
    0,
  );
  return { values, weights, unit, reach, kept: mass === 0 ? 1 : weighed / mass };
}

/** The finest unit, to a 64th, at which noise of this variance can still be drawn exactly. */
function unitFor(variance: number): number {
  return [64, 32, 16, 8, 4, 2].find((unit) => variance * unit ** 2 < 5e7) ?? 1;
}

function keptOf(sizes: Sizes, length: number, values: number, mass: number) {
  if (mass === 0) return { kept: 1, spread: 0 };
  let [first, second] = [0, 0];
  for (const [size, count] of sizes.entries()) {
    const many = choose(size, length);
    if (many === 0) continue;
    const weight = Math.min(1, Math.sqrt(choose(values, length) / many));
    first += (count * many * weight) / mass;
    second += (count * many * weight ** 2) / mass;
  }
  return { kept: first, spread: Math.sqrt(Math.max(0, second - first ** 2)) / first };
}

function massOf(sizes: Sizes, length: number): number {
  return sizes.reduce((sum, count, size) => sum + count * choose(size, length), 0);
}
