import { csvText, type Cell } from '../table/index.ts';
import type { IndexResult } from './compute.ts';
import type { Structure } from './meta.ts';
import { groupsTogether, type Draws } from './monte-carlo.ts';
import type { Panel } from './panel.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { Source } from './uncertain.ts';

/**
 * Scores as CSV: `uCode`, then indicators and nodes from the lowest level up, in the order of the metadata. Numbers are
 * written so that reading them gives the same number; the same result gives the same bytes. [CO-13]
 */
export function scoresText(result: Scored, structure: Structure): string {
  const codes = codesOf(structure);
  return csvText([['uCode', ...codes], ...rowsOf(result, codes)], { guard: true });
}

/** Scores of several periods as CSV: as for one, with the period after the unit, under the name `time`. [CO-23] */
export function panelText({ periods }: Panel, structure: Structure, time: string): string {
  const codes = codesOf(structure);
  const rows = periods.flatMap(({ period, result }) =>
    rowsOf(result, codes).map(([unit = null, ...values]) => [unit, period, ...values]),
  );
  return csvText([['uCode', time, ...codes], ...rows], { guard: true });
}

function codesOf({ indicators, aggregates }: Structure): readonly string[] {
  return [...indicators, ...aggregates].map(({ code }) => code);
}

function rowsOf({ units, scores }: Scored, codes: readonly string[]): readonly (readonly Cell[])[] {
  return units.map((unit, at) => [unit, ...codes.map((code) => scores.get(code)?.[at] ?? null)]);
}

type Scored = Pick<IndexResult, 'units' | 'scores'>;

/**
 * How sure each unit's place is, as CSV in the order of the units: median and interval of its value and rank, in how
 * many draws it had one, and the number of the run of units that it cannot be told apart from, 1 for the first. [CO-10]
 */
export function standingsText(drawn: Draws): string {
  const groups = groupsTogether(drawn);
  const groupOf = new Map(groups.flatMap((units, at) => units.map((unit) => [unit, at + 1])));
  return csvText(
    [
      ['uCode', 'median', 'low', 'high', 'rank_median', 'rank_low', 'rank_high', 'draws', 'group'],
      ...drawn.standings.map(
        ({ unit, median, low, high, rankMedian, rankLow, rankHigh, draws }) => [
          ...[unit, median, low, high, rankMedian, rankLow, rankHigh],
          ...[draws, groupOf.get(unit) ?? null],
        ],
      ),
    ],
    { guard: true },
  );
}

/** How much each source of uncertainty matters, as CSV: its number and kind, first and total effect with intervals. [CO-11] */
export function effectsText({ effects }: Sensitivity, sources: readonly Source[]): string {
  return csvText([
    ['source', 'kind', 'first', 'first_low', 'first_high', 'total', 'total_low', 'total_high'],
    ...effects.map(({ first, firstLow, firstHigh, total, totalLow, totalHigh }, at) => [
      ...[at + 1, sources[at]?.kind ?? '', first, firstLow, firstHigh],
      ...[total, totalLow, totalHigh],
    ]),
  ]);
}
