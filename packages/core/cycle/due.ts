import type { Stage } from '../framework/index.ts';

/** Something to do; `dueOn` is an ISO day, null where no day was set. */
export type Dated = {
  readonly kind: 'action' | 'target' | 'review' | 'item';
  readonly id: string;
  readonly title: string;
  readonly stage: Stage | null;
  readonly dueOn: string | null;
};
export type Due = Dated & { readonly overdue: boolean };

/**
 * What is due next: what has a day by that day, overdue first, then what has none in the order given. What is due
 * more than 60 days from `today` can wait and is left out. A thing due today is not overdue. [CY-17]
 */
export function dueNext(today: string, things: readonly Dated[]): readonly Due[] {
  const horizon = dayAfter(today, 60);
  return things
    .filter(({ dueOn }) => dueOn === null || dueOn <= horizon)
    .toSorted((a, b) => compare(a.dueOn ?? never, b.dueOn ?? never))
    .map((thing) => ({ ...thing, overdue: thing.dueOn !== null && thing.dueOn < today }));
}

const never = '9999-12-31';

function dayAfter(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
