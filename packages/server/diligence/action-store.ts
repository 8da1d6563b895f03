import type { DiligenceActionFields } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';
import { namedOr } from './links.ts';

type Named = { readonly id: string; readonly name: string };

export type NewActionFields = DiligenceActionFields & {
  readonly supplier: string | null;
  readonly risk: string | null;
  readonly incident: string | null;
};

export type KeptAction = DiligenceActionFields & {
  readonly id: string;
  readonly supplier: Named | null;
  readonly risk: string | null;
  readonly incident: string | null;
  readonly endedOn: string | null;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

/** Every action by its step, those that are due first before the others. */
export async function actionsOf(tx: Work): Promise<readonly KeptAction[]> {
  const rows = await chosen(tx)
    .orderBy('a.step')
    .orderBy('a.due_on', (by) => by.asc().nullsLast())
    .orderBy('a.made_at')
    .orderBy('a.id')
    .execute();
  return rows.map(kept);
}

export async function actionOf(tx: Work, id: string): Promise<KeptAction | null> {
  const row = await chosen(tx).where('a.id', '=', id).executeTakeFirst();
  return row === undefined ? null : kept(row);
}

export async function addAction(tx: Work, hand: Hand, fields: NewActionFields): Promise<string> {
  const { id } = await tx
    .insertInto('diligence_action')
    .values({
      partnership_id: hand.partnership,
      ...writtenAction(fields, null, hand.at),
      ...{ made_at: hand.at, changed_at: hand.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes an action; the day on which it was first done or stopped stays. */
export async function changeAction(
  tx: Work,
  id: string,
  fields: NewActionFields & { readonly endedOn: string | null },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('diligence_action')
    .set({ ...writtenAction(fields, fields.endedOn, at), changed_at: at })
    .where('id', '=', id)
    .execute();
}

function chosen(tx: Work) {
  return tx
    .selectFrom('diligence_action as a')
    .leftJoin('supplier as u', 'u.id', 'a.supplier_id')
    .select([
      'a.id',
      'a.supplier_id as supplierId',
      'u.name as supplierName',
      'a.risk_id as risk',
      'a.incident_id as incident',
      'a.title',
      'a.step',
      'a.stage',
      'a.leverage',
      'a.owner_organisation as ownerOrganisation',
      'a.owner_role as ownerRole',
      'a.due_on as dueOn',
      'a.cost',
      'a.currency',
      'a.engaged',
      'a.indicator',
      'a.indicator_aim as indicatorAim',
      'a.result',
      'a.status',
      'a.ended_on as endedOn',
      'a.made_at as madeAt',
      'a.changed_at as changedAt',
    ]);
}

function kept({
  supplierId,
  supplierName,
  ...row
}: Omit<KeptAction, 'supplier'> & {
  readonly supplierId: string | null;
  readonly supplierName: string | null;
}): KeptAction {
  return { ...row, supplier: namedOr(supplierId, supplierName) };
}

/** What an action's columns hold; one that has ended without a day ended on `at`. */
export function writtenAction(fields: NewActionFields, endedOn: string | null, at: Date) {
  const { title, step, stage, leverage, cost, currency, engaged, indicator, result } = fields;
  const ended = fields.status === 'done' || fields.status === 'stopped';
  return {
    ...{ title, step, stage, leverage, cost, currency, engaged, indicator, result },
    ...{ supplier_id: fields.supplier, risk_id: fields.risk, incident_id: fields.incident },
    ...{ owner_organisation: fields.ownerOrganisation, owner_role: fields.ownerRole },
    ...{ due_on: fields.dueOn, indicator_aim: fields.indicatorAim, status: fields.status },
    ended_on: ended ? (endedOn ?? at.toISOString().slice(0, 10)) : null,
  };
}
