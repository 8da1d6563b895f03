import type { Work } from '../database/within.ts';

/** Is there a place of this id that the asker may see? */
export async function knownPlace(tx: Work, place: string): Promise<boolean> {
  const row = await tx.selectFrom('place').where('id', '=', place).select('id').executeTakeFirst();
  return row !== undefined;
}
