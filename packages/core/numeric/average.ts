/** The sum divided by the count; null for no values. O(n). */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Σ weight × value ÷ Σ weight; null where there are no values or all weights are 0. O(n).
 *
 * @throws RangeError if a weight is negative or not a number.
 */
export function weightedMean(
  parts: readonly { readonly value: number; readonly weight: number }[],
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    if (!(weight >= 0)) throw new RangeError(`weight must be 0 or more, got ${weight}`);
    sum += weight * value;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}
