import { period, type Period } from '../period.ts';
import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { byRow, columnsIn, emptyCells, records } from '../table/index.ts';
import type { Measured } from './measured.ts';

const columns = ['indicator', 'place', 'period', 'value'] as const;
type Column = (typeof columns)[number];

/** One row of observations. `value` is null where the cell is empty: missing, or held back. */
export type Observation = {
  readonly indicator: string;
  readonly place: string;
  readonly period: Period;
  readonly value: number | null;
};

/**
 * Reads observations from delimited text with the columns indicator, place, period and value, in any order and
 * case. Problems, all at once with row and column: `column-missing`, `column-repeated`, `missing-value`,
 * `unknown-indicator`, `period-unclear`, `not-a-number`, `observed-twice` (indicator, place and period), and
 * those of the table itself. No rows give no observations. O(n). [RV-28]
 */
export function observationsFrom(
  text: string,
  known: ReadonlySet<string>,
): Outcome<readonly Observation[]> {
  const table = records(text);
  const { cell, problems: header } = columnsIn<Column>(table, columns);
  if (header.length > 0) return refused(...header);
  const rows = table.records.map((record) =>
    readRow(record.row, (column) => cell(record, column), known),
  );
  const problems = [...table.problems, ...rows.flatMap((row) => row.problems), ...twice(rows)];
  if (problems.length > 0) return refused(...byRow(problems));
  return fine(rows.flatMap(({ observation }) => observation ?? []));
}

/**
 * A place's newest values with those of the other places in the same period as their comparison group. Where
 * the newest value is missing the indicator has none: an older one would pass for today's.
 */
export function measuredAt(
  place: string,
  observations: readonly Observation[],
): readonly Measured[] {
  const own = observations.filter((each) => each.place === place);
  return [...new Set(own.map(({ indicator }) => indicator))].flatMap((indicator) => {
    const [newest] = own.filter((each) => each.indicator === indicator).toSorted(newestFirst);
    if (newest === undefined || newest.value === null) return [];
    const { value } = newest;
    const { code } = newest.period;
    const group = observations
      .filter((each) => each.indicator === indicator && each.period.code === code)
      .flatMap((each) => each.value ?? []);
    return [{ indicator, value, period: code, group }];
  });
}

// Of two periods that end on one day the one that starts later is the newer: a quarter says more of today than its year.
function newestFirst(a: Observation, b: Observation): number {
  return compare(b.period.end, a.period.end) || compare(b.period.start, a.period.start);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

type Row = {
  readonly row: number;
  readonly observation: Observation | null;
  readonly problems: readonly Problem[];
};

function readRow(row: number, cell: (column: Column) => string, known: ReadonlySet<string>): Row {
  const cells = {
    indicator: cell('indicator'),
    place: cell('place'),
    period: cell('period'),
    value: cell('value'),
  };
  const { indicator, place } = cells;
  const when = period(cells.period);
  const value = cells.value === '' ? null : Number(cells.value);
  const problems = [
    ...emptyCells(cells, ['indicator', 'place', 'period'], row),
    ...(indicator === '' || known.has(indicator)
      ? []
      : [problem('unknown-indicator', { indicator }, { row, column: 'indicator' })]),
    ...(when === null && cells.period !== ''
      ? [problem('period-unclear', { found: cells.period.slice(0, 60) }, { row, column: 'period' })]
      : []),
    ...(plainNumber.test(cells.value)
      ? []
      : [problem('not-a-number', { found: cells.value.slice(0, 60) }, { row, column: 'value' })]),
  ];
  const good = problems.length === 0 && when !== null;
  return { row, observation: good ? { indicator, place, period: when, value } : null, problems };
}

const plainNumber = /^$|^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/;

function twice(rows: readonly Row[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, observation }) => {
    if (observation === null) return [];
    const { indicator, place, period: when } = observation;
    const key = JSON.stringify([indicator, place, when.code]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    return first === undefined
      ? []
      : [problem('observed-twice', { first }, { row, column: 'period' })];
  });
}
