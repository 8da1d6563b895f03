import { completeness, isStale, type Listed, type Profile } from '@freehold/core/directory';
import type { Work } from '../database/within.ts';
import { noteStep, type Hand } from './entry.ts';
import { listedOf, membershipsOf } from './listed.ts';
import type { ListedShown } from './shapes.ts';

/** Every partnership of the directory as it is shown. Six statements. */
export async function listedShown(tx: Work, today: string): Promise<readonly ListedShown[]> {
  const listed = await listedOf(tx);
  const members = countedBy(await membershipsOf(tx), (each) => each.listed);
  const open = await openItems(tx);
  return listed.map((each) =>
    shown(each, today, members.get(each.id) ?? 0, open.get(each.id) ?? 0),
  );
}

export function shown(
  listed: Listed,
  today: string,
  members: number,
  cleanUp: number,
): ListedShown {
  const { answered, asked, open } = completeness(listed.profile, members);
  return {
    ...listed,
    completeness: { answered, asked, open: [...open] },
    stale: isStale(listed.verifiedOn, today),
    members,
    cleanUp,
  };
}

async function openItems(tx: Work): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('clean_up_item')
    .where('state', '=', 'open')
    .where('listed_id', 'is not', null)
    .groupBy('listed_id')
    .select((e) => ['listed_id as listed', e.fn.countAll<number>().as('n')])
    .execute();
  return new Map(rows.map(({ listed, n }) => [listed ?? '', Number(n)]));
}

/** How many there are of each key. */
export function countedBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

export type ListedFields = { readonly name: string; readonly profile: Profile };

export async function addListed(tx: Work, hand: Hand, fields: ListedFields): Promise<string> {
  const { id } = await tx
    .insertInto('listed_partnership')
    .values({
      partnership_id: hand.partnership,
      name: fields.name,
      content: JSON.stringify(fields.profile),
      edited_at: hand.at,
      changed_at: hand.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await noteStep(tx, hand, { kind: 'partnership', record: id, what: 'added' });
  return id;
}

/** Writes a profile anew; what it was before stands in the history. */
export async function changeListed(
  tx: Work,
  hand: Hand,
  { id, before, after }: { id: string; before: ListedFields; after: ListedFields },
): Promise<void> {
  await tx
    .updateTable('listed_partnership')
    .set({
      name: after.name,
      content: JSON.stringify(after.profile),
      edited_at: hand.at,
      changed_at: hand.at,
    })
    .where('id', '=', id)
    .execute();
  const renamed = before.name === after.name ? '' : before.name;
  await noteStep(tx, hand, {
    kind: 'partnership',
    record: id,
    what: 'changed',
    before,
    note: renamed,
  });
}

/** Notes that somebody has found a profile to be right on a day. [DR-4] */
export async function verifyListed(
  tx: Work,
  hand: Hand,
  { id, by, on }: { readonly id: string; readonly by: string; readonly on: string },
): Promise<void> {
  await tx
    .updateTable('listed_partnership')
    .set({ verified_on: on, verified_by: by, changed_at: hand.at })
    .where('id', '=', id)
    .execute();
  await noteStep(tx, hand, { kind: 'partnership', record: id, what: 'verified', note: by });
}
