import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Merged } from '@freehold/core/action';
import { Intervention } from '@freehold/core/prevention';
import type { Tables } from '../database/tables.ts';
import type { Work } from '../database/within.ts';

/** An intervention as it is kept; `touched` says in which version each field was changed last. */
export type KeptIntervention = Intervention & {
  readonly id: string;
  readonly removed: boolean;
  readonly version: number;
  readonly touched: Readonly<Record<string, number>>;
  readonly madeAt: Date;
  readonly changedAt: Date;
  readonly changedBy: string;
};

/** What people change of an intervention. */
export type EditedIntervention = Intervention & { readonly removed: boolean };

export type Hand = { readonly partnership: string; readonly byName: string; readonly at: Date };

/**
 * What the partnership does, did or means to do, in the order in which it was written down. With a place only what
 * is done there; what names no place is done everywhere. Removed ones are left out unless `removed` is asked for.
 */
export async function interventionsOf(
  tx: Work,
  place: string | null,
  { removed = false }: { readonly removed?: boolean } = {},
): Promise<readonly KeptIntervention[]> {
  const all = tx.selectFrom('intervention').selectAll().orderBy('made_at').orderBy('id');
  const rows = await (removed ? all : all.where('removed_at', 'is', null)).execute();
  return rows
    .map(read)
    .filter(({ places }) => place === null || places.length === 0 || places.includes(place));
}

/** One intervention; with `hold` kept from changing under the asker's hands until the work is done. */
export async function interventionOf(
  tx: Work,
  id: string,
  hold = false,
): Promise<KeptIntervention | null> {
  const asked = tx.selectFrom('intervention').selectAll().where('id', '=', id);
  const row = await (hold ? asked.forUpdate() : asked).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** Adds interventions in one statement, and gives their ids in the order in which they came. */
export async function addInterventions(
  tx: Work,
  hand: Hand,
  interventions: readonly Intervention[],
): Promise<readonly string[]> {
  if (interventions.length === 0) return [];
  const rows = await tx
    .insertInto('intervention')
    .values(
      interventions.map((each, at) => ({
        ...{ partnership_id: hand.partnership, name: each.name, content: JSON.stringify(each) },
        // A step apart, so that those of one file keep its order.
        ...{ made_at: new Date(hand.at.getTime() + at), changed_at: hand.at },
        changed_by_name: hand.byName,
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function changeIntervention(
  tx: Work,
  id: string,
  { version, touched, fields }: Merged<EditedIntervention>,
  hand: Hand,
): Promise<void> {
  const { removed, ...content } = fields;
  await tx
    .updateTable('intervention')
    .set({
      ...{ name: content.name, content: JSON.stringify(content) },
      ...{ version, touched: JSON.stringify(touched), removed_at: removed ? hand.at : null },
      ...{ changed_at: hand.at, changed_by_name: hand.byName },
    })
    .where('id', '=', id)
    .execute();
}

/** What people change of an intervention, without what the house adds. */
export function editable(kept: KeptIntervention): EditedIntervention {
  const { id: _id, version: _version, touched: _touched, madeAt: _madeAt, ...rest } = kept;
  const { changedAt: _changedAt, changedBy: _changedBy, ...edited } = rest;
  return edited;
}

const Touched = z.record(z.string(), z.number());

function read(row: Selectable<Tables['intervention']>): KeptIntervention {
  return {
    ...Intervention.parse(row.content),
    ...{ id: row.id, removed: row.removed_at !== null, version: row.version },
    ...{ touched: Touched.parse(row.touched), madeAt: row.made_at },
    ...{ changedAt: row.changed_at, changedBy: row.changed_by_name },
  };
}
