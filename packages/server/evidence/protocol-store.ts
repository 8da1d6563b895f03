import { z } from '@hono/zod-openapi';
import { Protocol } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { plain } from '../http/plain.ts';
import { noteChange, type By } from './change.ts';

export const WrittenProtocol = plain(Protocol).openapi('WrittenProtocol');
export const ShownProtocol = Protocol.extend({ id: z.string() }).openapi('ShownProtocol');

/** Every search protocol, the newest search first. */
export async function protocolsOf(tx: Work): Promise<z.infer<typeof ShownProtocol>[]> {
  const rows = await tx
    .selectFrom('evidence_protocol')
    .select(['id', 'content'])
    .where('removed_at', 'is', null)
    .orderBy('updated_on', (order) => order.desc().nullsLast())
    .orderBy('title')
    .execute();
  return rows.map(({ id, content }) => ({ ...Protocol.parse(content), id }));
}

/** Keeps a search protocol, a new one where `id` is null; null where there is no such one. */
export async function keepProtocol(
  tx: Work,
  by: By,
  id: string | null,
  protocol: Protocol,
): Promise<string | null> {
  const values = {
    ...{ title: protocol.title, content: JSON.stringify(protocol) },
    updated_on: protocol.updatedOn,
  };
  const kept =
    id === null
      ? await tx
          .insertInto('evidence_protocol')
          .values({ partnership_id: by.partnership, ...values })
          .returning('id')
          .executeTakeFirst()
      : await tx
          .updateTable('evidence_protocol')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
  if (kept === undefined) return null;
  const what = id === null ? 'added' : 'changed';
  await noteChange(tx, by, { kind: 'protocol', record: kept.id, title: protocol.title, what });
  return kept.id;
}
