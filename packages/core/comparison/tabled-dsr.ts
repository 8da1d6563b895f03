import { problem } from '../problem.ts';
import type { Records, TableRecord } from '../table/index.ts';
import { leastForByar } from './interval.ts';
import { standardOf } from './standard.ts';
import { directlyStandardised, type Stratum } from './standardised.ts';
import { columnsFor, numberIn, type Quantity } from './tabled-columns.ts';
import { at, groupsOf } from './tabled-groups.ts';
import type { StatisticsOptions, Tabled } from './tabled.ts';

/** One row a group: its columns, then `count,population,value,lower,upper,note`. */
export function standardisedGroups(table: Records, options: StatisticsOptions): Tabled {
  const { standard, multiplier, confidence } = options;
  const needed: readonly Quantity[] = [
    'count',
    'population',
    standard === null ? 'standard_population' : 'age',
  ];
  const columns = columnsFor(table, needed, ['age']);
  const { names } = columns;
  const read = (record: TableRecord) => {
    const count = numberIn(record, names.count);
    const population = numberIn(record, names.population);
    const people =
      standard === null
        ? numberIn(record, names.standard_population)
        : fromBand(record, names.age, standard);
    const empty =
      population.value === 0
        ? [problem('nobody-in-stratum', {}, at(record, names.population))]
        : [];
    const value = { count: count.value, population: population.value, standard: people.value };
    return {
      value,
      problems: [count, population, people].flatMap((each) => each.problems).concat(empty),
    };
  };
  const header = ['count', 'population', 'value', 'lower', 'upper', 'note'];
  return groupsOf(table, options, columns.problems, header, read, {
    repeated: names.age,
    result: (strata) => {
      const total = sumOf(strata.map(({ count }) => count));
      const people = sumOf(strata.map(({ population }) => population));
      const whole = strata.flatMap(wholeStratum);
      if (total === null || whole.length < strata.length)
        return [total, people, null, null, null, 'missing-value'];
      const found = directlyStandardised(whole, { factor: multiplier, confidence });
      if (found === null) return [total, people, null, null, null, `under-${leastForByar}-counted`];
      return [total, people, found.value, found.low, found.high, ''];
    },
  });
}

function fromBand(
  record: TableRecord,
  column: string | undefined,
  standard: NonNullable<StatisticsOptions['standard']>,
) {
  const band = column === undefined ? '' : (record.cells[column] ?? '').trim();
  const value = standardOf(standard, band);
  const problems =
    value === null ? [problem('age-band-unknown', { band, standard }, at(record, column))] : [];
  return { value, problems };
}

type PerhapsStratum = { readonly [Part in keyof Stratum]: number | null };

function wholeStratum({ count, population, standard }: PerhapsStratum): readonly Stratum[] {
  if (count === null || population === null || standard === null) return [];
  return [{ count, population, standard }];
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}
