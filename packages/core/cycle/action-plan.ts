import { actionHealth, isOpen } from '../action/index.ts';
import {
  capital,
  count,
  day,
  type Block,
  type Document,
  type Item,
  type Section,
  type Sheet,
} from '../document/index.ts';
import type { ReportedAction, ReportedGap, ReportedTarget, ReportSetting } from './report-input.ts';
import { actionTable, going, targetBlocks } from './report-tables.ts';
import { totalSaid } from './funding-case.ts';
import { reportOf, stageWords, whoSays } from './report-words.ts';

export type ActionPlanInput = ReportSetting & {
  readonly actions: readonly ReportedAction[];
  readonly gaps: readonly ReportedGap[];
  readonly targets: readonly ReportedTarget[];
};

/** What a partnership does, who, by when, and how it goes; what is open first, by due day. [RP-3] */
export function actionPlan(input: ActionPlanInput): Document {
  const { today, actions, gaps, targets } = input;
  const open = byDue(actions.filter(isOpen));
  const ended = actions.filter((action) => !isOpen(action));
  return reportOf(input, {
    kind: 'action-plan',
    title: 'Action plan',
    subtitle: `${input.place.name} · as it stands on ${day(today)}`,
    sections: [
      { title: 'In short', blocks: [{ kind: 'list', items: inShort(input) }] },
      {
        title: 'What is to be done',
        blocks:
          open.length === 0
            ? [{ kind: 'lead', text: 'No action is planned or under way.' }]
            : [actionTable('Actions planned or under way, by due day', open, today)],
      },
      ...(ended.length === 0
        ? []
        : [
            {
              title: 'What has ended',
              blocks: [actionTable('Actions done or stopped', ended, today)],
            },
          ]),
      { title: 'Targets', blocks: targetBlocks(targets) },
      ...details(open, gaps, today),
    ],
    sheet: actionSheet(actions, gaps, today),
  });
}

function inShort({ actions, gaps, targets, today }: ActionPlanInput): readonly Item[] {
  const kept = gaps.filter(({ status }) => status === 'kept');
  const health = actionHealth(
    actions,
    kept.map(({ id }) => id),
    today,
  );
  const open = actions.filter(isOpen);
  return [
    {
      lead: 'The plan',
      text: `${capital(count(health.open, 'action is', 'actions are'))} planned or under way, ${health.done} done, ${health.stopped} stopped. Red ${health.rag.red}, amber ${health.rag.amber}, green ${health.rag.green}.`,
    },
    {
      lead: 'What needs a look',
      text: `Of the open actions ${health.overdue} ${health.overdue === 1 ? 'is' : 'are'} overdue, ${health.withoutOwner} without an owner, ${health.withoutResource} without resources, ${health.withoutDueDay} without a day.`,
    },
    {
      lead: 'Gaps',
      text: `${health.gaps.withAction} of ${count(health.gaps.n, 'kept gap', 'kept gaps')} ${health.gaps.withAction === 1 ? 'has' : 'have'} at least one action.`,
    },
    { lead: 'Cost of what is open', text: `${capital(totalSaid(open))}.` },
    {
      lead: 'Targets',
      text:
        targets.length === 0
          ? 'None has been set yet.'
          : `${targets.filter(({ answer }) => answer === 'on track' || answer === 'ahead').length} of ${count(targets.length, 'target', 'targets')} on track or ahead.`,
    },
    ...(health.inputHeavy === true
      ? [
          {
            lead: 'Mostly inputs',
            text: 'Two thirds or more of the actions put something in or set something up. What comes out, and what changes for people, is little looked at.',
          },
        ]
      : []),
  ];
}

function details(
  open: readonly ReportedAction[],
  gaps: readonly ReportedGap[],
  today: string,
): readonly Section[] {
  if (open.length === 0) return [];
  return [
    {
      title: 'Each action',
      newPage: true,
      blocks: open.flatMap((action) => detail(action, gaps, today)),
    },
  ];
}

function detail(
  action: ReportedAction,
  gaps: readonly ReportedGap[],
  today: string,
): readonly Block[] {
  const answered = gaps.filter(({ id }) => action.gaps.includes(id)).map(({ title }) => title);
  const facts = [
    ['Objective', action.objective],
    ['How', action.method],
    ['Who does it', action.doers],
    ['Gaps', answered.join('; ')],
    ['Resources', resources(action)],
    ['Cost', totalSaid([action])],
    ['In the way', action.blocked],
    ['Stage', action.stage === null ? '' : stageWords[action.stage]],
  ] as const;
  return [
    {
      kind: 'heading',
      text: action.title,
      aside: `${whoSays(action.ownerOrganisation, action.ownerRole)} · ${action.dueOn === null ? 'no day yet' : `due ${day(action.dueOn)}`} · ${going(action, today)}`,
    },
    { kind: 'facts', facts: facts.filter(([, text]) => text !== '') },
  ];
}

function resources({ resources: needed, resourceSource }: ReportedAction): string {
  return [needed, resourceSource === '' ? '' : `from ${resourceSource}`]
    .filter((part) => part !== '')
    .join('; ');
}

/** Actions as rows for a spreadsheet. */
export function actionSheet(
  actions: readonly ReportedAction[],
  gaps: readonly ReportedGap[],
  today: string,
): Sheet {
  return {
    columns: [
      ...['action', 'objective', 'status', 'standing', 'owner_organisation', 'owner_role'],
      ...['doers', 'resources', 'resource_source', 'starts_on', 'due_on', 'ended_on', 'kind'],
      ...['stage', 'pathway', 'four_p', 'gaps', 'cost', 'currency', 'evidence'],
    ],
    rows: byDue(actions).map((each) => [
      ...[each.title, each.objective, each.status, going(each, today)],
      ...[each.ownerOrganisation, each.ownerRole, each.doers, each.resources],
      ...[each.resourceSource, each.startsOn, each.dueOn, each.endedOn, each.kind],
      ...[each.stage, each.pathway, each.fourP],
      gaps
        .filter(({ id }) => each.gaps.includes(id))
        .map(({ title }) => title)
        .join('; '),
      ...[each.cost, each.cost === null ? null : each.currency, each.evidence],
    ]),
  };
}

/** What has a day first, by that day; the rest in the order given. */
function byDue(actions: readonly ReportedAction[]): readonly ReportedAction[] {
  const late = '9999-12-31';
  return actions.toSorted((a, b) => (a.dueOn ?? late).localeCompare(b.dueOn ?? late, 'en'));
}
