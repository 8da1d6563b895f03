import type { PlanAction } from './item.ts';

/** How an action stands against its time; `waiting` before a crisis is active, or where no time is set. [CR-5] */
export type Timer =
  | { readonly state: 'done' | 'dropped' | 'waiting' }
  | { readonly state: 'running' | 'overdue'; readonly dueAt: Date; readonly minutes: number };

type Timed = Pick<PlanAction, 'status' | 'dueAfterHours'>;

/** `minutes` are those left, or those since it was due; whole, 0 or more. [CR-5] */
export function timerOf(
  { status, dueAfterHours }: Timed,
  activatedAt: Date | null,
  now: Date,
): Timer {
  if (status === 'done' || status === 'dropped') return { state: status };
  if (activatedAt === null || dueAfterHours === null) return { state: 'waiting' };
  const dueAt = new Date(activatedAt.getTime() + dueAfterHours * 3_600_000);
  const left = (dueAt.getTime() - now.getTime()) / 60_000;
  return left < 0
    ? { state: 'overdue', dueAt, minutes: Math.floor(-left) }
    : { state: 'running', dueAt, minutes: Math.ceil(left) };
}

export type Completion = {
  readonly done: number;
  readonly all: number;
  readonly overdue: number;
  /** 0 to 1; null where nothing was planned. */
  readonly share: number | null;
};

/** How much of a plan is done; what was dropped does not count. [CR-6] */
export function completion(
  actions: readonly Timed[],
  activatedAt: Date | null,
  now: Date,
): Completion {
  const counted = actions.filter(({ status }) => status !== 'dropped');
  const done = counted.filter(({ status }) => status === 'done').length;
  const overdue = counted.filter((each) => timerOf(each, activatedAt, now).state === 'overdue');
  const all = counted.length;
  return { done, all, overdue: overdue.length, share: all === 0 ? null : done / all };
}

/** What is due first before what is due later, then what has no time; what is done or dropped last. */
export function byUrgency<Action extends Timed>(actions: readonly Action[]): readonly Action[] {
  return actions.toSorted((a, b) => {
    const open = Number(isOver(a)) - Number(isOver(b));
    return open === 0 ? (a.dueAfterHours ?? never) - (b.dueAfterHours ?? never) : open;
  });
}

function isOver({ status }: Timed): boolean {
  return status === 'done' || status === 'dropped';
}

const never = Number.MAX_SAFE_INTEGER;
