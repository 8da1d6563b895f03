import { number, type Table } from '../document/index.ts';
import type { Change } from './change.ts';
import { stepSaid } from './count.ts';
import { ofKind } from './kinds.ts';
import { crisisLibrary } from './library.ts';
import { checkStanding } from './check.ts';
import type { CrisisInput } from './report-input.ts';
import { exposure, serviceMap } from './service-map.ts';
import { byUrgency, timerOf, type Timer } from './timer.ts';
import {
  actionWords,
  cannotWords,
  controlWords,
  irregularWords,
  serviceWords,
  timeWords,
} from './words.ts';

/** Actions, what presses first, with their time and the checks that nobody has answered. */
export function actionTable({
  items,
  crisis,
  now,
}: Pick<CrisisInput, 'items' | 'crisis' | 'now'>): Table {
  const actions = ofKind(items, 'action').map(({ content }) => content);
  return {
    kind: 'table',
    caption: 'Actions',
    quiet: true,
    columns: [
      { title: 'Action', width: 34 },
      { title: 'Owner', width: 24 },
      { title: 'How it stands', width: 22 },
      { title: 'Do-no-harm checks', width: 20 },
    ],
    rows: byUrgency(actions).map((action) => [
      action.title,
      owner(action.ownerOrganisation, action.ownerRole),
      timerSaid(timerOf(action, crisis.activatedAt, now), actionWords[action.status]),
      checksSaid(checkStanding(crisisLibrary.checks, action.checks)),
    ]),
  };
}

/** Every count against its baseline, with what was expected and the limits. [CR-10] */
export function changeTable(changes: readonly Change[]): Table {
  return {
    kind: 'table',
    caption: 'Counts against the frozen baseline',
    quiet: true,
    columns: [
      { title: 'What, and since when', width: 32 },
      { title: 'Counted', width: 12, figures: true },
      { title: 'Expected', width: 12, figures: true },
      { title: 'Limits (99.8%)', width: 16, figures: true },
      { title: 'What it says', width: 28 },
    ],
    rows: changes.map((change) => [
      `${change.title}, ${spanSaid(change)}. ${change.source}`,
      stepSaid(change.seen),
      ...expectedSaid(change),
      answerSaid(change),
    ]),
  };
}

/** "Higher than before", with the reason where it cannot be told, and what it cannot say of a fall. [CR-11] */
export function answerSaid({ control }: Pick<Change, 'control'>): string {
  if (control.answer === 'cannot-tell') {
    return `${controlWords[control.answer]}: ${cannotWords[control.because]}`;
  }
  const mayHide = control.answer === 'within' || control.answer === 'may-be-lower';
  return control.fallHidden && mayHide
    ? `${controlWords[control.answer]}; a fall could not be told`
    : controlWords[control.answer];
}

/** "the last week (7 days counted)" */
export function spanSaid({ span, days }: Pick<Change, 'span' | 'days'>): string {
  const words = {
    'last-week': 'the last week',
    'since-activation': 'since the activation',
    'newest-period': 'the newest period',
  };
  return `${words[span]} (${days} ${days === 1 ? 'day' : 'days'} counted)`;
}

/** Every kind of service with what it lacks. [CR-12] */
export function serviceTable({ items }: Pick<CrisisInput, 'items'>): Table {
  const services = ofKind(items, 'service').map(({ content }) => content);
  const shown = (value: number | null) => (value === null ? '–' : number(value));
  return {
    kind: 'table',
    caption: 'Services: places, and what is needed',
    quiet: true,
    columns: [
      { title: 'Service', width: 40 },
      { title: 'Who offers it', width: 15, figures: true },
      { title: 'Places', width: 15, figures: true },
      { title: 'Needed', width: 15, figures: true },
      { title: 'Lacking', width: 15, figures: true },
    ],
    rows: serviceMap(services).map(({ service, offers, places, needed, lack }) => [
      serviceWords[service],
      offers === 0 ? 'nobody' : String(offers),
      ...[places, needed, lack].map(shown),
    ]),
  };
}

/** Each group with the services that are closed to it. [CR-13] */
export function exposureTable({ items }: Pick<CrisisInput, 'items'>): Table {
  const services = ofKind(items, 'service').map(({ content }) => content);
  const named = (kinds: readonly (keyof typeof serviceWords)[]) =>
    kinds.length === 0 ? '–' : kinds.map((each) => serviceWords[each]).join('; ');
  return {
    kind: 'table',
    caption: 'Groups, and the services that are closed to them',
    quiet: true,
    columns: [
      { title: 'Group', width: 30 },
      { title: 'People (estimate)', width: 14, figures: true },
      { title: 'Status', width: 20 },
      { title: 'Closed to them', width: 18 },
      { title: 'Nobody has asked', width: 18 },
    ],
    rows: ofKind(items, 'group').map(({ content: group }) => {
      const { closed, notKnown } = exposure(group, services);
      const people = group.people === null ? '– (not estimated)' : number(group.people);
      return [group.title, people, irregularWords[group.irregular], named(closed), named(notKnown)];
    }),
  };
}

/** "2 h left", "overdue for 3 days", or the status where no time runs. */
export function timerSaid(timer: Timer, status: string): string {
  switch (timer.state) {
    case 'running':
      return `${status}, ${timeWords(timer.minutes)} left`;
    case 'overdue':
      return `${status}, overdue for ${timeWords(timer.minutes)}`;
    case 'waiting':
    case 'done':
    case 'dropped':
      return status;
  }
}

/** "Lantern Trust, manager"; "nobody yet" where neither is said. */
export function owner(organisation: string, role: string): string {
  const named = [organisation, role].filter((part) => part !== '');
  return named.length === 0 ? 'nobody yet' : named.join(', ');
}

function expectedSaid({ control }: Change): readonly string[] {
  if (control.answer === 'cannot-tell') return ['–', '–'];
  const { low3, high3 } = control.limits;
  return [number(control.expected, 1), `${number(low3, 1)} to ${number(high3, 1)}`];
}

function checksSaid({ open, failed }: ReturnType<typeof checkStanding>): string {
  const said = [
    failed.length > 0 && `${failed.length} not met`,
    open.length > 0 && `${open.length} open`,
  ].filter((part) => part !== false);
  return said.length === 0 ? 'all met' : said.join(', ');
}
