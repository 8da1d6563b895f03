/** How the entries of a set of columns are found. */
export type Way = 'bits' | 'cells' | 'sorting';

/** What is known before a set is counted: its prefix, and the column that comes to it. */
export type Ahead = {
  /** Rows that have a value in every column of the prefix, and entries (groups) of the prefix. */
  readonly rows: number;
  readonly groups: number;
  readonly width: number;
  readonly full: boolean;
  /** Whether the prefix and the column can be had as bitsets. */
  readonly bitable: boolean;
  readonly stride: number;
  readonly mostCells: number;
};

// Nanoseconds, as measured on a kernel like ours (docs/benchmarks.md); only their ratios matter here.
const perByteOfBits = 0.06;
const perCall = 30;
const perRow = 1.2;
const perCell = 0.5;
const perSortedRow = 12;
/** What it takes to list the rows of a prefix, for each row of the prefix before it. */
export const perListedRow = 1.5;

/**
 * The cheapest way: one bitset of rows for each group of the prefix, met with the bitset of each value (the last value
 * by subtraction where no row lacks one); one cell for each group and value; or sorting, where cells would be many
 * more than rows. And what it costs, in nanoseconds.
 */
export function planned(ahead: Ahead): { readonly way: Way; readonly cost: number } {
  const { rows, groups, width, full, bitable, stride, mostCells } = ahead;
  const cells = groups * width;
  const byCells = cells <= mostCells ? rows * perRow + cells * perCell : Infinity;
  const bySorting = rows * perSortedRow + groups;
  const meetings = groups * (width - (full ? 2 : 1));
  const byBits = bitable ? meetings * (stride * perByteOfBits + perCall) : Infinity;
  if (byBits <= byCells && byBits <= bySorting) return { way: 'bits', cost: byBits };
  return byCells <= bySorting
    ? { way: 'cells', cost: byCells }
    : { way: 'sorting', cost: bySorting };
}
