import { hideParts, isSmall, mustBeCounts, type Shown } from './hide-parts.ts';

export type TableShown = {
  readonly total: Shown;
  readonly rows: readonly Shown[];
  readonly columns: readonly Shown[];
  /** Row by row; a row is shown whole or hidden whole. */
  readonly cells: readonly (readonly Shown[])[];
};

/**
 * A table of counts with its totals as they may be shown. Noughts are shown. Totals are hidden by the rule for the
 * parts of a whole; a row with a cell under `least`, with a hidden total, or with somebody in a column whose total
 * is hidden, is hidden whole; and with it as many of the smallest rows as it takes that row and column totals leave
 * each of its cells open. [RC-4]
 *
 * Holds: what the totals and the shown rows leave open for a hidden cell spans at least `least`, unless the cell's
 * row or column holds nobody else, so that the cell is a total that is shown anyway. Because every total of a kind is
 * hidden alike, tables that share one kind of total tell no more together than each tells alone. O(rows² × columns).
 *
 * @throws RangeError if a count is negative or broken, `least` is under 1, or rows differ in length.
 */
export function hideTable(counts: readonly (readonly number[])[], least: number): TableShown {
  mustBeCounts(counts.flat(), least);
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width)) throw new RangeError('rows differ in length');
  const rowSums = counts.map(sumOf);
  const columnSums = Array.from({ length: width }, (_, at) =>
    sumOf(counts.map((row) => row[at] ?? 0)),
  );
  const rows = hideParts(
    rowSums,
    least,
    rowSums.map(() => true),
  );
  const columns = hideParts(
    columnSums,
    least,
    columnSums.map(() => true),
  );
  if (rows.total === null || columns.total === null) return allHidden(counts, width);
  const hidden = hiddenRows(counts, { rows: rows.parts, columns: columns.parts, least });
  return {
    total: rows.total,
    rows: rows.parts,
    columns: columns.parts,
    cells: counts.map((row, at) => (hidden.has(at) ? row.map(() => null) : row)),
  };
}

type Totals = {
  readonly rows: readonly Shown[];
  readonly columns: readonly Shown[];
  readonly least: number;
};

function hiddenRows(counts: readonly (readonly number[])[], totals: Totals): ReadonlySet<number> {
  const hidden = new Set(
    counts.flatMap((row, at) => (mustHide(row, totals.rows[at] ?? null, totals) ? [at] : [])),
  );
  const others = counts
    .map((row, at) => ({ n: sumOf(row), at }))
    .filter(({ n, at }) => !hidden.has(at) && n > 0)
    .toSorted((a, b) => a.n - b.n || a.at - b.at);
  while (hidden.size > 0 && !isOpen(counts, hidden, totals)) {
    const next = others.shift();
    if (next === undefined) break;
    hidden.add(next.at);
  }
  return hidden;
}

function mustHide(row: readonly number[], sum: Shown, { columns, least }: Totals): boolean {
  return (
    sum === null || row.some((n, at) => isSmall(n, least, true) || (n > 0 && columns[at] === null))
  );
}

/**
 * Do the totals leave each hidden cell a span of `least` or more? Where a column's own total is hidden, its cells are as
 * open as the total is. Where a row's is, the cell may be anything up to what the hidden rows have in the column.
 */
function isOpen(
  counts: readonly (readonly number[])[],
  hidden: ReadonlySet<number>,
  { rows, columns, least }: Totals,
): boolean {
  const whole = sumOf([...hidden].flatMap((at) => counts[at] ?? []));
  const across = columns.flatMap((shown, at) =>
    shown === null ? [] : [sumOf([...hidden].map((row) => counts[row]?.[at] ?? 0))],
  );
  const down = [...hidden].flatMap((at) => rows[at] ?? []);
  const anyRowHidden = down.length < hidden.size;
  return across
    .filter((column) => column > 0)
    .every(
      (column) =>
        (!anyRowHidden || column >= least) &&
        down.every((row) => Math.min(row, column) - Math.max(0, row + column - whole) >= least),
    );
}

function allHidden(counts: readonly (readonly number[])[], width: number): TableShown {
  return {
    total: null,
    rows: counts.map(() => null),
    columns: Array.from({ length: width }, () => null),
    cells: counts.map((row) => row.map(() => null)),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
