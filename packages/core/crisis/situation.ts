import { capital, count, day, type Document, type Item, type Sheet } from '../document/index.ts';
import { reachOf } from './contact.ts';
import { stepSaid } from './count.ts';
import { spanOf } from './crisis.ts';
import { ofKind } from './kinds.ts';
import {
  actionTable,
  answerSaid,
  changeTable,
  exposureTable,
  serviceTable,
  spanSaid,
} from './report-parts.ts';
import { crisisDocument, instant, type CrisisInput } from './report-input.ts';
import { serviceMap } from './service-map.ts';
import { completion } from './timer.ts';
import {
  lineStatusWords,
  lineWords,
  phaseWords,
  serviceWords,
  spanWords,
  typeWords,
} from './words.ts';

/**
 * How a crisis stands at this minute, for a board or a funder. Who calls whom, with mailboxes and telephones, stays in
 * the house; counts are in steps of the least cell. [CR-8]
 */
export function situationReport(input: CrisisInput): Document {
  const { crisis, now, place } = input;
  return crisisDocument(input, {
    kind: 'situation-report',
    title: `Situation report: ${crisis.title}`,
    subtitle: `${place} · ${typeWords[crisis.type]}, ${phaseWords[crisis.phase].toLowerCase()} (${spanWords[spanOf(crisis.phase)]}) · ${instant(now)}`,
    sections: [
      { title: 'In short', blocks: [{ kind: 'list', items: inShort(input) }] },
      { title: 'How things stand', blocks: [lineTable(input)] },
      { title: 'Actions', blocks: [actionTable(input)] },
      {
        title: 'Counts against the frozen baseline',
        blocks: [
          changeTable(input.changes),
          { kind: 'note', text: detection },
          ...(input.days.length === 0 ? [] : [dayTable(input)]),
        ],
      },
      { title: 'Services', blocks: [serviceTable(input)] },
      { title: 'Who is exposed', blocks: [exposureTable(input)] },
      { title: 'How to read this', blocks: [{ kind: 'list', items: limits }] },
    ],
    sheet: sheet(input),
  });
}

function inShort({ crisis, items, now, changes }: CrisisInput): readonly Item[] {
  const actions = ofKind(items, 'action').map(({ content }) => content);
  const { done, all, overdue } = completion(actions, crisis.activatedAt, now);
  const reach = reachOf(ofKind(items, 'contact').map(({ id, content }) => ({ id, ...content })));
  const unreached = reach.filter(({ state }) => state !== 'reached').length;
  const broken = ofKind(items, 'line').filter(({ content }) => content.status === 'broken');
  const services = serviceMap(ofKind(items, 'service').map(({ content }) => content));
  const lacking = services.filter(({ lack, offers }) => offers === 0 || (lack ?? 0) > 0);
  return [
    {
      lead: 'Since',
      text:
        crisis.activatedAt === null
          ? 'Not active.'
          : `Active since ${instant(crisis.activatedAt)}${crisis.endedAt === null ? '' : `, ended ${instant(crisis.endedAt)}`}.`,
    },
    ...(crisis.affected === '' ? [] : [{ lead: 'Who is affected', text: crisis.affected }]),
    ...(crisis.irregular === '' ? [] : [{ lead: 'Immigration status', text: crisis.irregular }]),
    {
      lead: 'Broken down',
      text:
        broken.length === 0
          ? 'No line of the board is marked as broken down.'
          : broken.map(({ content }) => `${lineWords[content.line]}: ${content.says}`).join('; '),
    },
    {
      lead: 'Actions',
      text:
        all === 0
          ? 'None are planned.'
          : `${done} of ${all} done, ${overdue === 0 ? 'none is overdue' : count(overdue, 'is overdue', 'are overdue')}.`,
    },
    {
      lead: 'Contacts',
      text:
        reach.length === 0
          ? 'There is no contact tree.'
          : `${reach.length - unreached} of ${reach.length} have acknowledged.`,
    },
    {
      lead: 'Services that lack places, or that nobody offers',
      text:
        lacking.length === 0
          ? 'None that is known.'
          : `${capital(lacking.map(({ service }) => serviceWords[service].toLowerCase()).join(', '))}.`,
    },
    ...changes.map((change) => ({
      lead: `${change.title}, ${spanSaid(change)}`,
      text: `${answerSaid(change)}.`,
    })),
  ];
}

function lineTable({ items }: CrisisInput) {
  return {
    kind: 'table' as const,
    caption: 'Status lines of the board',
    quiet: true,
    columns: [
      { title: 'Line', width: 24 },
      { title: 'Status', width: 14 },
      { title: 'What is going on', width: 38 },
      { title: 'Last update', width: 24 },
    ],
    rows: ofKind(items, 'line').map(({ content, changedAt, changedBy }) => [
      lineWords[content.line],
      lineStatusWords[content.status],
      content.says === '' ? '–' : content.says,
      `${instant(changedAt)}, ${changedBy}`,
    ]),
  };
}

function dayTable({ days }: CrisisInput) {
  return {
    kind: 'table' as const,
    caption: 'Counts by day; [c] is under the least cell, none included',
    columns: [
      { title: 'Day', width: 40 },
      { title: 'Referral concerns', width: 30, figures: true },
      { title: 'People seen again', width: 30, figures: true },
    ],
    rows: days.map((each) => [day(each.day), stepSaid(each.concerns), stepSaid(each.again)]),
  };
}

const detection =
  'Counts show what was noticed and reported, not how much there is. A crisis changes who looks as well as what happens.';

const limits: readonly Item[] = [
  {
    lead: 'Limits',
    text: 'Exact Poisson limits around what the baseline would give for as many days. Outside 99.8% a count is called higher or lower, between 95% and 99.8% it may be. Small or unsteady baselines give no answer.',
  },
  {
    lead: 'Steps',
    text: 'Counts are given in steps of the least cell, and sums too, so that nobody can be worked out from a difference.',
  },
  {
    lead: 'Places and needs',
    text: 'What services can take and what is needed are estimates of the partnership. A dash is not known, never nought.',
  },
];

function sheet({ items, days, changes, crisis, now }: CrisisInput): Sheet {
  const at = (held: { readonly changedAt: Date; readonly changedBy: string }) => [
    held.changedAt.toISOString(),
    held.changedBy,
  ];
  const actions = actionTable({ items, crisis, now }).rows;
  return {
    columns: [
      ...['part', 'what', 'status', 'counted', 'expected', 'low_998', 'high_998', 'says'],
      ...['changed_at', 'changed_by'],
    ],
    rows: [
      ...ofKind(items, 'line').map((held) => [
        ...['line', lineWords[held.content.line], held.content.status],
        ...[null, null, null, null, held.content.says, ...at(held)],
      ]),
      ...actions.map(([title = '', , stands = '', checks = '']) => [
        ...['action', title, stands, null, null, null, null, checks, null, null],
      ]),
      ...changes.map((change) => [
        ...['change', `${change.title}, ${change.span}`, change.control.answer],
        stepSaid(change.seen),
        ...(change.control.answer === 'cannot-tell'
          ? [null, null, null, change.control.because]
          : [
              ...[change.control.expected, change.control.limits.low3],
              ...[change.control.limits.high3, ''],
            ]),
        ...[null, null],
      ]),
      ...days.flatMap((each) =>
        (['concerns', 'again'] as const).map((what) => [
          ...['day', `${each.day} ${what}`, null, stepSaid(each[what])],
          ...[null, null, null, null, null, null],
        ]),
      ),
    ],
  };
}
