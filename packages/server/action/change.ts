import { daysFrom, merged, proposedRag, type Rag } from '@freehold/core/action';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import type { ActionFields } from './shapes.ts';
import {
  actionOf,
  actionToChange,
  addAction,
  changeAction,
  dayOf,
  decideRag,
  unknownLinks,
  type EditedAction,
  type KeptAction,
} from './store.ts';

/** Adds an action to a place, if all that it links to is there. */
export async function add(
  tx: Work,
  partner: Partner,
  place: string,
  fields: ActionFields,
  now: Date,
): Promise<Outcome<KeptAction>> {
  const wrong = await faultsOf(tx, place, fields);
  if (wrong.length > 0) return refused(...wrong);
  const by = { partnership: partner.partnership, byName: partner.name, place };
  return found(await actionOf(tx, await addAction(tx, by, fields, now)));
}

/** Changes an action, unless somebody else has changed the same field since `version`. */
export async function change(
  tx: Work,
  partner: Partner,
  action: string,
  { version, change: sent }: { readonly version: number; readonly change: Partial<EditedAction> },
  now: Date,
): Promise<Outcome<KeptAction>> {
  const before = await actionToChange(tx, action);
  if (before === null) return refused(problem('not-found'));
  if (version > before.version) return refused(problem('version-unknown'));
  const next = merged(
    { ...before, byName: before.changedBy, fields: editable(before) },
    version,
    sent,
  );
  if (!next.ok) return next;
  if (next.value.version === before.version) return fine(before);
  const wrong = await faultsOf(tx, before.place, next.value.fields);
  if (wrong.length > 0) return refused(...wrong);
  await changeAction(tx, before, next.value, partner.name, now);
  return found(await actionOf(tx, action));
}

/** Writes down what a person says of an action's colour; null goes back to the rule. */
export async function decide(
  tx: Work,
  partner: Partner,
  action: string,
  { version, rag, reason }: { version: number; rag: Rag | null; reason: string },
  now: Date,
): Promise<Outcome<KeptAction>> {
  const before = await actionToChange(tx, action);
  if (before === null) return refused(problem('not-found'));
  if (version > before.version) return refused(problem('version-unknown'));
  const { rag: proposed } = proposedRag(before, dayOf(now));
  if (proposed === null) return refused(problem('action-ended', undefined, { path: 'rag' }));
  if (rag !== null && reason === '')
    return refused(problem('rag-reason-needed', undefined, { path: 'reason' }));
  const kept = { decided: before.decided, ragReason: before.ragReason };
  const said = { decided: rag, ragReason: rag === null ? '' : reason };
  const next = merged({ ...before, byName: before.changedBy, fields: kept }, version, said);
  if (!next.ok) return next;
  await decideRag(tx, before, next.value, { name: partner.name, proposed, now });
  return found(await actionOf(tx, action));
}

function found(action: KeptAction | null): Outcome<KeptAction> {
  if (action === null) throw new RangeError('an action that was just written is not there');
  return fine(action);
}

async function faultsOf(
  tx: Work,
  place: string,
  fields: ActionFields,
): Promise<readonly Problem[]> {
  const { startsOn, dueOn } = fields;
  const turned = startsOn !== null && dueOn !== null && daysFrom(startsOn, dueOn) < 0;
  const unknown = await unknownLinks(tx, place, fields);
  return [
    ...(turned ? [problem('due-before-start', undefined, { path: 'dueOn' })] : []),
    ...unknown.map((what) => problem(`${what}-unknown`, undefined, { path: pathOf[what] ?? what })),
  ];
}

const pathOf: Readonly<Record<string, string>> = {
  gap: 'gaps',
  asset: 'assets',
  round: 'round',
  member: 'ownerMember',
};

function editable(action: KeptAction): EditedAction {
  const { round, title, objective, method, removed } = action;
  const { ownerOrganisation, ownerRole, ownerMailbox, ownerMember, remind } = action;
  const { doers, resources, resourceSource, startsOn, dueOn, status, blocked, evidence } = action;
  const { kind, stage, pathway, fourP, gaps, assets, topics, indicators } = action;
  const { interventions, cost, currency } = action;
  return {
    ...{ round, title, objective, method, removed },
    ...{ ownerOrganisation, ownerRole, ownerMailbox, ownerMember, remind },
    ...{ doers, resources, resourceSource, startsOn, dueOn, status, blocked, evidence },
    ...{ kind, stage, pathway, fourP, gaps, assets, topics, indicators },
    ...{ interventions, cost, currency },
  };
}
