import { csvText, type Cell } from '../table/index.ts';
import { Method } from './method.ts';

const header = [
  ...['Level', 'iCode', 'iName', 'Direction', 'Weight', 'Parent', 'Type', 'Unit'],
  ...['goalpost_lower', 'goalpost_upper', 'goalpost_scale', 'Source', 'Period', 'Notice'],
];

/** Where to begin: a title, what it is good for, metadata as CSV and a method. */
export type Template = {
  readonly code: 'resilience' | 'risk' | 'free';
  readonly title: string;
  readonly help: string;
  readonly meta: string;
  readonly method: Method;
};

/** One indicator of a framework version, as plain rows say it. */
export type FrameworkRow = {
  readonly level: string;
  readonly levelTitle: string;
  readonly topic: string;
  readonly topicTitle: string;
  readonly indicator: string;
  readonly indicatorTitle: string;
  readonly weight: number;
};

/**
 * A resilience profile as an index: agreed scores from 0 to 4, of which 4 is always best, brought to 0–100 between fixed
 * posts, so that a place's number does not hang on which other places there are; topics, levels and the whole are
 * weighted means, with none where fewer than half are there. Levels that are never averaged are to be left out by who
 * asks. [CO-22]
 */
export function resilienceTemplate(rows: readonly FrameworkRow[]): Template {
  const topics = firsts(rows, ({ topic }) => topic);
  const levels = firsts(rows, ({ level }) => level);
  const nodes = [
    ...rows.map(({ indicator, indicatorTitle, topic, weight }) =>
      metaRow(1, `i-${indicator}`, indicatorTitle, `t-${topic}`, weight, [0, 4, 100]),
    ),
    ...topics.map((row) => metaRow(2, `t-${row.topic}`, row.topicTitle, `l-${row.level}`)),
    ...levels.map((row) => metaRow(3, `l-${row.level}`, row.levelTitle, 'resilience')),
    metaRow(4, 'resilience', 'Resilience', null),
  ];
  return {
    code: 'resilience',
    title: 'Resilience profile',
    help: 'Agreed scores of a framework, from 0 to 4, as one number from 0 to 100 with its levels and topics.',
    meta: metaText(nodes),
    method: Method.parse({
      normalise: { all: { method: 'goalposts' } },
      aggregate: [{ method: 'arithmetic', least: 0.5 }],
    }),
  };
}

/**
 * A risk index after INFORM's form: three dimensions from 0 to 10, of which 10 is worst, multiplied, so that one high
 * dimension does not stand for two low ones. The scale begins at a tenth, because a geometric mean has no answer at 0.
 * The indicators are examples to be replaced. Proposed by us; it is not INFORM. [CO-22]
 */
export const riskTemplate: Template = {
  code: 'risk',
  title: 'Risk from 0 to 10',
  help: 'Hazard, vulnerability and lack of coping, each a mean of its indicators, multiplied as INFORM does.',
  meta: metaText([
    metaRow(1, 'hazard_1', 'Indicator of hazard', 'hazard'),
    metaRow(1, 'hazard_2', 'Another indicator of hazard', 'hazard'),
    metaRow(1, 'vulnerability_1', 'Indicator of vulnerability', 'vulnerability'),
    metaRow(1, 'vulnerability_2', 'Another indicator of vulnerability', 'vulnerability'),
    metaRow(1, 'coping_1', 'Indicator of what lacks to cope', 'coping'),
    metaRow(1, 'coping_2', 'Another indicator of what lacks to cope', 'coping'),
    metaRow(2, 'hazard', 'Hazard and exposure', 'risk'),
    metaRow(2, 'vulnerability', 'Vulnerability', 'risk'),
    metaRow(2, 'coping', 'Lack of coping capacity', 'risk'),
    metaRow(3, 'risk', 'Risk', null),
  ]),
  method: Method.parse({
    normalise: { all: { method: 'minmax', range: [0.1, 10] } },
    weight: { method: 'equal' },
    aggregate: [
      { method: 'arithmetic', least: 0.5 },
      { method: 'geometric', least: 1 },
    ],
  }),
};

/** Nothing decided: two indicators of one index, the least that holds together, and the plainest method. [CO-22] */
export const freeTemplate: Template = {
  code: 'free',
  title: 'Free',
  help: 'Two indicators and a mean, to be replaced by your own.',
  meta: metaText([
    metaRow(1, 'first', 'First indicator', 'index'),
    metaRow(1, 'second', 'Second indicator', 'index'),
    metaRow(2, 'index', 'Index', null),
  ]),
  method: Method.parse({}),
};

function metaText(rows: readonly (readonly Cell[])[]): string {
  return csvText([header, ...rows]);
}

function metaRow(
  level: number,
  code: string,
  name: string,
  parent: string | null,
  weight = 1,
  posts: readonly [number, number, number] | null = null,
): readonly Cell[] {
  const type = level === 1 ? 'Indicator' : 'Aggregate';
  const [low = null, high = null, scale = null] = posts ?? [];
  return [level, code, name, 1, weight, parent, type, null, low, high, scale, null, null, null];
}

function firsts(
  rows: readonly FrameworkRow[],
  of: (row: FrameworkRow) => string,
): readonly FrameworkRow[] {
  return rows.filter((row, at) => rows.findIndex((other) => of(other) === of(row)) === at);
}
