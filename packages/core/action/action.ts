import { z } from 'zod';

export const ActionStatus = z.enum(['planned', 'under-way', 'done', 'stopped']);
export type ActionStatus = z.infer<typeof ActionStatus>;

/** Where in the chain of results an action sits: what is put in, what is done, what comes out, what changes. */
export const ActionKind = z.enum(['input', 'process', 'output', 'outcome']);
export type ActionKind = z.infer<typeof ActionKind>;

export const Rag = z.enum(['red', 'amber', 'green']);
export type Rag = z.infer<typeof Rag>;

/**
 * What the rules ask of an action. Days are ISO days; texts are '' and days null where nothing is said.
 * `notedOn` is the day of the newest progress note, `endedOn` the day it was done or stopped.
 * `decided` is the colour that a person gave it, `gaps` the gaps it answers.
 */
export type ActionFacts = {
  readonly status: ActionStatus;
  readonly kind: ActionKind;
  readonly ownerOrganisation: string;
  readonly resources: string;
  readonly blocked: string;
  readonly startsOn: string | null;
  readonly dueOn: string | null;
  readonly madeOn: string;
  readonly endedOn: string | null;
  readonly notedOn: string | null;
  readonly decided: Rag | null;
  readonly gaps: readonly string[];
};

/** Is there still something to do? */
export function isOpen({ status }: Pick<ActionFacts, 'status'>): boolean {
  return status === 'planned' || status === 'under-way';
}

/** Is it open, and its due day past? On the due day itself it is not. [AC-2] */
export function isOverdue(action: Pick<ActionFacts, 'status' | 'dueOn'>, today: string): boolean {
  return isOpen(action) && action.dueOn !== null && action.dueOn < today;
}
