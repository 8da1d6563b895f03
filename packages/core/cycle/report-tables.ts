import { standingRag } from '../action/index.ts';
import {
  day,
  figuresTable,
  number,
  type Block,
  type Column,
  type Figure,
  type Table,
} from '../document/index.ts';
import type {
  ReportedAction,
  ReportedDecision,
  ReportedInput,
  ReportedRisk,
  ReportedTarget,
} from './report-input.ts';
import { ragWords, statusWords, whoSays } from './report-words.ts';
import { impactWords, likelihoodWords, riskMatrix, riskReview, standingRisks } from './risk.ts';
import { channelWords, peopleWords } from './survivor-input.ts';

/** Actions as every report lists them: what, who, by when, how it goes. */
export function actionTable(
  caption: string,
  actions: readonly ReportedAction[],
  today: string,
): Table {
  return table(
    caption,
    [
      { title: 'Action', width: 38 },
      { title: 'Owner', width: 24 },
      { title: 'Due', width: 16 },
      { title: 'Status', width: 22 },
    ],
    actions.map((action) => [
      action.title,
      whoSays(action.ownerOrganisation, action.ownerRole),
      action.dueOn === null ? 'no day yet' : day(action.dueOn),
      going(action, today),
    ]),
  );
}

/** "under way, amber: at risk" */
export function going(action: ReportedAction, today: string): string {
  const rag = standingRag(action, today);
  return rag === null
    ? statusWords[action.status]
    : `${statusWords[action.status]}, ${ragWords[rag]}`;
}

/** The threat and risk table of the problem profile's template, greatest first. [RK-2] [RK-4] */
export function riskTable(risks: readonly ReportedRisk[], today: string): Table {
  return table(
    'Threat and risk table',
    [
      { title: 'Risk', width: 20 },
      { title: 'Description', width: 22 },
      { title: 'Likelihood × impact', width: 18 },
      { title: 'Mitigating action', width: 22 },
      { title: 'Owner, and review', width: 18 },
    ],
    standingRisks(risks).map((risk) => [
      risk.status === 'accepted' ? `${risk.title} (accepted)` : risk.title,
      risk.description === '' ? '–' : risk.description,
      arithmetic(risk),
      risk.mitigation === '' ? 'none yet' : risk.mitigation,
      `${whoSays(risk.ownerOrganisation, risk.ownerRole)}; ${reviewSaid(risk, today)}`,
    ]),
  );
}

/** "4 likely × 3 moderate = 12" */
export function arithmetic({
  likelihood,
  impact,
}: Pick<ReportedRisk, 'likelihood' | 'impact'>): string {
  const words = (steps: readonly string[], step: number) => (steps[step - 1] ?? '').toLowerCase();
  return `${likelihood} ${words(likelihoodWords, likelihood)} × ${impact} ${words(impactWords, impact)} = ${likelihood * impact}`;
}

function reviewSaid(risk: ReportedRisk, today: string): string {
  const at = riskReview(risk, today);
  if (at === 'no-day' || risk.reviewOn === null) return 'no review day yet';
  return at === 'overdue'
    ? `review overdue since ${day(risk.reviewOn)}`
    : `review by ${day(risk.reviewOn)}`;
}

/** The matrix with the number of risks in each cell; an empty cell is a dash. */
export function riskMatrixTable(risks: readonly ReportedRisk[]): Table {
  return table(
    'Risks by likelihood and impact',
    [
      { title: 'Impact', width: 25 },
      ...likelihoodWords.map((word, at) => ({ title: `${at + 1} ${word}`, width: 15 })),
    ],
    riskMatrix(risks).map((row) => [
      `${row[0]?.impact ?? ''} ${impactWords[(row[0]?.impact ?? 1) - 1] ?? ''}`,
      ...row.map((cell) =>
        cell.risks.length === 0 ? '–' : `${cell.risks.length} (score ${cell.score})`,
      ),
    ]),
  );
}

export function decisionTable(caption: string, decisions: readonly ReportedDecision[]): Table {
  return table(
    caption,
    [
      { title: 'Question', width: 30 },
      { title: 'What was decided', width: 36 },
      { title: 'By whom', width: 18 },
      { title: 'When', width: 16 },
    ],
    decisions.map((each) => [
      each.question,
      each.reasons === '' ? each.outcome : `${each.outcome} Because: ${each.reasons}`,
      whoSays(each.takenByOrganisation, each.takenByRole),
      day(each.decidedOn),
    ]),
  );
}

/** What survivors said and what changed because of it. [SV-3] */
export function inputTable(caption: string, inputs: readonly ReportedInput[]): Table {
  return table(
    caption,
    [
      { title: 'Theme', width: 18 },
      { title: 'What was said, in sum', width: 32 },
      { title: 'From', width: 20 },
      { title: 'What changed because of it', width: 30 },
    ],
    inputs.map((each) => [
      each.theme,
      each.summary,
      `${channelWords[each.channel]}; ${peopleWords[each.people]}`,
      each.changed === '' ? 'nothing yet' : each.changed,
    ]),
  );
}

/** Targets: the newest value with its interval beside the aim, and how it stands. */
export function targetBlocks(targets: readonly ReportedTarget[]): readonly Block[] {
  if (targets.length === 0) return [{ kind: 'text', text: 'No target has been set yet.' }];
  return [
    figuresTable('The newest value of each target', targets.map(figureOf)),
    table(
      'Where each target stands',
      [
        { title: 'Target', width: 40 },
        { title: 'Aim', width: 15, figures: true },
        { title: 'By', width: 20 },
        { title: 'Stands', width: 25 },
      ],
      targets.map(({ title, aim, unit, endsOn, answer, decimals }) => [
        title,
        `${number(aim, decimals)}${unit === '' ? '' : ` ${unit}`}`,
        day(endsOn),
        answer,
      ]),
    ),
    {
      kind: 'note',
      text: 'How a target stands weighs the value and its interval against the path. “Too early to say” is an answer.',
    },
  ];
}

function figureOf({ title, latest, unit, decimals, source }: ReportedTarget): Figure {
  return {
    what: title,
    ...{ value: latest?.value ?? null, low: latest?.low ?? null, high: latest?.high ?? null },
    ...{ decimals, unit, n: null, date: latest?.period ?? '', source },
    suppressed: latest?.suppressed ?? false,
    because: 'no value yet',
  };
}

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Table {
  return { kind: 'table', caption, columns, rows };
}
