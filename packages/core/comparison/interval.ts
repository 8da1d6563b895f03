import { gammaQuantile, normalQuantile } from '../numeric/index.ts';

/** From this count up Byar's limits are as good as the exact ones. [CP-7] */
export const leastForByar = 10;

/** A figure with the range that chance alone leaves open; both ends belong to it. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/**
 * Wilson's score interval for a proportion; times `factor` (100 for per cent, 1 by default). [CP-6]
 * Null where the denominator is 0. O(1).
 *
 * Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).
 *
 * @throws RangeError unless 0 ≤ numerator ≤ denominator, factor > 0 and 0 < confidence < 1.
 */
export function wilson(
  numerator: number,
  denominator: number,
  { factor = 1, confidence = 0.95 }: { factor?: number; confidence?: number } = {},
): Interval | null {
  mustBe(numerator >= 0 && numerator <= denominator, 'numerator', numerator);
  mustBe(factor > 0, 'factor', factor);
  if (denominator === 0) return null;
  const z = zOf(confidence);
  const share = numerator / denominator;
  const centre = 2 * numerator + z * z;
  const reach = z * Math.sqrt(z * z + 4 * numerator * (1 - share));
  const width = 2 * (denominator + z * z);
  return {
    value: (numerator * factor) / denominator,
    // At either end the formula gives 0 or 1 but for the last digit; the ends are known.
    low: numerator === 0 ? 0 : ((centre - reach) / width) * factor,
    high: numerator === denominator ? factor : ((centre + reach) / width) * factor,
  };
}

/**
 * Byar's approximation to the exact Poisson limits of a count. O(1). Good from about 10 up;
 * `countInterval` takes the exact limits below that. The low end is never under 0.
 *
 * Source: Breslow & Day, Statistical methods in cancer research, volume II (1987), page 69.
 *
 * @throws RangeError if the count is negative, or unless 0 < confidence < 1.
 */
export function byar(count: number, confidence = 0.95): Interval {
  mustBe(count >= 0, 'count', count);
  const z = zOf(confidence);
  const cube = (n: number, sign: 1 | -1) =>
    n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3;
  return {
    value: count,
    low: count === 0 ? 0 : Math.max(0, cube(count, -1)),
    high: cube(count + 1, 1),
  };
}

/**
 * The interval of a count, or of a rate: count ÷ `base` × `factor` (both 1 by default). Exact Poisson limits
 * under a count of 10, Byar's from 10 up. A count need not be whole: some are weighted, and limits go with it
 * smoothly. Null where the base is 0. O(1). [CP-7]
 *
 * Source: Public Health England, Technical guide: confidence intervals (2018), as in PHEindicatormethods.
 *
 * @throws RangeError if the count or the base is negative, factor ≤ 0, or unless 0 < confidence < 1.
 */
export function countInterval(
  count: number,
  {
    base = 1,
    factor = 1,
    confidence = 0.95,
  }: { base?: number; factor?: number; confidence?: number } = {},
): Interval | null {
  mustBe(base >= 0, 'base', base);
  mustBe(factor > 0, 'factor', factor);
  if (base === 0) return null;
  const { value, low, high } =
    count < leastForByar ? exact(count, confidence) : byar(count, confidence);
  const scaled = (each: number) => (each * factor) / base;
  return { value: scaled(value), low: scaled(low), high: scaled(high) };
}

// The means at which a count this high, or this low, becomes just too rare to be chance.
function exact(count: number, confidence: number): Interval {
  mustBe(count >= 0, 'count', count);
  mustBe(confidence > 0 && confidence < 1, 'confidence', confidence);
  const rare = (1 - confidence) / 2;
  const low = count === 0 ? 0 : gammaQuantile(count, rare);
  return { value: count, low, high: gammaQuantile(count + 1, 1 - rare) };
}

/** How many standard deviations from the middle the ends of an interval of this confidence lie. */
export function zOf(confidence: number): number {
  mustBe(confidence > 0 && confidence < 1, 'confidence', confidence);
  return normalQuantile(0.5 + confidence / 2);
}

/** @throws RangeError with the option and its value, unless it holds. */
export function mustBe(holds: boolean, name: string, value: number): void {
  if (!holds) throw new RangeError(`${name} is out of range: ${value}`);
}
