/**
 * Stacks marks that would overlap: each takes the lowest lane in which the mark before it is at least
 * `apart` away. `at` must ascend. Lanes count from 0; `most` is how many there are.
 */
export function stacked(
  at: readonly number[],
  apart: number,
): { readonly lanes: readonly number[]; readonly most: number } {
  const ends: number[] = [];
  const lanes = at.map((x) => {
    const free = ends.findIndex((end) => x - end >= apart);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = x;
    return lane;
  });
  return { lanes, most: Math.max(1, ends.length) };
}
