import { csvText } from '../table/index.ts';
import type { IndexResult } from './compute.ts';
import type { Structure } from './meta.ts';
import { groupsTogether, type Draws } from './monte-carlo.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { Source } from './uncertain.ts';

/**
 * Scores as CSV: `uCode`, then indicators and nodes from the lowest level up, in the order of the metadata. Numbers are
 * written so that reading them gives the same number; the same result gives the same bytes. [CO-13]
 */
export function scoresText(
  { units, scores }: Scored,
  { indicators, aggregates }: Structure,
): string {
  const codes = [...indicators, ...aggregates].map(({ code }) => code);
  return csvText(
    [
      ['uCode', ...codes],
      ...units.map((unit, at) => [unit, ...codes.map((code) => scores.get(code)?.[at] ?? null)]),
    ],
    { guard: true },
  );
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
