import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideParts, type PartsShown } from './hide-parts.ts';
import { hideTable, type TableShown } from './hide-table.ts';

// The attacker knows all that is shown, that counts are whole, and which noughts would have been shown. Every table
// that fits is written out; what a hidden cell is in all of them is what can be worked out.

const least = 3;

describe('[RC-1] [RC-2] [RC-3] the parts of a whole', () => {
  test('are shown where none is small', () => {
    expect(hideParts([5, 9], 5)).toEqual({ total: 14, parts: [5, 9] });
  });

  test('hide a small one and the next smallest', () => {
    expect(hideParts([2, 9, 7], 5)).toEqual({ total: 18, parts: [null, 9, null] });
  });

  test('hide nought, but where it may be shown', () => {
    expect(hideParts([0, 12, 8], 5)).toEqual({ total: 20, parts: [null, 12, null] });
    expect(hideParts([0, 12, 8], 5, [true, true, true]).parts).toEqual([0, 12, 8]);
  });

  test('go with a total that is too small, or leaves too little room', () => {
    expect(hideParts([2, 2], 5)).toEqual({ total: null, parts: [null, null] });
    expect(hideParts([4, 2], 5, [true, true])).toEqual({ total: null, parts: [null, null] });
  });

  test('never give a hidden one away', () => {
    const parts = fc.array(fc.tuple(fc.nat(7), fc.boolean()), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, (given) => {
        const counts = given.map(([n]) => n);
        const open = given.map(([, zero]) => zero);
        const shown = hideParts(counts, least, open);
        for (const [at, n] of shown.parts.entries()) {
          if (n !== null || shown.total === null) continue;
          const may = allParts(shown, open).map((each) => each[at] ?? 0);
          expect(Math.max(...may) - Math.min(...may)).toBeGreaterThanOrEqual(least);
        }
        if (shown.total === null) expect(shown.parts.every((n) => n === null)).toBe(true);
        for (const [at, n] of shown.parts.entries()) if (n !== null) expect(n).toBe(counts[at]);
      }),
    );
  });
});

describe('[RC-4] a table with totals', () => {
  test('hides a row whole, and a second one, and keeps the totals', () => {
    const counts = [
      [6, 2, 8],
      [9, 7, 5],
      [20, 30, 40],
    ];
    expect(hideTable(counts, 5)).toEqual({
      total: 127,
      rows: [16, 21, 90],
      columns: [35, 39, 53],
      cells: [[null, null, null], [null, null, null], counts[2]],
    });
  });

  test('shows a row of large counts and noughts', () => {
    expect(
      hideTable(
        [
          [6, 0],
          [0, 7],
        ],
        5,
      ).cells,
    ).toEqual([
      [6, 0],
      [0, 7],
    ]);
  });

  test('leaves no small rest in a column beside a row whose total is hidden', () => {
    const counts = [
      [0, 0, 0, 2],
      [13, 0, 27, 12],
      [1, 15, 28, 2],
      [3, 15, 28, 8],
    ];
    const { cells, columns, rows } = hideTable(counts, least);
    expect(rows[0]).toBeNull();
    // 17 in the first column less 13 and 3 would tell of the one in the third row.
    const rest = columns.map((total, at) => (total ?? 0) - sum(cells.map((row) => row[at] ?? 0)));
    for (const each of rest) expect(each === 0 || each >= least).toBe(true);
  });

  test('never gives a hidden cell or total away', () => {
    const rows = (width: number) =>
      fc.array(fc.array(fc.nat(4), { minLength: width, maxLength: width }), {
        minLength: 2,
        maxLength: width === 2 ? 3 : 2,
      });
    fc.assert(
      fc.property(fc.oneof(rows(2), rows(3)), (counts) => {
        const shown = hideTable(counts, least);
        if (shown.total === null) return;
        const all = allTables(shown, counts.length);
        for (const [at, row] of shown.cells.entries())
          for (const [across, n] of row.entries())
            if (n === null && !isTotal(counts, shown, at, across))
              expect(span(all.map((each) => each[at]?.[across] ?? 0))).toBeGreaterThan(0);
        for (const [at, n] of shown.rows.entries())
          if (n === null) expect(span(all.map((each) => sum(each[at] ?? [])))).toBeGreaterThan(0);
        for (const [at, n] of shown.columns.entries())
          if (n === null)
            expect(span(all.map((each) => sum(each.map((row) => row[at] ?? 0))))).toBeGreaterThan(
              0,
            );
      }),
      { numRuns: 150 },
    );
  });
});

/** A cell that holds all of a shown row or column is that total, and no more than it is known. */
function isTotal(
  counts: readonly (readonly number[])[],
  shown: TableShown,
  row: number,
  column: number,
): boolean {
  const n = counts[row]?.[column] ?? 0;
  const down = counts.map((each) => each[column] ?? 0);
  const emptied = down.every((each, at) => each === 0 || shown.cells[at]?.[column] === each);
  const wholeRow = n === sum(counts[row] ?? []) && shown.rows[row] !== null;
  const wholeColumn = n === sum(down) && shown.columns[column] !== null;
  return wholeRow || wholeColumn || (n === 0 && emptied);
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** Every way to fill the hidden parts. */
function allParts(
  { total, parts }: PartsShown,
  open: readonly boolean[],
): readonly (readonly number[])[] {
  const left = (total ?? 0) - sum(parts.map((n) => n ?? 0));
  const fill = (at: number, rest: number): readonly (readonly number[])[] => {
    if (at === parts.length) return rest === 0 ? [[]] : [];
    const known = parts[at] ?? null;
    if (known !== null) return fill(at + 1, rest).map((tail) => [known, ...tail]);
    const from = open[at] ? 1 : 0;
    return Array.from({ length: Math.max(0, rest - from + 1) }, (_, i) => from + i).flatMap((n) =>
      fill(at + 1, rest - n).map((tail) => [n, ...tail]),
    );
  };
  return fill(0, left);
}

/** Every table that fits what is shown; a hidden total is known to be more than nought. */
function allTables(shown: TableShown, rows: number): readonly (readonly (readonly number[])[])[] {
  const total = shown.total ?? 0;
  const width = shown.columns.length;
  const fill = (
    at: number,
    used: readonly number[],
  ): readonly (readonly (readonly number[])[])[] => {
    if (at === rows) return fits(used) ? [[]] : [];
    return rowsOf(at, used).flatMap((row) =>
      fill(
        at + 1,
        used.map((n, i) => n + (row[i] ?? 0)),
      ).map((tail) => [row, ...tail]),
    );
  };
  const fits = (used: readonly number[]) =>
    sum(used) === total &&
    used.every((n, i) => (shown.columns[i] === null ? n > 0 : n === shown.columns[i]));
  const rowsOf = (at: number, used: readonly number[]): readonly (readonly number[])[] => {
    const known = shown.cells[at] ?? [];
    if (known.every((n) => n !== null)) return [known.map((n) => n ?? 0)];
    const most = used.map((n, i) => {
      const column = shown.columns[i] ?? null;
      return column === null ? total - sum(used) : column - n;
    });
    return combinations(most).filter((row) => {
      const whole = shown.rows[at] ?? null;
      return whole === null ? sum(row) > 0 && sum(row) <= total : sum(row) === whole;
    });
  };
  return fill(
    0,
    Array.from({ length: width }, () => 0),
  );
}

function combinations(most: readonly number[]): readonly (readonly number[])[] {
  return most.reduce<readonly (readonly number[])[]>(
    (found, top) =>
      found.flatMap((row) => Array.from({ length: Math.max(0, top + 1) }, (_, n) => [...row, n])),
    [[]],
  );
}
