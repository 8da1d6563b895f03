import { problem, type Outcome, type Problem } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import { cellReader } from './cell.ts';
import { Columns, filter, placeReader, shortened, type RowReader } from './columns.ts';
import type { PopulationsMapping } from './mapping.ts';

export type PopulationRow = {
  readonly row: number;
  readonly place: string;
  readonly year: number;
  readonly population: number;
};

export type ReadPopulation = {
  readonly population: PopulationRow | null;
  readonly problems: readonly Problem[];
  readonly skipped: boolean;
};

/**
 * Makes the reader of a file of populations by place and year. A row whose population is not known, or withheld,
 * is left out.
 *
 * Problems: `column-missing`, `column-repeated`. Of a row: what the table room found, `place-missing`,
 * `year-unreadable`, `not-a-number`, `population-not-whole`.
 */
export function populationReader(
  mapping: PopulationsMapping,
  header: readonly string[],
): Outcome<(row: TableRow) => ReadPopulation> {
  const columns = new Columns(header);
  const counts = filter(columns, mapping.where);
  const placeOf = placeReader(columns, mapping.place);
  const yearOf = yearReader(columns, mapping);
  const peopleOf = peopleReader(columns, mapping);
  return columns.outcome((row) => {
    const problems = [...row.problems];
    if (problems.length > 0) return { population: null, problems, skipped: false };
    if (!counts(row)) return { population: null, problems, skipped: true };
    const place = placeOf(row, problems);
    const year = yearOf(row, problems);
    const population = peopleOf(row, problems);
    const known = place !== null && year !== null && population !== null;
    return {
      population: known && problems.length === 0 ? { row: row.row, place, year, population } : null,
      problems,
      skipped: population === null && problems.length === 0,
    };
  });
}

function yearReader(columns: Columns, { year }: PopulationsMapping): RowReader<number> {
  if ('fixed' in year) return () => year.fixed;
  const cell = columns.cell(year.column);
  return (row, faults) => {
    const found = /^\s*(1[89]\d\d|2[01]\d\d)\s*$/.exec(cell(row));
    if (found !== null) return Number(found[1]);
    const text = shortened(cell(row));
    faults.push(problem('year-unreadable', { text }, { row: row.row, column: year.column }));
    return null;
  };
}

/** What the database keeps a population as. */
const mostPeople = 2_147_483_647;

function peopleReader(columns: Columns, mapping: PopulationsMapping): RowReader<number> {
  const { column } = mapping.population;
  const cell = columns.cell(column);
  const read = cellReader(mapping);
  return (row, faults) => {
    const found = read(cell(row));
    const fault = (code: string) =>
      faults.push(problem(code, { text: shortened(cell(row)) }, { row: row.row, column }));
    if (found.kind === 'unreadable') fault('not-a-number');
    if (found.kind !== 'number') return null;
    const whole = Number.isInteger(found.value) && found.value >= 0 && found.value <= mostPeople;
    if (!whole) fault('population-not-whole');
    return whole ? found.value : null;
  };
}
