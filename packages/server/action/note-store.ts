import type { Work } from '../database/within.ts';

export type KeptNote = {
  readonly id: string;
  readonly text: string;
  readonly byName: string;
  readonly at: Date;
};

const columns = ['id', 'text', 'by_name as byName', 'at'] as const;

/** Every note of an action, the newest first. */
export async function notesOf(tx: Work, action: string): Promise<readonly KeptNote[]> {
  return tx
    .selectFrom('action_note')
    .where('action_id', '=', action)
    .select(columns)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Adds a note, which nobody changes afterwards. */
export async function addNote(
  tx: Work,
  about: { readonly partnership: string; readonly action: string; readonly person: string },
  { text, byName, at }: Omit<KeptNote, 'id'>,
): Promise<KeptNote> {
  return tx
    .insertInto('action_note')
    .values({
      ...{ partnership_id: about.partnership, action_id: about.action, by_person: about.person },
      ...{ text, by_name: byName, at },
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}
