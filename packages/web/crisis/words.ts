import {
  completion,
  ofKind,
  reachOf,
  stateWords,
  type Contact,
  type CrisisState,
  type PracticeStatus,
} from '@freehold/core/crisis';
import { count, day, moment, sayProblems } from '../words.ts';
import type { Board, Crisis } from './calls.ts';
import type { BoardPart } from './routes.tsx';

export const partWords: Readonly<Record<BoardPart, string>> = {
  now: 'Now',
  calls: 'Calls',
  counts: 'Counts',
  services: 'Services',
  after: 'After',
};

export const statusSays: Readonly<Record<PracticeStatus, string>> = {
  CONFIRMED: 'A source that was read says so',
  UNVERIFIED: 'Heard of, not read',
  PROPOSED: 'Our own proposal; no source says it',
};

export const stateTones: Readonly<Record<CrisisState, string>> = {
  prepared: 'tag',
  active: 'tag bad',
  ended: 'tag warn',
  reviewed: 'tag good',
};

/** "Spring flood is active: 2 actions overdue, 3 of 7 contacts reached" */
export function boardTitle({ crisis, items }: Pick<Board, 'crisis' | 'items'>, now: Date): string {
  if (crisis.state !== 'active')
    return `${crisis.title}: ${stateWords[crisis.state].toLowerCase()}`;
  const { overdue, done, all } = progress({ crisis, items }, now);
  const { reached, called } = calls(items);
  const acts =
    overdue > 0
      ? `${count(overdue, 'action is', 'actions are')} overdue`
      : `${done} of ${count(all, 'action', 'actions')} done`;
  const tree =
    called === 0 ? '' : `, ${reached} of ${count(called, 'contact', 'contacts')} reached`;
  return `${crisis.title} is active: ${acts}${tree}`;
}

export function progress({ crisis, items }: Pick<Board, 'crisis' | 'items'>, now: Date) {
  const actions = ofKind(items, 'action').map(({ content }) => content);
  return completion(actions, activatedAt(crisis), now);
}

export function calls(items: Board['items']) {
  const reach = reachOf(ofKind(items, 'contact').map(({ id, content }) => ({ id, ...content })));
  const reached = reach.filter(({ state }) => state === 'reached').length;
  return { reached, called: reach.length };
}

export function activatedAt({ activatedAt: at }: Pick<Crisis, 'activatedAt'>): Date | null {
  return at === null ? null : new Date(at);
}

/** " · active since 2 Mar 2026, 14:02, by Cora", " · active 2 March to 9 March 2026", or nothing. */
export function activeWords({ activatedAt: at, endedAt, activatedBy }: Crisis): string {
  if (at === null) return '';
  return endedAt === null
    ? ` · active since ${moment(at)}, by ${activatedBy}`
    : ` · active ${day(at)} to ${day(endedAt)}`;
}

/** A contact as people name it: "Lantern Trust, casework manager". */
export function nameOf({ organisation, role }: Pick<Contact, 'organisation' | 'role'>): string {
  return `${organisation}, ${role}`;
}

/** "Last update 2 Mar 2026, 14:02 · Cora" */
export function lastUpdate({
  changedAt,
  changedBy,
}: {
  readonly changedAt: string;
  readonly changedBy: string;
}): string {
  return `Last update ${moment(changedAt)} · ${changedBy}`;
}

sayProblems({
  'crisis-active-already': () => 'Another crisis is active. End it first: there is one board.',
  'crisis-not-active': () => 'Activate the crisis first: this belongs to a board that is in use.',
  'crisis-reviewed': () => 'The review is finished. Open it again to change something.',
  'nothing-found-yet': () =>
    'Write down at least one thing that you found, then finish the review.',
  'practice-unknown': () => 'This practice is not in the library.',
  'caller-unknown': () => 'Whoever is to call is not in the contact tree any more.',
  'calls-in-circle': () => 'They would call each other in a circle. Choose somebody further up.',
  'group-too-small': ({ least }) =>
    `A group of fewer than ${String(least)} people is not written down: somebody could be known by it.`,
  'line-twice': () => 'This line stands on the board already.',
  'line-stays': () => 'The lines of the board are fixed.',
  'kind-stays': () => 'Something else is meant here. Load the page again.',
  'baseline-frozen': () =>
    'The baseline was frozen at the activation, so that it stays comparable.',
  'baseline-after-activation': ({ from }) =>
    `A baseline ends before the activation on ${String(from)}.`,
  'period-backwards': () => 'A period ends before it begins.',
  'periods-overlap': () => 'Two periods of the baseline overlap.',
  'no-series-before': () =>
    'The place has no counts of this measure of its own from before. Type them, or choose another.',
  'finding-followed': () => 'This finding has become that already.',
  'not-a-finding': () => 'Only a finding can become something.',
  'day-outside': ({ from, to }) => `Choose a day from ${String(from)} to ${String(to)}.`,
  'no-such-move': () => 'This step is not possible now. Load the page again.',
});
