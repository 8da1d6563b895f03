import { period, type Period } from '../period.ts';
import { problem, type Outcome, type Problem } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import { Columns, filter, placeReader, shortened, type RowReader } from './columns.ts';
import { figuresReader, nothingKnown, type Figures } from './figures.ts';
import type { MeasureReading, ObservationMapping } from './mapping.ts';

/** A value that a row gives. `measure` is a position in the mapping's measures, `place` as the file names it. */
export type ObservationRow = Figures & {
  readonly row: number;
  readonly measure: number;
  readonly place: string;
  readonly period: Period;
  /** The row is refused, and so is the sum that it belongs to: without it the sum would be too small. */
  readonly incomplete: boolean;
};

/** What one row of a file gives: values, or problems, or nothing because a filter leaves it out. */
export type ReadRow = {
  readonly observations: readonly ObservationRow[];
  readonly problems: readonly Problem[];
  readonly skipped: boolean;
};

/** Does this measure add up several rows? */
export function isSummed({ value }: MeasureReading): boolean {
  return !('column' in value);
}

/**
 * Makes the reader of a file's rows from its mapping and header. A row with a problem gives no value; the sums
 * it belongs to learn that they cannot be known. [DT-1] [DT-2]
 *
 * Problems: `column-missing`, `column-repeated`. Of a row: what the table room found, `place-missing`,
 * `period-unreadable`, and those of its figures.
 */
export function observationReader(
  mapping: ObservationMapping,
  header: readonly string[],
): Outcome<(row: TableRow) => ReadRow> {
  const columns = new Columns(header);
  const counts = filter(columns, mapping.where);
  const placeOf = placeReader(columns, mapping.place);
  const periodOf = periodReader(columns, mapping);
  const figures = mapping.measures.map((each) => figuresReader(columns, each, mapping));
  return columns.outcome((row) => {
    if (row.problems.length > 0)
      return { observations: [], problems: row.problems, skipped: false };
    if (!counts(row)) return leftOut;
    const problems: Problem[] = [];
    const place = placeOf(row, problems);
    const at = periodOf(row, problems);
    const found = figures.map((each) => each(row, problems));
    const fine = problems.length === 0;
    if (place === null || at === null) return { observations: [], problems, skipped: false };
    const observations = found.flatMap((each, measure) =>
      fine || summed(mapping, measure)
        ? [
            {
              ...(fine ? (each ?? nothingKnown) : nothingKnown),
              row: row.row,
              measure,
              place,
              period: at,
              incomplete: !fine,
            },
          ]
        : [],
    );
    return { observations, problems, skipped: false };
  });
}

const leftOut: ReadRow = { observations: [], problems: [], skipped: true };

function summed({ measures }: ObservationMapping, at: number): boolean {
  const reading = measures[at];
  return reading !== undefined && isSummed(reading);
}

/** Files say few periods often: what has been read is kept, up to this many. */
const keptPeriods = 10_000;

function periodReader(columns: Columns, { period: how }: ObservationMapping): RowReader<Period> {
  if ('fixed' in how) {
    const fixed = period(how.fixed);
    return () => fixed;
  }
  const cell = columns.cell(how.column);
  const seen = new Map<string, Period | null>();
  return (row, faults) => {
    const text = cell(row);
    const known = seen.get(text);
    const found = known === undefined ? period(text) : known;
    if (known === undefined && seen.size < keptPeriods) seen.set(text, found);
    if (found === null) {
      const where = { row: row.row, column: how.column };
      faults.push(problem('period-unreadable', { text: shortened(text) }, where));
    }
    return found;
  };
}
