import type { Codes } from '../../table/index.ts';
import type { CountInput } from '../count/input.ts';
import type { Growth } from './growth.ts';
import { numbersOf, type ReportedTable } from './numbered.ts';

/** The rows that hold a record of `holding` values: the first `length` of `of`. */
export type Rows = { readonly of: Uint32Array; readonly length: number; readonly holding: number };

/**
 * Which rows hold which values together, by the values' numbers.
 *
 * What reported combinations hold is kept as it is asked for, as long as there is room: records begin with the common ones
 * again and again. O(rows · columns^length) for all that is kept.
 */
export class Extents {
  readonly columns: number;
  /** All rows. */
  readonly whole: Rows;
  readonly #input: CountInput;
  readonly #source: ReportedTable;
  /** By column and code the number; −1 for what has none. */
  readonly #numbers: readonly Int32Array[];
  /** By length, from 1 at 0, and entry. */
  readonly #kept: readonly (Rows | undefined)[][];
  /** By how many values are held, room for those of some rows that hold one more. */
  readonly #rooms: Uint32Array[] = [];
  /** How many bytes more may be kept. */
  #room: number;

  constructor(input: CountInput, source: ReportedTable, room = usualRoom) {
    this.columns = input.columns.length;
    this.#room = room;
    const whole = Uint32Array.from({ length: input.rows }, (_, row) => row);
    this.whole = { of: whole, length: input.rows, holding: 0 };
    this.#input = input;
    this.#source = source;
    this.#numbers = numbersOf(source);
    this.#kept = source.reported.counts.map(({ length }) =>
      Array.from<Rows | undefined>({ length }),
    );
  }

  /** The number of what a row has in a column; −1 where it is blank or too rare to have one. */
  valueAt(row: number, column: number): number {
    const code = this.#input.columns[column]?.codes[row] ?? 0;
    return this.#numbers[column]?.[code] ?? -1;
  }

  /** Writes the numbers of a row's values into `out` from `at` on; how many they are. */
  valuesOf(row: number, out: Uint16Array | Uint32Array, at: number): number {
    let many = 0;
    for (let column = 0; column < this.columns; column += 1) {
      const value = this.valueAt(row, column);
      if (value < 0) continue;
      out[at + many] = value;
      many += 1;
    }
    return many;
  }

  /** Whether a row holds a value. */
  holds(row: number, value: number): boolean {
    const { columnOf, codeOf } = this.#source;
    return this.#input.columns[columnOf[value] ?? 0]?.codes[row] === codeOf[value];
  }

  /** The rows that hold all of a record of no more values than are reported together. */
  rowsOf({ held, holds }: Growth): Rows {
    const holding = holds[0] ?? 0;
    const [values = noRows, pairs = noRows] = held;
    if (holding === 0) return this.whole;
    if (holding === 1) return this.#ofOne(values[0] ?? 0);
    if (holding === 2) {
      const [one = 0, other = 0] = values;
      return this.#ofTwo(this.#source.reported.with(1, one, other), one, other);
    }
    const entry = this.#source.reported.find(values, holding);
    const kept = this.#kept[holding - 1]?.[entry];
    if (kept !== undefined) return kept;
    const [one, other] = this.#fewest(pairs, holding);
    const pair = pairs[(other * (other - 1)) / 2 + one] ?? 0;
    let rows = this.#ofTwo(pair, values[one] ?? 0, values[other] ?? 0);
    for (let at = 0; at < holding; at += 1)
      if (at !== one && at !== other) rows = this.narrowed(rows, values[at] ?? 0);
    return this.#keep(entry, rows);
  }

  #ofOne(value: number): Rows {
    const kept = this.#kept[0]?.[value];
    return kept ?? this.#keep(value, this.narrowed(this.whole, value));
  }

  #ofTwo(entry: number, one: number, other: number): Rows {
    const kept = this.#kept[1]?.[entry];
    if (kept !== undefined) return kept;
    const counts = this.#source.reported.counts[0] ?? [];
    const [few, many] = (counts[one] ?? 0) < (counts[other] ?? 0) ? [one, other] : [other, one];
    return this.#keep(entry, this.narrowed(this.#ofOne(few), many));
  }

  /** Which two of a record's values fewest rows hold: one and, after it, other. Pairs stand in the order of the other. */
  #fewest(pairs: Uint32Array, holding: number): readonly [number, number] {
    const counts = this.#source.reported.counts[1] ?? [];
    let [best, least]: [readonly [number, number], number] = [[0, 1], Infinity];
    for (let other = 1, at = 0; other < holding; other += 1)
      for (let one = 0; one < other; one += 1, at += 1) {
        const count = counts[pairs[at] ?? 0] ?? 0;
        if (count < least) [best, least] = [[one, other], count];
      }
    return best;
  }

  /** Keeps a copy of the rows of a combination, if there is room. */
  #keep(entry: number, { of, length, holding }: Rows): Rows {
    if (this.#room < 4 * length) return { of, length, holding };
    this.#room -= 4 * length;
    const rows = { of: of.slice(0, length), length, holding };
    const kept = this.#kept[holding - 1];
    if (kept !== undefined) kept[entry] = rows;
    return rows;
  }

  /** Those of the rows of a record that hold one value more, which was just added to it. */
  longer(rows: Rows, value: number, growth: Growth): Rows {
    return rows.holding < this.#source.reported.length
      ? this.rowsOf(growth)
      : this.narrowed(rows, value);
  }

  /** Those of some rows that hold one value more. They stand until others are asked for that hold as many. */
  narrowed(rows: Rows, value: number): Rows {
    const { columnOf, codeOf } = this.#source;
    const codes = this.#input.columns[columnOf[value] ?? 0]?.codes ?? none;
    const of = this.#roomFor(rows);
    const length = picked(rows, codes, codeOf[value] ?? 0, of);
    return { of, length, holding: rows.holding + 1 };
  }

  #roomFor({ length, holding }: Rows): Uint32Array {
    const room = this.#rooms[holding] ?? noRows;
    if (room.length >= length) return room;
    const wider = new Uint32Array(Math.max(length, 2 * room.length));
    this.#rooms[holding] = wider;
    return wider;
  }

  /** Writes how many of some rows hold each of these values into `counts`; of other values something else may stand there. */
  tally(rows: Rows, values: Uint16Array | Uint32Array, counts: Uint32Array): void {
    const { columnOf } = this.#source;
    let last = -1;
    if (values.length > this.columns) counts.fill(0);
    for (const value of values) {
      const column = columnOf[value] ?? 0;
      if (values.length <= this.columns) counts[value] = this.#countOf(rows, value);
      else if (column !== last) this.#count(rows, column, counts);
      // Values rise, and those of a column stand together.
      last = column;
    }
  }

  #count({ of, length }: Rows, column: number, counts: Uint32Array): void {
    const codes = this.#input.columns[column]?.codes ?? none;
    const numbers = this.#numbers[column] ?? noNumbers;
    for (let at = 0; at < length; at += 1) {
      const value = numbers[codes[of[at] ?? 0] ?? 0] ?? -1;
      if (value >= 0) counts[value] = (counts[value] ?? 0) + 1;
    }
  }

  #countOf(rows: Rows, value: number): number {
    const { columnOf, codeOf } = this.#source;
    const codes = this.#input.columns[columnOf[value] ?? 0]?.codes ?? none;
    return counted(rows, codes, codeOf[value] ?? 0);
  }

  /** Whether at least k of some rows hold a value. */
  enough({ of, length }: Rows, value: number, k: number): boolean {
    const { columnOf, codeOf } = this.#source;
    const codes = this.#input.columns[columnOf[value] ?? 0]?.codes ?? none;
    const code = codeOf[value] ?? 0;
    let found = 0;
    for (let at = 0; at < length && found < k; at += 1)
      found += oneWhereEqual(codes[of[at] ?? 0] ?? 0, code);
    return found >= k;
  }
}

