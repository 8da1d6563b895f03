import { isOpen, type ActionFacts, type Rag } from './action.ts';
import { daysFrom } from './days.ts';

/** Why the rule proposes a colour; `days` is how long it has lasted, or how long is left. */
export type RagReason =
  | { readonly code: 'overdue' | 'late-start' | 'due-soon' | 'no-progress'; readonly days: number }
  | { readonly code: 'blocked' | 'no-owner' | 'no-resource' | 'no-due-day' };

/** `rag` is null where there is nothing left to do. */
export type Proposed = { readonly rag: Rag | null; readonly because: readonly RagReason[] };

/** A day this near needs progress, and brings a reminder. */
export const soonDays = 14;
/** A note older than this tells nothing of an action that is due soon. */
const freshDays = 28;
/** After this long without a word nobody knows how an action goes. */
const silentDays = 90;

/**
 * Proposes a colour: red for what is late or stands still, amber for what is likely to become so, else green.
 * A person decides; the proposal stays beside the decision. `today` is an ISO day. [AC-1 to AC-5]
 *
 * Holds: another reason never makes the colour better; every reason that holds is named, the gravest first.
 */
export function proposedRag(action: ActionFacts, today: string): Proposed {
  if (!isOpen(action)) return { rag: null, because: [] };
  const red = reds.flatMap((reason) => reason(action, today));
  const amber = ambers.flatMap((reason) => reason(action, today));
  const rag = red.length > 0 ? 'red' : amber.length > 0 ? 'amber' : 'green';
  return { rag, because: [...red, ...amber] };
}

/** The colour that stands: what a person decided, else what the rule proposes. [AC-6] */
export function standingRag(action: ActionFacts, today: string): Rag | null {
  return isOpen(action) ? (action.decided ?? proposedRag(action, today).rag) : null;
}

/**
 * Has the rule's answer become worse since a person decided, and worse than what they decided? Then somebody should
 * look again. `then` is what the rule proposed at the time. [AC-7]
 */
export function needsAnotherLook(decided: Rag | null, then: Rag | null, now: Rag | null): boolean {
  if (decided === null || now === null) return false;
  return gravity[now] > gravity[decided] && gravity[now] > (then === null ? -1 : gravity[then]);
}

const gravity: Readonly<Record<Rag, number>> = { green: 0, amber: 1, red: 2 };

type Reason = (action: ActionFacts, today: string) => readonly RagReason[];

const reds: readonly Reason[] = [
  ({ dueOn }, today) =>
    dueOn !== null && dueOn < today ? [{ code: 'overdue', days: daysFrom(dueOn, today) }] : [],
  ({ blocked }) => (blocked === '' ? [] : [{ code: 'blocked' }]),
];

const ambers: readonly Reason[] = [
  ({ status, startsOn }, today) =>
    status === 'planned' && startsOn !== null && startsOn < today
      ? [{ code: 'late-start', days: daysFrom(startsOn, today) }]
      : [],
  ({ dueOn, notedOn }, today) => {
    if (dueOn === null || dueOn < today || daysFrom(today, dueOn) > soonDays) return [];
    const fresh = notedOn !== null && daysFrom(notedOn, today) <= freshDays;
    return fresh ? [] : [{ code: 'due-soon', days: daysFrom(today, dueOn) }];
  },
  ({ status, startsOn, madeOn, notedOn }, today) => {
    if (status !== 'under-way') return [];
    const days = daysFrom(notedOn ?? startsOn ?? madeOn, today);
    return days > silentDays ? [{ code: 'no-progress', days }] : [];
  },
  ({ ownerOrganisation }) => (ownerOrganisation === '' ? [{ code: 'no-owner' }] : []),
  ({ resources }) => (resources === '' ? [{ code: 'no-resource' }] : []),
  ({ dueOn }) => (dueOn === null ? [{ code: 'no-due-day' }] : []),
];
