import { Network } from '@freehold/core/graph';
import type { Work } from '../database/within.ts';
import type { Read } from './received.ts';

const columns = ['id', 'title', 'directed', 'nodes', 'ties', 'made_at as at'] as const;

/** Networks that were brought in, the newest first; removed ones are left out. */
export async function importedOf(tx: Work) {
  return tx
    .selectFrom('network')
    .where('removed_at', 'is', null)
    .select(columns)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
}

/** One of them with everything in it; null where it is not there or removed. */
export async function importedNetwork(tx: Work, id: string) {
  const row = await tx
    .selectFrom('network')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .select([...columns, 'content'])
    .executeTakeFirst();
  return row === undefined ? null : { ...row, network: Network.parse(row.content) };
}

export async function keepNetwork(
  tx: Work,
  by: { readonly partnership: string; readonly name: string },
  { format, title, network }: Omit<Read, 'notices'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('network')
    .values({
      ...{ partnership_id: by.partnership, title, format, directed: network.directed },
      ...{ nodes: network.nodes.length, ties: network.ties.length, made_by: by.name },
      content: JSON.stringify(network),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Renames a network, takes it out or brings it back. False where there is none. */
export async function changeNetwork(
  tx: Work,
  id: string,
  change: { readonly title?: string; readonly removed?: boolean },
  now: Date,
): Promise<boolean> {
  const set = {
    ...(change.title !== undefined && { title: change.title }),
    ...(change.removed !== undefined && { removed_at: change.removed ? now : null }),
  };
  const query = tx.updateTable('network').where('id', '=', id);
  const row =
    Object.keys(set).length === 0
      ? await tx.selectFrom('network').where('id', '=', id).select('id').executeTakeFirst()
      : await query.set(set).returning('id').executeTakeFirst();
  return row !== undefined;
}
