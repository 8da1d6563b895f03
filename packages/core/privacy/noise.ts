import { bernoulli, bernoulliExp, uniform, type Words } from './chance.ts';

/**
 * A whole number from the discrete Laplace distribution: z comes with a chance in proportion to e^(−|z| · per ÷ scale).
 * Exact: integers and fair bits only. Its variance is about 2 · (scale ÷ per)².
 *
 * **Promise**: added to a whole-number answer that one subject changes by at most 1, it is (per ÷ scale)-differentially
 * private, and concentrated with ρ = ½ (per ÷ scale)². Neighbours: one subject more or less. Not covered: how long it
 * takes, which depends on what is drawn.
 *
 * Source: Canonne, Kamath & Steinke (2020), algorithm 2.
 *
 * @throws RangeError unless both are whole and positive.
 */
export function discreteLaplace(scale: number, per: number, words: Words): number {
  positive(scale);
  positive(per);
  for (;;) {
    const low = uniform(scale, words);
    if (!bernoulliExp(low, scale, words)) continue;
    let high = 0;
    while (bernoulliExp(1, 1, words)) high += 1;
    const size = Math.floor((low + scale * high) / per);
    const minus = bernoulli(1, 2, words);
    if (!(minus && size === 0)) return minus ? -size : size;
  }
}

/**
 * The least variance that can be drawn exactly and is no less than what was asked for: the next multiple of 1 ÷ 1,024,
 * or of a coarser fraction for large ones. To round up is to be safe.
 *
 * @throws RangeError unless 0 < variance ≤ 60 million: more noise than that drowns every count of people.
 */
export function drawable(variance: number): Variance {
  if (!(variance > 0 && variance <= 6e7))
    throw new RangeError(`variance must lie above 0 and be at most 60 million, got ${variance}`);
  for (const parts of [1024, 64, 16, 4, 1]) {
    const found = { units: Math.ceil(variance * parts), parts };
    if (2 * found.units * parts * stepOf(found) ** 2 <= 2 ** 53) return found;
  }
  throw new RangeError(`variance ${variance} is out of reach`);
}

/** A variance as a fraction, `units` ÷ `parts`, both whole. */
export type Variance = { readonly units: number; readonly parts: number };

/**
 * A whole number from the discrete Gaussian distribution: z comes with a chance in proportion to e^(−z² ÷ 2σ²).
 * Exact: integers and fair bits only.
 *
 * **Promise**: added to whole-number answers that one subject changes by at most Δ in Euclidean length, all together they
 * are concentrated differentially private with ρ = Δ² ÷ 2σ². Neighbours: one subject more or less. Not covered: how long
 * it takes, which depends on what is drawn.
 *
 * Source: Canonne, Kamath & Steinke (2020), algorithm 3.
 */
export function discreteGaussian(variance: Variance, words: Words): number {
  const { units, parts } = variance;
  const step = stepOf(variance);
  const below = 2 * units * parts * step * step;
  for (;;) {
    const drawn = discreteLaplace(step, 1, words);
    const off = Math.abs(drawn) * parts * step - units;
    const square = Math.abs(off) < 94_906_265 ? off * off : BigInt(off) * BigInt(off);
    if (bernoulliExp(square, below, words)) return drawn;
  }
}

/** ⌊σ⌋ + 1: the scale of the proposals. */
function stepOf({ units, parts }: Variance): number {
  return Math.floor(Math.sqrt(units / parts)) + 1;
}

function positive(value: number): void {
  if (!(Number.isSafeInteger(value) && value > 0))
    throw new RangeError(`must be a whole number above 0, got ${value}`);
}
