/** How a gap was weighed. `importance` and `reach` run 1 to 5; scores 0 to 4; `desired` is 4 unless agreed otherwise. */
export type Weighing = {
  readonly score: number | null;
  readonly desired: number;
  readonly importance: number;
  readonly reach: number;
};

/** The arithmetic of a priority: product = size × importance × reach. Both null where there is no score. */
export type Weighed = Weighing & { readonly size: number | null; readonly product: number | null };

/**
 * Works out how much a gap weighs: its size (desired − score, 0 where the score is above), its importance
 * and its reach, multiplied. Without a score there is no size, and no product is made up. 0 to 100. [RV-26]
 *
 * @throws RangeError if a score is outside 0 to 4, or importance or reach is no whole number from 1 to 5.
 * @example weighed({ score: 1.5, desired: 4, importance: 4, reach: 2 }).product // => 20
 */
export function weighed(weighing: Weighing): Weighed {
  const { score, desired, importance, reach } = weighing;
  for (const value of [importance, reach])
    if (!Number.isInteger(value) || value < 1 || value > 5)
      throw new RangeError(`importance and reach must be 1 to 5, got ${value}`);
  for (const value of [score ?? 0, desired])
    if (!(value >= 0 && value <= 4)) throw new RangeError(`a score must be 0 to 4, got ${value}`);
  const size = score === null ? null : Math.max(0, desired - score);
  return { ...weighing, size, product: size === null ? null : whole(size * importance * reach) };
}

// 2.1 × 2 × 3 is 12.6 in whichever order, so that equal products stay equal and titles decide.
function whole(product: number): number {
  return Math.round(product * 1e9) / 1e9;
}

/**
 * Priorities in the order to take them: those that people placed, by their position; then by product, the
 * greatest first; then those without a product; then by title. O(n log n). [RV-27]
 */
export function inOrderOfPriority<
  T extends {
    readonly position: number | null;
    readonly product: number | null;
    readonly title: string;
  },
>(priorities: readonly T[]): readonly T[] {
  return priorities.toSorted(
    (a, b) =>
      (a.position ?? Infinity) - (b.position ?? Infinity) ||
      (b.product ?? -1) - (a.product ?? -1) ||
      compare(a.title, b.title),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
