/**
 * Limits that cut numbers into fifths, rising, each to two digits; fewer where several fall together. None of them give 0.
 *
 * @example fifths([{ value: 1, rows: 5 }, { value: 30, rows: 5 }]) // => [1, 30]
 */
export function fifths(
  met: readonly { readonly value: number; readonly rows: number }[],
): number[] {
  const rising = met.toSorted((a, b) => a.value - b.value);
  const all = rising.reduce((sum, { rows }) => sum + rows, 0);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => {
    let below = 0;
    const found = rising.find(({ rows }) => (below += rows) >= share * all);
    return Number((found?.value ?? 0).toPrecision(2));
  });
  return [...new Set(cuts)].toSorted((a, b) => a - b);
}
