import type { Problem } from '../problem.ts';
import type { Cell, Records, TableRecord } from '../table/index.ts';
import { funnelPlace, pooled, proportionFunnel, rateFunnel } from './funnel.ts';
import { countInterval, leastForByar, wilson } from './interval.ts';
import { carried, columnsFor, countsIn, type Counts, type Found } from './tabled-columns.ts';
import type { StatisticsOptions, Tabled } from './tabled.ts';

type Counted = Counts & { readonly record: TableRecord };
type Result = readonly Cell[];

/** `value,lower,upper,note` for each row: a proportion with Wilson's interval. */
export function wilsonRows(table: Records, { multiplier, confidence }: StatisticsOptions): Tabled {
  const columns = columnsFor(table, ['numerator', 'denominator']);
  return rowsOf(
    table,
    columns,
    true,
    ['value', 'lower', 'upper', 'note'],
    ({ numerator, denominator }) => {
      if (numerator === null || denominator === null) return [null, null, null, 'missing-value'];
      const found = wilson(numerator, denominator, { factor: multiplier, confidence });
      return found === null
        ? [null, null, null, 'nothing-counted']
        : [found.value, found.low, found.high, ''];
    },
  );
}

/** `value,lower,upper,method,note` for each row: a count or a rate with exact or Byar's limits. */
export function byarRows(table: Records, { multiplier, confidence }: StatisticsOptions): Tabled {
  const columns = columnsFor(table, ['numerator'], ['denominator']);
  const base = columns.names.denominator;
  // Where no row has a denominator, counts are meant and not rates.
  const counts =
    base === undefined || table.records.every(({ cells }) => (cells[base] ?? '').trim() === '');
  const header = ['value', 'lower', 'upper', 'method', 'note'];
  return rowsOf(table, columns, false, header, ({ numerator, denominator }) => {
    const below = counts ? 1 : denominator;
    if (numerator === null || below === null) return [null, null, null, '', 'missing-value'];
    const found = countInterval(numerator, { base: below, factor: multiplier, confidence });
    if (found === null) return [null, null, null, '', 'nothing-counted'];
    return [found.value, found.low, found.high, numerator < leastForByar ? 'exact' : 'byar', ''];
  });
}

/**
 * `value,average,lower_2sd,upper_2sd,lower_3sd,upper_3sd,category,note` for each row. A row without a numerator
 * has limits all the same, and no part in the average.
 */
export function funnelRows(table: Records, options: StatisticsOptions): Tabled {
  const { multiplier, statistic } = options;
  const columns = columnsFor(table, ['numerator', 'denominator']);
  const isRate = statistic === 'rate';
  const { counted } = countedIn(table, columns, !isRate);
  const average = pooled(
    counted.flatMap(({ numerator, denominator }) =>
      numerator === null || denominator === null ? [] : [{ numerator, denominator }],
    ),
  );
  const limitsOf = isRate ? rateFunnel : proportionFunnel;
  const header = [
    'value',
    'average',
    'lower_2sd',
    'upper_2sd',
    'lower_3sd',
    'upper_3sd',
    'category',
    'note',
  ];
  const nothing = [null, null, null, null, null, null, ''];
  return rowsOf(table, columns, !isRate, header, ({ numerator, denominator }) => {
    if (denominator === null || average === null) return [...nothing, 'missing-value'];
    if (denominator === 0) return [...nothing, 'nothing-counted'];
    const limits = limitsOf(average, denominator, multiplier);
    const value = numerator === null ? null : (numerator / denominator) * multiplier;
    return [
      ...[value, average * multiplier, limits.low2, limits.high2, limits.low3, limits.high3],
      ...(value === null ? ['', 'missing-value'] : [funnelPlace(value, limits), '']),
    ];
  });
}

function rowsOf(
  table: Records,
  columns: Found,
  isPart: boolean,
  results: readonly string[],
  result: (row: Counted) => Result,
): Tabled {
  const { counted, problems } = countedIn(table, columns, isPart);
  const kept = carried(table.columns, results);
  if (problems.length > 0) return { header: [], rows: [], problems };
  return {
    header: [...kept.header, ...results],
    rows: counted.map((row) => [...kept.cells(row.record), ...result(row)]),
    problems,
  };
}

function countedIn(
  { records }: Records,
  { names, problems }: Found,
  isPart: boolean,
): { readonly counted: readonly Counted[]; readonly problems: readonly Problem[] } {
  if (problems.length > 0) return { counted: [], problems };
  const read = records.map((record) => ({ record, ...countsIn(record, names, isPart) }));
  return { counted: read, problems: read.flatMap((each) => each.problems) };
}