/**
 * Writes those of some rows that have a code into `out`; how many they are. By itself, so that what is compiled in the midst
 * of a long loop is nothing but the loop; four rows at a time, which takes a sixth off a whole synthesis by values.
 */
function picked(
  { of, length }: Pick<Rows, 'of' | 'length'>,
  codes: Codes,
  code: number,
  out: Uint32Array,
): number {
  let found = 0;
  let at = 0;
  for (const end = length - 3; at < end; at += 4) {
    const one = of[at] ?? 0;
    const two = of[at + 1] ?? 0;
    const three = of[at + 2] ?? 0;
    const four = of[at + 3] ?? 0;
    out[found] = one;
    found += oneWhereEqual(codes[one] ?? 0, code);
    out[found] = two;
    found += oneWhereEqual(codes[two] ?? 0, code);
    out[found] = three;
    found += oneWhereEqual(codes[three] ?? 0, code);
    out[found] = four;
    found += oneWhereEqual(codes[four] ?? 0, code);
  }
  for (; at < length; at += 1) {
    const row = of[at] ?? 0;
    out[found] = row;
    found += oneWhereEqual(codes[row] ?? 0, code);
  }
  return found;
}

/** How many of some rows have a code. */
function counted({ of, length }: Pick<Rows, 'of' | 'length'>, codes: Codes, code: number): number {
  let found = 0;
  for (let at = 0; at < length; at += 1) found += oneWhereEqual(codes[of[at] ?? 0] ?? 0, code);
  return found;
}

/** 1 where two codes under 2³¹ are equal, else 0. Not a branch: which way it goes cannot be foreseen, and guessing costs most of the time. */
function oneWhereEqual(one: number, other: number): number {
  return ((one ^ other) - 1) >>> 31;
}

const none = new Uint8Array();
const noRows = new Uint32Array();
const noNumbers = new Int32Array();

/** Under so many rows counting all is quicker than drawing cells. */
export const few = 64;

/** After so many cells that were not open, all are counted. */
export const enoughTries = 24;

/** What is kept takes no more than this: a quarter of a gigabyte. */
const usualRoom = 2 ** 28;
