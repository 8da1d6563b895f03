import { changedList, CodeList, shippedCodeLists, type CodeItem } from '@freehold/core/directory';
import { problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Hand } from './entry.ts';

/** The newest version of every list: the partnership's own, or what Freehold ships. [DR-2] */
export async function codeListsOf(tx: Work): Promise<readonly CodeList[]> {
  const rows = await tx
    .selectFrom('code_list')
    .distinctOn('list')
    .select(['list', 'content'])
    .orderBy('list')
    .orderBy('version', 'desc')
    .execute();
  const own = new Map(rows.map(({ list, content }) => [list, CodeList.parse(content)]));
  return shippedCodeLists.map((list) => own.get(list.code) ?? list);
}

/** Keeps a changed list as its next version. Problems: `not-found`, and those of a changed list. */
export async function changeCodeList(
  tx: Work,
  hand: Hand,
  code: string,
  items: readonly CodeItem[],
): Promise<Outcome<CodeList>> {
  const before = (await codeListsOf(tx)).find((list) => list.code === code);
  if (before === undefined) return refused(problem('not-found'));
  const after = changedList(before, items);
  if (!after.ok) return after;
  const kept = await tx
    .insertInto('code_list')
    .values({
      ...{ partnership_id: hand.partnership, list: code, version: after.value.version },
      ...{ content: JSON.stringify(after.value), by_name: hand.byName, at: hand.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Somebody else has changed it since it was read.
  if ((kept.numInsertedOrUpdatedRows ?? 0n) === 0n) return refused(problem('changed-meanwhile'));
  return after;
}
