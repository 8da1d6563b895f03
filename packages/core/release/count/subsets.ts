/** How many sets of `size` there are of `of` things. */
export function choose(of: number, size: number): number {
  let sets = 1;
  for (let at = 0; at < size; at += 1) sets = (sets * (of - at)) / (at + 1);
  return Math.round(sets);
}

/**
 * All sets of `length` of `columns` columns, in the order of their columns (0 1 2, 0 1 3, …), so that the sets that
 * begin alike lie together: `firstChild` of a set is the first set of one column more that begins with it.
 */
export type Subsets = {
  readonly count: number;
  readonly last: Uint16Array;
  readonly firstChild: Uint32Array;
};

/** The sets of each length from 0 (one set of nothing) to `length`. */
export function subsetsUpTo(columns: number, length: number): readonly Subsets[] {
  const none = { count: 1, last: Uint16Array.of(0), firstChild: Uint32Array.of(0) };
  const levels: Subsets[] = [none];
  for (let size = 1; size <= length; size += 1) {
    const before = levels[size - 1] ?? none;
    levels.push(longer(before, columns, size, choose(columns, size)));
  }
  return levels;
}

function longer(before: Subsets, columns: number, size: number, count: number): Subsets {
  const last = new Uint16Array(count);
  const firstChild = new Uint32Array(count);
  let set = 0;
  let child = 0;
  for (let prefix = 0; prefix < before.count; prefix += 1) {
    const first = size === 1 ? 0 : (before.last[prefix] ?? 0) + 1;
    for (let column = first; column < columns; column += 1) {
      last[set] = column;
      firstChild[set] = child;
      child += columns - 1 - column;
      set += 1;
    }
  }
  return { count, last, firstChild };
}

/** The columns of the set at `rank` among those of `length`, by the same order, without listing them. */
export function subsetAt(columns: number, length: number, rank: number): readonly number[] {
  const set: number[] = [];
  let left = rank;
  for (let column = 0; set.length < length; column += 1) {
    const beginning = choose(columns - 1 - column, length - 1 - set.length);
    if (left < beginning) set.push(column);
    else left -= beginning;
  }
  return set;
}
