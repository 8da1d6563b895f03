/**
 * Where the cells of every set of up to three columns lie in one flat array a length. A column has its values by number
 * from 1, and blank as 0, so a set of two has (values + 1) · (values + 1) cells.
 */
export class Layout {
  /** Cells a column has: values and blank. */
  readonly widths: readonly number[];
  readonly length: number;
  readonly #first: readonly Int32Array[];
  readonly #cells: readonly number[];
  readonly #whole = new Map<number, Uint8Array>();

  constructor(widths: readonly number[], length: number) {
    this.widths = widths;
    this.length = length;
    const places = [1, 2, 3].map((of) => placesOf(widths, of <= length ? of : 0));
    this.#first = places.map(({ first }) => first);
    this.#cells = places.map(({ cells }) => cells);
  }

  /** How many cells all sets of a length have together. */
  cells(length: number): number {
    return this.#cells[length - 1] ?? 0;
  }

  /** Where the cells of a set begin; those of its last column lie side by side. */
  first(columns: readonly number[]): number {
    const n = this.widths.length;
    const at = columns.reduce((so, column) => so * n + column, 0);
    return this.#first[columns.length - 1]?.[at] ?? 0;
  }

  /** Where the cells of all sets of a length begin, by a · n² + b · n + c of n columns, or fewer. To be read, not written. */
  firsts(length: number): Int32Array {
    return this.#first[length - 1] ?? noPlaces;
  }

  /** All sets of a length, columns rising. */
  sets(length: number): readonly (readonly number[])[] {
    return setsOf(this.widths.length, length);
  }

  /** Which cells of a length have no blank: 1, others 0. To be read, not written. */
  whole(length: number): Uint8Array {
    const known = this.#whole.get(length);
    if (known !== undefined) return known;
    const found = new Uint8Array(this.cells(length));
    for (const columns of this.sets(length)) {
      const first = this.first(columns);
      eachCell(this.widthsOf(columns), (at, values) => {
        if (!values.includes(0)) found[first + at] = 1;
      });
    }
    this.#whole.set(length, found);
    return found;
  }

  /** The widths of some columns. */
  widthsOf(columns: readonly number[]): readonly number[] {
    return columns.map((column) => this.widths[column] ?? 0);
  }
}

const noPlaces = new Int32Array();

/** Goes through the cells of one set, from its first; `values` is written over for the next one. */
export function eachCell(
  widths: readonly number[],
  visit: (at: number, values: readonly number[]) => void,
): void {
  const all = widths.reduce((product, width) => product * width, 1);
  const values = widths.map(() => 0);
  for (let at = 0; at < all; at += 1) {
    visit(at, values);
    for (let place = widths.length - 1; place >= 0; place -= 1) {
      const next = (values[place] ?? 0) + 1;
      values[place] = next < (widths[place] ?? 0) ? next : 0;
      if (values[place] !== 0) break;
    }
  }
}

/** How many cells all sets of columns of each length would have: what a run would have to hold. */
export function cellsNeeded(widths: readonly number[], length: number): number {
  // Sums of products of 1, 2, 3 different widths, a column at a time.
  const sums = [1, 0, 0, 0];
  for (const width of widths)
    for (let of = length; of > 0; of -= 1) sums[of] = (sums[of] ?? 0) + (sums[of - 1] ?? 0) * width;
  return sums.slice(1, length + 1).reduce((sum, cells) => sum + cells, 0);
}

function placesOf(widths: readonly number[], length: number) {
  const n = widths.length;
  const first = new Int32Array(length === 0 ? 0 : n ** length);
  let cells = 0;
  for (const columns of length === 0 ? [] : setsOf(n, length)) {
    first[columns.reduce((so, column) => so * n + column, 0)] = cells;
    cells += columns.reduce((product, column) => product * (widths[column] ?? 0), 1);
  }
  return { first, cells };
}

function setsOf(columns: number, length: number, from = 0): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  const found: (readonly number[])[] = [];
  for (let column = from; column < columns; column += 1)
    for (const rest of setsOf(columns, length - 1, column + 1)) found.push([column, ...rest]);
  return found;
}
