import type { Numbering } from './numbered.ts';
import type { Telling } from './reported.ts';

/**
 * What is left to place of every count that was told, in flat arrays that a search can go through millions of times.
 *
 * Values are numbered from 1 over all columns, those of columns with many values first; 0 is blank and counts nowhere. The
 * place of a value is its number. The place of a combination, its values rising, is `below` of all but the last, plus the
 * last: so all that was told has a row of places, one for each value of the columns after it.
 */
export type Targets = {
  readonly columns: readonly Column[];
  /** By the number that a value was told of by: its number here. */
  readonly numberOf: Uint32Array;
  /** By value which of `columns` it is of, by their order here, and its code there. */
  readonly columnOf: Uint32Array;
  readonly codeOf: Uint32Array;
  /** What was placed less what is asked for, by place; `never` for what was not told of and must not occur. */
  readonly off: Int32Array;
  /** What is asked for, by place; 0 for what must not occur. */
  readonly asked: Int32Array;
  /** By the place of what has fewer than `longest` values. */
  readonly below: Int32Array;
  /** The most values of a combination. */
  readonly longest: number;
};

/** Which column of the table it is, and its values: from the first to one before `end`. */
export type Column = { readonly of: number; readonly first: number; readonly end: number };

/** Far more than any count can be. */
export const never = 2 ** 29;

/** Counts rounded down to a multiple of k: what may be told. */
export function protectedCount(count: number, k: number): number {
  return count - (count % k);
}

/**
 * Targets of what was told, of combinations of up to `longest` values.
 *
 * @throws RangeError where a part of a combination was not told of.
 */
export function targetsOf(numbering: Numbering, longest: number, telling: Telling): Targets {
  const values = widestFirst(numbering);
  return laidOut(values, longest, telling, placesOf(values, longest, telling));
}

/** How many bytes targets will take, before they are laid out. */
export function targetBytes(numbering: Numbering, longest: number, telling: Telling): number {
  const { all, shorter } = placesOf(widestFirst(numbering), longest, telling);
  return 8 * all + 4 * shorter;
}

type Values = Pick<Targets, 'columns' | 'numberOf' | 'columnOf' | 'codeOf'>;

function widestFirst({ columns: n, columnOf, codeOf }: Numbering): Values {
  const values = Array.from({ length: n }, (): number[] => []);
  for (const [value, column] of columnOf.entries()) values[column]?.push(value);
  const widest = Array.from(values.keys()).toSorted(
    (a, b) => (values[b]?.length ?? 0) - (values[a]?.length ?? 0),
  );
  const columns: Column[] = [];
  const own = {
    numberOf: new Uint32Array(columnOf.length),
    columnOf: new Uint32Array(columnOf.length + 1),
    codeOf: new Uint32Array(columnOf.length + 1),
  };
  let end = 1;
  for (const [at, of] of widest.entries()) {
    const first = end;
    for (const value of values[of] ?? []) {
      own.numberOf[value] = end;
      own.columnOf[end] = at;
      own.codeOf[end] = codeOf[value] ?? 0;
      end += 1;
    }
    columns.push({ of, first, end });
  }
  return { columns, ...own };
}

/** How many places there are: single values, a row of those that were not told of, and a row below all but the longest. */
function placesOf({ columns, columnOf, numberOf }: Values, longest: number, telling: Telling) {
  const values = columnOf.length - 1;
  let [shorter, all] = [0, 1 + 2 * values];
  for (let length = 1; length < longest; length += 1) {
    shorter = all;
    telling(length, (told) => {
      let last = 0;
      for (let at = 0; at < length; at += 1) last = Math.max(last, numberOf[told[at] ?? 0] ?? 0);
      all += values + 1 - (columns[columnOf[last] ?? 0]?.end ?? 0);
    });
  }
  return { shorter, all };
}

function laidOut(
  values: Values,
  longest: number,
  telling: Telling,
  { shorter, all }: { readonly shorter: number; readonly all: number },
): Targets {
  const { columns, numberOf, columnOf } = values;
  const nowhere = columnOf.length - 1;
  const off = new Int32Array(all).fill(never);
  const asked = new Int32Array(all);
  const below = new Int32Array(shorter).fill(nowhere);
  const rising = new Uint32Array(longest);
  let next = 2 * nowhere + 1;
  for (let length = 1; length <= longest; length += 1)
    telling(length, (told, count) => {
      for (let at = 0; at < length; at += 1) {
        const number = numberOf[told[at] ?? 0] ?? 0;
        let to = at;
        for (; to > 0 && (rising[to - 1] ?? 0) > number; to -= 1) rising[to] = rising[to - 1] ?? 0;
        rising[to] = number;
      }
      let place = rising[0] ?? 0;
      for (let at = 1; at < length; at += 1) {
        const row = below[place] ?? nowhere;
        if (row === nowhere)
          throw new RangeError(`a part of a combination of ${length} was not told of`);
        place = row + (rising[at] ?? 0);
      }
      asked[place] = count;
      off[place] = -count;
      if (length === longest) return;
      const end = columns[columnOf[rising[length - 1] ?? 0] ?? 0]?.end ?? 0;
      below[place] = next - end;
      next += nowhere + 1 - end;
    });
  return { ...values, off, asked, below, longest };
}
