import { period } from '../period.ts';
import { problem, type Problem } from '../problem.ts';
import type { Cell, Records, TableRecord } from '../table/index.ts';
import { countInterval, type Interval } from './interval.ts';
import { recent } from './recent.ts';
import { columnsFor, countsIn, numberIn, type Found, type Quantity } from './tabled-columns.ts';
import { at, groupsOf } from './tabled-groups.ts';
import type { StatisticsOptions, Tabled } from './tabled.ts';
import { proportionTrend, trendPoints, valueTrend, type Trend } from './trend.ts';

/** One row a group: its columns, then `from,to,chi_squared,slope,trend,note` of its newest five periods. */
export function trendGroups(table: Records, options: StatisticsOptions): Tabled {
  const counts = columnsFor(table, [], ['numerator']).names.numerator !== undefined;
  const statistic = options.statistic ?? (counts ? 'proportion' : 'value');
  if (statistic === 'value')
    return trendsOf(table, options, ['value', 'lower', 'upper'], intervalIn, valueTrend);
  const isPart = statistic === 'proportion';
  return trendsOf(
    table,
    options,
    ['numerator', 'denominator'],
    (record, names) => partIn(record, names, isPart),
    isPart ? proportionTrend : rateTrend,
  );
}

type Names = Found['names'];
type Read<T> = { readonly value: T | null; readonly problems: readonly Problem[] };
type Part = { readonly numerator: number; readonly denominator: number };

function trendsOf<T>(
  table: Records,
  options: StatisticsOptions,
  needed: readonly Quantity[],
  read: (record: TableRecord, names: Names) => Read<T>,
  test: (points: readonly T[]) => Trend | null,
): Tabled {
  const { names, problems } = columnsFor(table, ['period', ...needed]);
  const header = ['from', 'to', 'chi_squared', 'slope', 'trend', 'note'];
  const point = (record: TableRecord) => {
    const { value, problems: faults } = read(record, names);
    const written = names.period === undefined ? '' : (record.cells[names.period] ?? '');
    const when = period(written);
    const unclear = problem(
      'period-unclear',
      { found: written.slice(0, 60) },
      at(record, names.period),
    );
    return {
      value: when === null ? null : { period: when, value },
      problems: when === null ? [unclear, ...faults] : faults,
    };
  };
  return groupsOf(table, options, problems, header, point, {
    repeated: names.period,
    result: (points) =>
      tested(
        points.flatMap((each) => each ?? []),
        test,
      ),
  });
}

function tested<T>(
  series: Parameters<typeof recent<T>>[0],
  test: (points: readonly T[]) => Trend | null,
): readonly Cell[] {
  const inTime = series.toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1));
  const newest = inTime.slice(-trendPoints);
  const span = [newest.at(0)?.period.code ?? '', newest.at(-1)?.period.code ?? ''];
  const found = recent(series);
  if (found.reason !== null) return [...span, null, null, '', found.reason];
  const trend = test(found.values);
  if (trend === null) return [...span, null, null, '', 'no-spread'];
  return [...span, trend.chiSquared, trend.slope, trend.trend, ''];
}

function rateTrend(points: readonly Part[]): Trend | null {
  const rates = points.map(({ numerator, denominator }) =>
    countInterval(numerator, { base: denominator }),
  );
  return valueTrend(rates.flatMap((each) => (each === null ? [] : [each])));
}

/** Nothing counted among nobody says nothing: it is missing. */
function partIn(record: TableRecord, names: Names, isPart: boolean): Read<Part> {
  const { numerator, denominator, problems } = countsIn(record, names, isPart);
  const whole = numerator !== null && denominator !== null && denominator > 0;
  return { value: whole ? { numerator, denominator } : null, problems };
}

function intervalIn(record: TableRecord, names: Names): Read<Interval> {
  const read = [names.value, names.lower, names.upper].map((name) => numberIn(record, name, null));
  const problems = read.flatMap((each) => each.problems);
  const [value = null, low = null, high = null] = read.map((each) => each.value);
  if (value === null || low === null || high === null) return { value: null, problems };
  const off = problem('interval-off', { low, value, high }, at(record, names.value));
  return {
    value: { value, low, high },
    problems: low <= value && value <= high ? problems : [off],
  };
}
