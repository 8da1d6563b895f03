import {
  capital,
  count,
  day,
  paragraphs,
  type Block,
  type Document,
  type Section,
} from '../document/index.ts';
import { Stage } from '../framework/index.ts';
import type { Carry, OpenKind } from './close-out.ts';
import type {
  ReportedAction,
  ReportedDecision,
  ReportedGap,
  ReportedInput,
  ReportedTarget,
  ReportSetting,
} from './report-input.ts';
import { actionTable, decisionTable, inputTable, table, targetBlocks } from './report-tables.ts';
import { reportOf, stageWords } from './report-words.ts';
import type { StageState } from './stage-move.ts';
import { heardByStage } from './survivor-input.ts';

export type ReportedRound = {
  readonly number: number;
  readonly title: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly closedBy: string;
  readonly goals: string;
  readonly changed: string;
  readonly normal: string;
  readonly learning: string;
  readonly nextGoals: string;
  readonly stages: readonly {
    readonly stage: Stage;
    readonly state: StageState;
    readonly closedOn: string | null;
    readonly byName: string;
    readonly note: string;
  }[];
  readonly carried: readonly {
    readonly kind: OpenKind;
    readonly title: string;
    readonly decision: Carry;
    readonly reason: string;
  }[];
};

export type CloseOutInput = ReportSetting & {
  readonly round: ReportedRound;
  /** Of this round. */
  readonly actions: readonly ReportedAction[];
  readonly decisions: readonly ReportedDecision[];
  readonly inputs: readonly ReportedInput[];
  /** All of the place. */
  readonly gaps: readonly ReportedGap[];
  readonly targets: readonly ReportedTarget[];
};

/**
 * The end of a round: what changed, what is now normal, what is carried over, what was learnt, the next goals.
 * [RP-4] What nobody has written yet says so; an open round is marked as not closed.
 */
export function closeOutReport(input: CloseOutInput): Document {
  const { round, place } = input;
  return reportOf(input, {
    kind: 'cycle-close-out',
    title: `Close-out of round ${round.number}`,
    subtitle: `${place.name} · ${round.title === '' || round.title === `Round ${round.number}` ? '' : `${round.title} · `}${timeOf(round)}`,
    sections: [
      {
        title: 'What this round set out to do',
        blocks: said(round.goals, 'No goals were written down.'),
      },
      changed(input),
      {
        title: 'What is now normal',
        blocks: said(round.normal, 'Nobody has written down yet what has become normal.'),
      },
      survivors(input),
      carriedOver(input),
      { title: 'What was learnt', blocks: said(round.learning, 'Not written down yet.') },
      { title: 'Goals of the next round', blocks: said(round.nextGoals, 'Not written down yet.') },
      stages(input),
    ],
    sheet: {
      columns: ['round', 'kind', 'title', 'decision', 'reason'],
      rows: round.carried.map(({ kind, title, decision, reason }) => [
        ...[round.number, kind, title, decision, reason],
      ]),
    },
  });
}

function timeOf({ startedOn, endedOn, closedBy }: ReportedRound): string {
  const began = `begun ${day(startedOn)}`;
  if (endedOn === null) return `${began}, not closed yet`;
  return `${began}, closed ${day(endedOn)}${closedBy === '' ? '' : ` by ${closedBy}`}`;
}

function said(text: string, otherwise: string): readonly Block[] {
  const blocks = paragraphs(text);
  return blocks.length > 0 ? blocks : [{ kind: 'note', text: otherwise }];
}

function changed({ round, actions, decisions, gaps, targets, today }: CloseOutInput): Section {
  const done = actions.filter(({ status }) => status === 'done');
  const closed = gaps.filter(
    ({ status, changedOn }) =>
      status === 'closed' &&
      changedOn >= round.startedOn &&
      (round.endedOn === null || changedOn <= round.endedOn),
  );
  return {
    title: 'What changed',
    blocks: [
      ...said(round.changed, 'Nobody has written down yet what changed.'),
      {
        kind: 'text',
        text: `${capital(count(done.length, 'action was', 'actions were'))} finished in this round, ${count(closed.length, 'gap', 'gaps')} closed. That the one brought about the other is not claimed.`,
      },
      ...(done.length > 0 ? [actionTable('Actions finished', done, today)] : []),
      ...(closed.length > 0
        ? [
            table(
              'Gaps closed',
              [
                { title: 'Gap', width: 60 },
                { title: 'What closed it', width: 40 },
              ],
              closed.map(({ topic, title, reason }) => [
                `${topic} ${title}`,
                reason === '' ? 'not said' : reason,
              ]),
            ),
          ]
        : []),
      ...(decisions.length > 0 ? [decisionTable('Decisions taken', decisions)] : []),
      { kind: 'heading', text: 'Targets' },
      ...targetBlocks(targets),
    ],
  };
}

function survivors({ inputs }: CloseOutInput): Section {
  return {
    title: 'What survivors said, and what came of it',
    blocks: heardByStage(inputs).map(({ stage, inputs: heard }): Block =>
      heard.length === 0
        ? { kind: 'note', text: `${stageWords[stage]}: no survivor input in this round.` }
        : inputTable(`In ${stageWords[stage]}`, heard),
    ),
  };
}

function carriedOver({ round }: CloseOutInput): Section {
  const of = (decision: Carry) => round.carried.filter((each) => each.decision === decision);
  const [carried, dropped] = [of('carried'), of('dropped')];
  return {
    title: 'What is carried over',
    blocks: [
      carried.length === 0
        ? { kind: 'note', text: 'Nothing is carried over.' }
        : {
            kind: 'list',
            items: carried.map(({ kind, title }) => ({
              lead: `${capital(kinds[kind])}:`,
              text: title,
            })),
          },
      ...(dropped.length > 0
        ? [
            table(
              'Not carried over, and why',
              [
                { title: 'What', width: 60 },
                { title: 'Why', width: 40 },
              ],
              dropped.map(({ kind, title, reason }) => [
                `${capital(kinds[kind])}: ${title}`,
                reason,
              ]),
            ),
          ]
        : []),
    ],
  };
}

function stages({ round }: CloseOutInput): Section {
  return {
    title: 'The four stages',
    blocks: [
      table(
        'How each stage ended',
        [
          { title: 'Stage', width: 16 },
          { title: 'State', width: 18 },
          { title: 'Who said so', width: 26 },
          { title: 'What was left', width: 40 },
        ],
        Stage.options.map((stage) => {
          const found = round.stages.find((each) => each.stage === stage);
          const state = found?.state ?? 'not-started';
          return [
            stageWords[stage],
            state === 'closed' && found?.closedOn
              ? `closed ${day(found.closedOn)}`
              : state.replace('-', ' '),
            found === undefined || found.byName === '' ? '–' : found.byName,
            found === undefined || found.note === '' ? '–' : found.note,
          ];
        }),
      ),
    ],
  };
}

const kinds: Readonly<Record<OpenKind, string>> = {
  gap: 'gap',
  action: 'action',
  target: 'target',
  risk: 'risk',
  item: 'on the checklist',
};
