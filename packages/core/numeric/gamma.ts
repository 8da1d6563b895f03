/**
 * The share of a gamma distribution of this shape (scale 1) that lies below x: the regularised lower incomplete
 * gamma function. It is also the chance that a Poisson count of mean x is `shape` or more, for whole shapes.
 * Good to about 1 part in 10¹⁰ for shapes to a million. O(√shape) as a rule.
 *
 * Source: Abramowitz & Stegun, Handbook of mathematical functions (1964), 6.5.29 (the series, left of the shape)
 * and 6.5.31 (the continued fraction, right of it).
 *
 * @throws RangeError unless shape > 0 and x ≥ 0.
 * @example gammaBelow(1, 1) // => 1 − 1/e
 */
export function gammaBelow(shape: number, x: number): number {
  if (!(shape > 0 && x >= 0)) throw new RangeError(`out of range: shape ${shape}, x ${x}`);
  if (x === 0) return 0;
  const density = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? density * series(shape, x) : 1 - density * fraction(shape, x);
}

/**
 * The point below which the given share of a gamma distribution of this shape lies. O(√shape) a step.
 *
 * @throws RangeError unless shape > 0 and 0 < share < 1.
 */
export function gammaQuantile(shape: number, share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`share must lie in 0 to 1, got ${share}`);
  return where((x) => gammaBelow(shape, x) < share);
}

/**
 * The point from 0 up where what holds below it stops holding, to the last digit that a number has.
 * `holds` must not hold everywhere, and hold for no number above one where it does not.
 */
export function where(holds: (x: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (holds(high)) [low, high] = [high, high * 2];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = shape + 1; term > sum * Number.EPSILON; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

// Lentz's way of working a continued fraction from the front.
function fraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) return value;
  }
  throw new RangeError(`the continued fraction does not settle: shape ${shape}, x ${x}`);
}

/** The logarithm of the gamma function. Source: Lanczos (1964), with g = 7 and nine terms. */
export function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const t = z + 6.5;
  const [first = 0, ...rest] = lanczos;
  const sum = rest.reduce((total, each, at) => total + each / (z + at), first);
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];
