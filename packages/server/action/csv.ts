import { isOverdue, proposedRag, standingRag } from '@freehold/core/action';
import { csvText, type Cell } from '@freehold/core/table';
import type { KeptAction } from './store.ts';

/** The actions as a table, one a row. Lists are joined by "; "; what is not said is empty. */
export function actionsCsv(
  actions: readonly KeptAction[],
  gapTitles: ReadonlyMap<string, string>,
  today: string,
): string {
  const rows = actions.map((action): readonly Cell[] => [
    ...[action.title, action.objective, action.method, action.status],
    ...[standingRag(action, today), proposedRag(action, today).rag, action.decided],
    action.ragReason,
    ...[isOverdue(action, today), action.startsOn, action.dueOn, action.endedOn],
    ...[action.ownerOrganisation, action.ownerRole, action.doers],
    ...[action.resources, action.resourceSource, action.cost],
    action.cost === null ? null : action.currency,
    ...[action.kind, action.stage, action.pathway, action.fourP, action.roundNumber],
    action.gaps.map((id) => gapTitles.get(id) ?? id).join('; '),
    ...[action.topics.join('; '), action.indicators.join('; '), action.interventions.join('; ')],
    ...[action.blocked, action.evidence, action.notes, action.lastNote?.text ?? null],
  ]);
  return csvText([columns, ...rows]);
}

const columns = [
  ...['title', 'objective', 'method', 'status'],
  ...['colour', 'colour_proposed', 'colour_decided', 'colour_reason'],
  ...['overdue', 'starts_on', 'due_on', 'ended_on'],
  ...['owner_organisation', 'owner_role', 'doers'],
  ...['resources', 'resource_source', 'cost', 'currency'],
  ...['kind', 'stage', 'pathway', 'four_p', 'round'],
  ...['gaps', 'topics', 'indicators', 'interventions'],
  ...['blocked_by', 'evidence', 'notes', 'newest_note'],
];
