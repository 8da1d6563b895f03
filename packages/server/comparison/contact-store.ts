import type { Work } from '../database/within.ts';

/** Whether others may ask a partnership how it does something, and at which role's mailbox. */
export type Contact = {
  readonly agreed: boolean;
  readonly mailbox: string;
  readonly offer: string;
  readonly byName: string;
  readonly at: Date | null;
};

/** The partnership's own; nobody has agreed to anything until somebody says so. */
export async function contactOf(tx: Work, partnership: string): Promise<Contact> {
  const row = await tx
    .selectFrom('learning_contact')
    .where('partnership_id', '=', partnership)
    .select(['agreed', 'mailbox', 'offer', 'changed_by_name as byName', 'changed_at as at'])
    .executeTakeFirst();
  return row ?? { agreed: false, mailbox: '', offer: '', byName: '', at: null };
}

export async function keepContact(
  tx: Work,
  partnership: string,
  { agreed, mailbox, offer }: Pick<Contact, 'agreed' | 'mailbox' | 'offer'>,
  by: { readonly name: string; readonly now: Date },
): Promise<void> {
  const row = { agreed, mailbox, offer, changed_by_name: by.name, changed_at: by.now };
  await tx
    .insertInto('learning_contact')
    .values({ partnership_id: partnership, ...row })
    .onConflict((on) => on.column('partnership_id').doUpdateSet(row))
    .execute();
}
