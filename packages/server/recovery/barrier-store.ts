import type { z } from 'zod';
import type { Work } from '../database/within.ts';
import type { Barrier, NewBarrier } from './shapes.ts';

export type BarrierFields = z.infer<typeof NewBarrier>;
export type KeptBarrier = BarrierFields & { readonly id: string; readonly changedAt: Date };

/** The barriers on the board, in the order in which they were seen. */
export async function barriersOf(tx: Work): Promise<readonly KeptBarrier[]> {
  return chosen(tx)
    .where('taken_out_at', 'is', null)
    .orderBy('seen_on')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** One barrier, those taken off too; held from changing until the work is done. */
export async function barrierOf(tx: Work, id: string): Promise<KeptBarrier | null> {
  return (await chosen(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function addBarrier(
  tx: Work,
  partnership: string,
  fields: BarrierFields,
  at: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('remedy_barrier')
    .values({ partnership_id: partnership, ...written(fields), made_at: at, changed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Keeps a barrier's fields; `removed` takes it off the board or puts it back. */
export async function changeBarrier(
  tx: Work,
  id: string,
  fields: BarrierFields,
  { removed, at }: { readonly removed: boolean | undefined; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('remedy_barrier')
    .set({
      ...written(fields),
      changed_at: at,
      ...(removed !== undefined && { taken_out_at: removed ? at : null }),
    })
    .where('id', '=', id)
    .execute();
}

/** A barrier as it leaves the house. */
export function shownBarrier({ changedAt, ...rest }: KeptBarrier): z.infer<typeof Barrier> {
  return { ...rest, changedAt: changedAt.toISOString() };
}

function chosen(tx: Work) {
  return tx
    .selectFrom('remedy_barrier')
    .select([
      ...(['id', 'title', 'detail', 'route', 'affects', 'asks', 'status', 'reason'] as const),
      ...(['owner_organisation as ownerOrganisation', 'owner_role as ownerRole'] as const),
      ...(['seen_on as seenOn', 'changed_at as changedAt'] as const),
    ]);
}

function written(fields: BarrierFields) {
  const { title, detail, route, affects, asks, status, reason } = fields;
  return {
    ...{ title, detail, route, affects, asks, status, reason, seen_on: fields.seenOn },
    ...{ owner_organisation: fields.ownerOrganisation, owner_role: fields.ownerRole },
  };
}
