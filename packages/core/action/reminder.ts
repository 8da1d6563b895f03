import { isOpen, isOverdue, type ActionStatus } from './action.ts';
import { daysFrom } from './days.ts';
import { soonDays } from './rag.ts';

export type ReminderKind = 'due-soon' | 'overdue';

/** One reminder that was asked for: never twice the same. */
export type ReminderKey = {
  readonly action: string;
  readonly kind: ReminderKind;
  readonly dueOn: string;
};

/**
 * The reminders to send today: one when an action comes within 14 days of its due day, one when the day is past.
 * What stands in `claimed` is not asked for again; a new due day begins anew. [AC-8] [AC-9]
 */
export function remindersDue(
  actions: readonly {
    readonly id: string;
    readonly status: ActionStatus;
    readonly dueOn: string | null;
  }[],
  claimed: readonly ReminderKey[],
  today: string,
): readonly ReminderKey[] {
  const done = new Set(claimed.map(keyOf));
  return actions.flatMap((action) => {
    const { id, dueOn } = action;
    if (dueOn === null || !isOpen(action) || daysFrom(today, dueOn) > soonDays) return [];
    const kind = isOverdue(action, today) ? 'overdue' : 'due-soon';
    const key = { action: id, kind, dueOn } as const;
    return done.has(keyOf(key)) ? [] : [key];
  });
}

function keyOf({ action, kind, dueOn }: ReminderKey): string {
  return `${action} ${kind} ${dueOn}`;
}
