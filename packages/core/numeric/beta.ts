import { logGamma } from './gamma.ts';

/**
 * The share of a beta distribution that lies below x: the regularised incomplete beta function. Good to about 1 part in
 * 10¹⁰. O(√(a + b)).
 *
 * Source: Didonato & Morris, algorithm 708 (1992); here its continued fraction, worked from the front (Lentz).
 *
 * @throws RangeError unless a > 0, b > 0 and 0 ≤ x ≤ 1.
 */
export function betaBelow(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1))
    throw new RangeError(`out of range: a ${a}, b ${b}, x ${x}`);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(a, b, x)) / a
    : 1 - (front * fraction(b, a, 1 - x)) / b;
}

/**
 * Bounds on a chance of which `hits` of `tries` were seen, each right with the given confidence or more, whatever the
 * chance is. The least is 0 where nothing was seen, the most is 1 where everything was.
 *
 * Source: Clopper & Pearson, The use of confidence or fiducial limits (1934). Each bound alone is one-sided.
 *
 * @throws RangeError unless 0 ≤ hits ≤ tries, both whole, tries ≥ 1, and 0 < confidence < 1.
 * @example countShareBounds(0, 200, 0.975) // => { least: 0, most: 0.01827… }
 */
export function countShareBounds(
  hits: number,
  tries: number,
  confidence: number,
): { readonly least: number; readonly most: number } {
  if (!(
    Number.isInteger(hits) &&
    Number.isInteger(tries) &&
    hits >= 0 &&
    hits <= tries &&
    tries > 0
  ))
    throw new RangeError(`out of range: ${hits} of ${tries}`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie between 0 and 1, got ${confidence}`);
  const misses = tries - hits;
  return {
    least: hits === 0 ? 0 : quantile(hits, misses + 1, 1 - confidence),
    most: misses === 0 ? 1 : quantile(hits + 1, misses, confidence),
  };
}

function quantile(a: number, b: number, share: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaBelow(a, b, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let value = d;
  for (let n = 1; n < 100_000; n += 1) {
    for (const term of [
      (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n)),
      (-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1)),
    ]) {
      d = 1 / (1 + term * d || tiny);
      c = 1 + term / c || tiny;
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < Number.EPSILON * 4) return value;
  }
  throw new RangeError(`the continued fraction does not settle: a ${a}, b ${b}, x ${x}`);
}
