import type { Cell } from '../table/index.ts';
import type { NodeType, Theory, TheoryNode } from './model.ts';
import { linksAt, waysOf } from './walk.ts';

/** The storeys of a logframe, from the top. */
export const storeys = ['Goal', 'Outcome', 'Output', 'Activity', 'Input'] as const;
export type Storey = (typeof storeys)[number];

/** A row: one node, or one of its indicators where it has several; `again` is true from its second on. */
export type LogframeRow = {
  readonly storey: Storey;
  readonly node: string;
  readonly title: string;
  readonly indicator: string;
  readonly baseline: string;
  readonly aim: string;
  readonly means: string;
  readonly assumptions: string;
  readonly again: boolean;
};

const storeyOf: Readonly<Partial<Record<NodeType, Storey>>> = {
  impact: 'Goal',
  outcome: 'Outcome',
  precondition: 'Outcome',
  output: 'Output',
  activity: 'Activity',
  input: 'Input',
};

/**
 * A theory as a logframe. Assumptions are those of the links that lead to a node, and the assumptions and external
 * factors that are linked to it. Which node leads to which, rationale, evidence and loops are not in it. [TC-21]
 * Source: the columns in common use: objective, indicator, means of verification, assumptions.
 */
export function logframe(theory: Theory): readonly LogframeRow[] {
  return storeys.flatMap((storey) =>
    theory.nodes
      .filter(({ type }) => storeyOf[type] === storey)
      .flatMap((node) => rowsOf(node, storey, assumptionsOf(theory, node))),
  );
}

const columns = [
  'level',
  'what',
  'indicator',
  'baseline',
  'target',
  'means of verification',
  'assumptions',
];

/** The logframe as cells with its heads, for CSV and a workbook. */
export function logframeCells(theory: Theory): readonly (readonly Cell[])[] {
  return [
    columns,
    ...logframe(theory).map(({ storey, title, indicator, baseline, aim, means, assumptions }) => [
      ...[storey, title, indicator, baseline, aim, means, assumptions],
    ]),
  ];
}

function rowsOf(node: TheoryNode, storey: Storey, assumptions: string): readonly LogframeRow[] {
  const row = { storey, node: node.id, title: node.title };
  if (node.indicators.length === 0)
    return [{ ...row, indicator: '', baseline: '', aim: '', means: '', assumptions, again: false }];
  return node.indicators.map(({ title, unit, baseline, aim, by, means }, at) => ({
    ...row,
    indicator: unit === '' ? title : `${title} (${unit})`,
    ...{ baseline, aim: [aim, by].filter((part) => part !== '').join(' by '), means },
    assumptions: at === 0 ? assumptions : '',
    again: at > 0,
  }));
}

function assumptionsOf({ nodes, links }: Theory, { id }: TheoryNode): string {
  const into = linksAt(waysOf(links).into, id);
  const beside = nodes.filter(
    (node) =>
      (node.type === 'assumption' || node.type === 'external') &&
      into.some(({ from }) => from === node.id),
  );
  return [
    ...into.flatMap(({ assumptions }) => assumptions.map(({ text }) => text)),
    ...beside.map(({ title }) => title),
  ].join('; ');
}
