import { sql } from 'kysely';
import { shippedTypes, TypeList } from '@freehold/core/prevention';
import type { Work } from '../database/within.ts';
import type { Hand } from './store.ts';

/** A version of the list of types as lists show it; `id` is null for the one that is shipped. */
export type KeptTypeList = {
  readonly id: string | null;
  readonly inUse: boolean;
  readonly list: TypeList;
  readonly fileName: string;
  readonly byName: string;
  readonly madeAt: Date | null;
};

/** The list of types in use: the partnership's own, or else the shipped one. */
export async function typesOf(tx: Work): Promise<TypeList> {
  const own = await tx
    .selectFrom('intervention_type_list')
    .where('in_use', '=', true)
    .select('content')
    .executeTakeFirst();
  return own === undefined ? shippedTypes : TypeList.parse(own.content);
}

/** Every version, the shipped one first: old ones stay. */
export async function typeListsOf(tx: Work): Promise<readonly KeptTypeList[]> {
  const rows = await tx
    .selectFrom('intervention_type_list')
    .selectAll()
    .orderBy('version')
    .execute();
  const own = rows.map((row) => ({
    ...{ id: row.id, inUse: row.in_use, list: TypeList.parse(row.content) },
    ...{ fileName: row.file_name, byName: row.by_name, madeAt: row.made_at },
  }));
  const shipped = {
    ...{ id: null, inUse: own.every(({ inUse }) => !inUse), list: shippedTypes },
    ...{ fileName: '', byName: '', madeAt: null },
  };
  return [shipped, ...own];
}

/** Adds a version and puts it in use; whoever adds one at the same time waits. */
export async function addTypeList(
  tx: Work,
  hand: Hand,
  list: TypeList,
  fileName: string,
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${hand.partnership}))`.execute(tx);
  const { most } = await tx
    .selectFrom('intervention_type_list')
    .select((e) => e.fn.max('version').as('most'))
    .executeTakeFirstOrThrow();
  const version = Math.max(shippedTypes.version, most ?? 0) + 1;
  await useNone(tx);
  const { id } = await tx
    .insertInto('intervention_type_list')
    .values({
      ...{ partnership_id: hand.partnership, version, title: list.title, in_use: true },
      ...{ content: JSON.stringify({ ...list, version }), file_name: fileName },
      ...{ by_name: hand.byName, made_at: hand.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Goes to another version, to the shipped one with null; false where there is no such version. */
export async function chooseTypeList(tx: Work, id: string | null): Promise<boolean> {
  const known = tx.selectFrom('intervention_type_list').select('id').where('id', '=', id);
  if (id !== null && (await known.executeTakeFirst()) === undefined) return false;
  await useNone(tx);
  await tx
    .updateTable('intervention_type_list')
    .set({ in_use: true })
    .where('id', '=', id)
    .execute();
  return true;
}

async function useNone(tx: Work): Promise<void> {
  await tx
    .updateTable('intervention_type_list')
    .set({ in_use: false })
    .where('in_use', '=', true)
    .execute();
}
