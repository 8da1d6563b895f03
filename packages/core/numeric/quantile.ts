/**
 * The quantile of type 7: straight lines between the ordered values, the least at share 0 and the
 * greatest at share 1. Null for no values; one value is its own every quantile. O(n log n), or O(1) on
 * values already in order with `sortedQuantile`.
 *
 * Source: Hyndman & Fan, Sample quantiles in statistical packages (1996), definition 7 (R's default).
 *
 * @throws RangeError if the share is outside 0 to 1, or a value is not a number.
 * @example quantile([1, 2, 3, 4], 0.25) // => 1.75
 */
export function quantile(values: readonly number[], share: number): number | null {
  return sortedQuantile(inOrder(values), share);
}

/** The middle value; between the middle two where their number is even. Null for no values. O(n log n). */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** As `quantile`, for values that already rise. */
export function sortedQuantile(rising: ArrayLike<number>, share: number): number | null {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`share must be within 0 to 1, got ${share}`);
  if (rising.length === 0) return null;
  const at = (rising.length - 1) * share;
  const low = rising[Math.floor(at)] ?? NaN;
  const high = rising[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * As `quantile`, for many values that may be moved about: only as far as needed are they put in order.
 * No value may be NaN. O(n) as a rule.
 */
export function quantileInPlace(values: Float64Array, share: number): number | null {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`share must be within 0 to 1, got ${share}`);
  if (values.length === 0) return null;
  const at = (values.length - 1) * share;
  const low = selectInPlace(values, Math.floor(at));
  if (at === Math.floor(at)) return low;
  // All that stand to the right are at least as great, so the next in order is the least of them.
  const high = values.subarray(Math.ceil(at)).reduce((least, value) => Math.min(least, value));
  return low + (high - low) * (at - Math.floor(at));
}

/** Moves the value of rank k (from 0) to its place: none greater to its left, none smaller to its right. */
function selectInPlace(values: Float64Array, k: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >>> 1] ?? NaN;
    let up = left;
    let down = right;
    while (up <= down) {
      while ((values[up] ?? Infinity) < pivot) up += 1;
      while ((values[down] ?? -Infinity) > pivot) down -= 1;
      if (up > down) break;
      const held = values[up] ?? NaN;
      values[up] = values[down] ?? NaN;
      values[down] = held;
      up += 1;
      down -= 1;
    }
    if (k <= down) right = down;
    else if (k >= up) left = up;
    else break;
  }
  return values[k] ?? NaN;
}

/** The values from least to greatest; they themselves stay as they are. @throws RangeError if one is NaN. */
export function inOrder(values: readonly number[]): readonly number[] {
  if (values.some(Number.isNaN)) throw new RangeError('a value is not a number');
  return values.toSorted((a, b) => a - b);
}
