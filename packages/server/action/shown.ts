import { isOverdue, needsAnotherLook, proposedRag, standingRag } from '@freehold/core/action';
import type { Action } from './shapes.ts';
import type { KeptAction } from './store.ts';

/** An action as it leaves the house on a day. Only who may edit sees the mailbox that reminders go to. */
export function shownAction(
  action: KeptAction,
  { today, mayEdit }: { readonly today: string; readonly mayEdit: boolean },
): Action {
  const { ownerOrganisation, ownerRole, ownerMailbox, ownerMember, memberName } = action;
  const { rag, because } = proposedRag(action, today);
  const { lastNote, madeAt, changedAt, ragAt } = action;
  return {
    ...{ id: action.id, place: action.place, round: action.round },
    ...{ roundNumber: action.roundNumber, title: action.title, objective: action.objective },
    method: action.method,
    owner: {
      ...{ organisation: ownerOrganisation, role: ownerRole, member: ownerMember, memberName },
      mailbox: mayEdit ? ownerMailbox : null,
    },
    ...{ remind: action.remind, doers: action.doers, resources: action.resources },
    ...{ resourceSource: action.resourceSource, startsOn: action.startsOn, dueOn: action.dueOn },
    ...{ status: action.status, endedOn: action.endedOn, overdue: isOverdue(action, today) },
    ...{ blocked: action.blocked, evidence: action.evidence, kind: action.kind },
    ...{ stage: action.stage, pathway: action.pathway, fourP: action.fourP },
    ...{ gaps: [...action.gaps], assets: [...action.assets], topics: [...action.topics] },
    indicators: [...action.indicators],
    interventions: [...action.interventions],
    ...{ cost: action.cost, currency: action.currency },
    rag: {
      stands: standingRag(action, today),
      proposed: rag,
      because: because.map((reason) => ({ ...reason })),
      ...{ decided: action.decided, reason: action.ragReason, by: action.ragBy },
      at: ragAt?.toISOString() ?? null,
      lookAgain: needsAnotherLook(action.decided, action.ragThen, rag),
    },
    progress: {
      n: action.notes,
      last: lastNote && { ...lastNote, at: lastNote.at.toISOString() },
    },
    ...{ removed: action.removed, version: action.version },
    madeAt: madeAt.toISOString(),
    changedAt: changedAt.toISOString(),
    changedBy: action.changedBy,
  };
}
