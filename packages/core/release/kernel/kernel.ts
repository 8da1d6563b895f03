/** Memory of a kernel, in pages of 65,536 bytes; growing it makes views over the old buffer useless. */
export type KernelMemory = {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
};

/**
 * The loops that counting spends its time in. Places are byte addresses in `memory`; a list is two runs of 32-bit
 * numbers, `rows` and the `groups` that these rows are in; a cell is a 32-bit count. Codes are of 1, 2 or 4 `bytes`.
 *
 * Entries are what is there of a set of columns: for each group of the prefix, `starts` says where its entries begin,
 * and each entry has a value (a code of the last column, rising within a group) and a count.
 */
export type Kernel = {
  readonly memory: KernelMemory;
  /** `cells[group × width + code] += 1` for each row of a list. */
  histogram(
    rows: number,
    groups: number,
    length: number,
    column: number,
    bytes: number,
    width: number,
    cells: number,
  ): void;
  /** Entries out of cells, of those with at least `least`; answers how many. All cells are 0 afterwards. */
  gather(
    cells: number,
    groups: number,
    width: number,
    least: number,
    starts: number,
    values: number,
    counts: number,
  ): number;
  /** Writes each entry's number and one into its cell, or with `clear` 0. */
  spread(
    starts: number,
    values: number,
    groups: number,
    width: number,
    cells: number,
    clear: number,
  ): void;
  /** The rows of a list that are in an entry, with that entry as their group; answers how many. The cells as `spread` left them. */
  narrow(
    rows: number,
    groups: number,
    length: number,
    column: number,
    bytes: number,
    width: number,
    cells: number,
    outRows: number,
    outGroups: number,
  ): number;
  /** Entries out of a list without cells, by sorting; `scratch` has room for `length` numbers. */
  sorted(
    rows: number,
    groups: number,
    length: number,
    column: number,
    bytes: number,
    groupCount: number,
    least: number,
    scratch: number,
    starts: number,
    values: number,
    counts: number,
  ): number;
  /** As `narrow`, by searching the entries. */
  narrowSorted(
    rows: number,
    groups: number,
    length: number,
    column: number,
    bytes: number,
    starts: number,
    values: number,
    outRows: number,
    outGroups: number,
  ): number;
  /** For each row of a list whose entry has under `least`: its `words` of marks, or-ed with the mask. */
  mark(
    rows: number,
    entries: number,
    length: number,
    counts: number,
    least: number,
    words: number,
    mask: number,
    marks: number,
  ): void;
  /** One bit a row for each value 1 … `values` of a column, `stride` bytes apart (a multiple of 16). */
  bitsets(
    column: number,
    bytes: number,
    rows: number,
    out: number,
    stride: number,
    values: number,
  ): void;
  /** The bits that both have. */
  both(a: number, b: number, out: number, length: number): void;
  /** How many bits both have. */
  shared(a: number, b: number, length: number): number;
};
