import type { Estimate, RareLength } from '@freehold/core/release';
import { spoken } from './progress.ts';
import { sentence } from './words.ts';
import type { Problem } from '@freehold/core/problem';
import { textTable } from './text-table.ts';

/** What a look at a table of records came to. Shares are of the records that have a value; null where nothing was counted. */
export type Plan = {
  readonly rows: number;
  readonly rejected: number;
  readonly bySubject: boolean;
  readonly k: number;
  readonly length: number;
  readonly estimate: Estimate;
  readonly refused: Problem | null;
  readonly recordsAtRisk: number | null;
  readonly lengths: readonly RareLength[] | null;
  readonly columns: readonly PlannedColumn[];
};

export type PlannedColumn = {
  readonly column: string;
  readonly from: string;
  readonly kind: string;
  readonly declared: boolean;
  readonly values: number;
  readonly filled: number | null;
  readonly shareAtRisk: number | null;
  /** The values with the most records at risk first. */
  readonly listed: readonly {
    readonly value: string;
    readonly records: number;
    readonly shareAtRisk: number | null;
  }[];
};

/** A plan as lines to be read: the table, its columns and their worst values, what is rare, and what a count will take. */
export function planText(plan: Plan): string {
  const { rows, rejected, bySubject, k, length, recordsAtRisk, refused, estimate } = plan;
  const who = bySubject ? 'subjects' : 'records';
  const lines = [
    `${whole(rows)} ${who}, ${plan.columns.length} columns${rejected === 0 ? '' : `; ${whole(rejected)} rows have problems and are left out`}. Rare is what fewer than ${k} have of up to ${length} values together.`,
    '',
    ...textTable([columnHeads, ...plan.columns.map((column) => columnCells(column, rows))]),
    'At risk: of the records with a value in the column, those in which the value is in a rare combination.',
    '',
    ...(plan.lengths === null
      ? []
      : [...textTable([lengthHeads, ...plan.lengths.map(lengthCells)]), '']),
    ...(recordsAtRisk === null
      ? []
      : [
          `${whole(recordsAtRisk)} of ${whole(rows)} ${who} (${percent(recordsAtRisk, rows)}) are in at least one rare combination. A release leaves rare combinations out; wider bands, fewer columns or a smaller --length leave out less.`,
        ]),
    refused === null
      ? `A count comes to about ${whole(estimate.combinations)} combinations and takes ${spoken(estimate.seconds)} on one thread and ${whole(Math.ceil(estimate.bytes / 2 ** 20))} MiB.`
      : `A count would be refused: ${sentence(refused)}.`,
  ];
  return `${lines.join('\n')}\n`;
}

const columnHeads = [
  'column',
  'kind',
  'values',
  'filled',
  'at risk',
  'most at risk (records, share)',
];

function columnCells(of: PlannedColumn, rows: number): readonly string[] {
  const { column, kind, declared, values, filled, shareAtRisk, listed } = of;
  return [
    ...[cut(column), declared ? kind : `${kind}, discovered`, whole(values)],
    filled === null ? '–' : percent(filled, rows),
    shareAtRisk === null ? '–' : percent(shareAtRisk, 1),
    listed
      .filter((each) => (each.shareAtRisk ?? 0) > 0)
      .slice(0, 3)
      .map(
        (each) =>
          `${cut(each.value)} (${whole(each.records)}, ${percent(each.shareAtRisk ?? 0, 1)})`,
      )
      .join('; '),
  ];
}

const lengthHeads = ['values together', 'combinations', 'rare', 'of one record'];

function lengthCells({ length, combinations, rare, unique }: RareLength): readonly string[] {
  return [length, combinations, rare, unique].map(whole);
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en-GB');
}

function percent(part: number, all: number): string {
  return all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
}

function cut(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
