import { where } from '../numeric/index.ts';

/**
 * How much a mechanism may tell about one subject, as zero-concentrated differential privacy: ρ, from 0. Those of
 * several mechanisms add up.
 *
 * Source: Bun & Steinke, Concentrated differential privacy (2016).
 */
export type Rho = number;

/** ρ of discrete Gaussian noise of this variance on answers that one subject changes by at most `length` (Euclidean). */
export function gaussianRho(length: number, variance: number): Rho {
  if (!(length >= 0 && variance > 0))
    throw new RangeError(`out of range: length ${length}, variance ${variance}`);
  return (length * length) / (2 * variance);
}

/** The variance that discrete Gaussian noise needs for this ρ. */
export function gaussianVariance(length: number, rho: Rho): number {
  if (!(length > 0 && rho > 0)) throw new RangeError(`out of range: length ${length}, ρ ${rho}`);
  return (length * length) / (2 * rho);
}

/** ρ of a mechanism that is ε-differentially private. */
export function pureRho(epsilon: number): Rho {
  return (epsilon * epsilon) / 2;
}

/**
 * The δ at which ρ is (ε, δ)-differential privacy: the least over the orders α of Rényi divergence, found where the
 * slope changes its sign. From 0 to 1, never less than the truth but for rounding in the last digits.
 *
 * **Promise**: whatever is ρ-concentrated is (ε, δ)-differentially private with this δ.
 *
 * Source: Canonne, Kamath & Steinke (2020), corollary 13.
 *
 * @throws RangeError unless ρ ≥ 0 and ε ≥ 0.
 */
export function deltaOf(rho: Rho, epsilon: number): number {
  if (!(rho >= 0 && epsilon >= 0)) throw new RangeError(`out of range: ρ ${rho}, ε ${epsilon}`);
  if (rho === 0) return 0;
  // Below 1.01 the formula loses its digits; a larger order than the best only gives a larger δ.
  let low = 1.01;
  let high = (epsilon + 1) / (2 * rho) + 2;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const slope = (2 * middle - 1) * rho - epsilon + Math.log1p(-1 / middle);
    if (slope < 0) low = middle;
    else high = middle;
  }
  const order = Math.max(1.01, high);
  const exponent = (order - 1) * (order * rho - epsilon) + order * Math.log1p(-1 / order);
  return Math.min(1, Math.exp(exponent) / (order - 1));
}

/**
 * The least ε at which ρ is (ε, δ)-differential privacy.
 *
 * **Promise**: whatever is ρ-concentrated is (ε, δ)-differentially private with this ε. It is never above the closed form
 * ρ + 2√(ρ ln(1 ÷ δ)).
 *
 * @throws RangeError unless ρ ≥ 0 and 0 < δ < 1.
 */
export function epsilonOf(rho: Rho, delta: number): number {
  within(delta);
  if (rho === 0) return 0;
  return where((epsilon) => deltaOf(rho, epsilon) > delta);
}

/**
 * The most ρ that stays within (ε, δ): what a budget in the usual words buys.
 *
 * @throws RangeError unless ε > 0 and 0 < δ < 1.
 */
export function rhoWithin(epsilon: number, delta: number): Rho {
  within(delta);
  if (!(epsilon > 0 && epsilon < 1000)) throw new RangeError(`ε must lie above 0, got ${epsilon}`);
  let low = 0;
  let high = epsilon + 1;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (deltaOf(middle, epsilon) <= delta) low = middle;
    else high = middle;
  }
  return low;
}

function within(delta: number): void {
  if (!(delta > 0 && delta < 1)) throw new RangeError(`δ must lie between 0 and 1, got ${delta}`);
}
