/** Where a mark stands: its column's middle in pixels, how many marks of the column lie below it, and how many it has. */
export type Stacked = { readonly x: number; readonly lane: number; readonly tall: number };

/**
 * Gathers marks into columns `wide` pixels apart and stacks each column from below. A mark moves sideways
 * by at most half a column. Lanes count from 0; `most` is the height of the tallest column, at least 1.
 */
export function stacked(
  at: readonly number[],
  wide: number,
): { readonly marks: readonly Stacked[]; readonly most: number } {
  const heights = new Map<number, number>();
  const placed = at.map((x) => {
    const column = Math.round(x / wide);
    const lane = heights.get(column) ?? 0;
    heights.set(column, lane + 1);
    return { column, lane };
  });
  const marks = placed.map(({ column, lane }) => ({
    x: column * wide,
    lane,
    tall: heights.get(column) ?? 1,
  }));
  return { marks, most: Math.max(1, ...heights.values()) };
}
