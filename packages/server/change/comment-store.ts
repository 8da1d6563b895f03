import type { Work } from '../database/within.ts';
import type { By } from './store.ts';

export type KeptComment = {
  readonly id: string;
  readonly about: string | null;
  readonly text: string;
  readonly byName: string;
  readonly at: Date;
  readonly settledAt: Date | null;
  readonly settledBy: string;
};

const columns = [
  ...(['id', 'about', 'text', 'by_name as byName', 'made_at as at'] as const),
  ...(['settled_at as settledAt', 'settled_by_name as settledBy'] as const),
] as const;

/** What was said about a theory, the first first, settled comments too. */
export async function commentsOf(tx: Work, theory: string): Promise<readonly KeptComment[]> {
  return tx
    .selectFrom('theory_comment')
    .where('theory_id', '=', theory)
    .select(columns)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function addComment(
  tx: Work,
  by: By,
  theory: string,
  { about, text, at }: Pick<KeptComment, 'about' | 'text' | 'at'>,
): Promise<KeptComment> {
  return tx
    .insertInto('theory_comment')
    .values({
      ...{ partnership_id: by.partnership, theory_id: theory, about, text, made_at: at },
      ...{ by_person: by.person, by_name: by.name },
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Marks a comment as settled, or open again; null where there is none for the asker. */
export async function settleComment(
  tx: Work,
  id: string,
  { settled, name, at }: { readonly settled: boolean; readonly name: string; readonly at: Date },
): Promise<KeptComment | null> {
  const row = await tx
    .updateTable('theory_comment')
    .set({ settled_at: settled ? at : null, settled_by_name: settled ? name : '' })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
  return row ?? null;
}
