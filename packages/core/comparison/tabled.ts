import { fine, refused, type Outcome, type Problem } from '../problem.ts';
import { byRow, records, type Cell, type Records } from '../table/index.ts';
import type { StandardCode } from './standard.ts';
import { standardisedGroups } from './tabled-dsr.ts';
import { byarRows, funnelRows, wilsonRows } from './tabled-rows.ts';
import { trendGroups } from './tabled-trend.ts';

export const StatisticsMethods = ['wilson', 'byar', 'dsr', 'funnel', 'trend'] as const;
export type StatisticsMethod = (typeof StatisticsMethods)[number];

export type StatisticsOptions = {
  /** What results are multiplied with: 100 for per cent, 100,000 for a rate per 100,000 people. */
  readonly multiplier: number;
  readonly confidence: number;
  /** What numerator and denominator make (funnel, trend). Null: a proportion, or values where there are no counts. */
  readonly statistic: 'proportion' | 'rate' | 'value' | null;
  /** Columns that tell groups apart (dsr, trend). Empty: `group`, `area` or `place` where there is one. */
  readonly by: readonly string[];
  /** A shipped standard population (dsr). Null: the table has a column of its own. */
  readonly standard: StandardCode | null;
};

/** A table of results; no rows where there are problems. */
export type Tabled = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly Problem[];
};

/**
 * Works a statistic out over a whole table. What is missing stays missing, with the reason in `note`; what cannot be
 * (a part over its whole, a negative count, text for a number) is a problem by row and column, and with a problem
 * there is no result at all: half a table would pass for a whole one. O(rows). [CP-14]
 */
export function tabled(
  text: string,
  method: StatisticsMethod,
  options: StatisticsOptions,
): Outcome<Pick<Tabled, 'header' | 'rows'>> {
  const table = records(text);
  if (table.columns.length === 0) return refused(...table.problems);
  const { header, rows, problems } = methods[method](table, options);
  const all = [...table.problems, ...problems];
  return all.length > 0 ? refused(...byRow(all)) : fine({ header, rows });
}

const methods: Readonly<
  Record<StatisticsMethod, (table: Records, options: StatisticsOptions) => Tabled>
> = {
  wilson: wilsonRows,
  byar: byarRows,
  dsr: standardisedGroups,
  funnel: funnelRows,
  trend: trendGroups,
};
