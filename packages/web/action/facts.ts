import type { ActionFacts } from '@freehold/core/action';
import type { Action } from './calls.ts';

/** What the rules of core ask of an action, from how the server shows it. */
export function factsOf(action: Action): ActionFacts {
  const { status, kind, resources, blocked, startsOn, dueOn, endedOn, gaps } = action;
  return {
    ...{ status, kind, resources, blocked, startsOn, dueOn, endedOn, gaps },
    ownerOrganisation: action.owner.organisation,
    madeOn: action.madeAt.slice(0, 10),
    notedOn: action.progress.last?.at.slice(0, 10) ?? null,
    decided: action.rag.decided,
  };
}
