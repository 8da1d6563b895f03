import { useState } from 'react';
import type { Contact } from '@freehold/core/crisis';
import { Choice, TextField } from '../parts/field.tsx';
import type { HeldContact } from './calls-part.tsx';
import { ItemForm } from './item-form.tsx';
import type { Items } from './use-board.ts';
import { nameOf } from './words.ts';

/** Adds a role to the contact tree, or changes one. */
export function ContactForm({
  held,
  others,
  items,
  onClose,
}: {
  held: HeldContact | null;
  others: readonly HeldContact[];
  items: Items;
  onClose: () => void;
}) {
  const [contact, setContact] = useState<Contact>(held?.content ?? blank);
  const set = (change: Partial<Contact>) => setContact((before) => ({ ...before, ...change }));
  return (
    <ItemForm
      title={held === null ? 'Add a contact' : 'Change a contact'}
      {...{ held, items, content: contact, onClose }}
    >
      <TextField
        label="Organisation"
        required
        maxLength={200}
        value={contact.organisation}
        onChange={(organisation) => set({ organisation })}
      />
      <TextField
        label="Role"
        hint="The duty, not who has it today."
        required
        maxLength={200}
        value={contact.role}
        onChange={(role) => set({ role })}
      />
      <TextField
        label="Telephone of the role"
        maxLength={60}
        value={contact.telephone}
        onChange={(telephone) => set({ telephone })}
      />
      <TextField
        label="Mailbox of the role"
        type="email"
        maxLength={200}
        value={contact.mailbox}
        onChange={(mailbox) => set({ mailbox })}
      />
      <Choice
        label="Called by"
        value={contact.calledBy ?? ''}
        options={[
          ['', 'Nobody: stands at the top'],
          ...others.map(({ id, content }) => [id, nameOf(content)] as const),
        ]}
        onChange={(id) => set({ calledBy: id === '' ? null : id })}
      />
    </ItemForm>
  );
}

const blank: Contact = {
  ...{ kind: 'contact', organisation: '', role: '', mailbox: '', telephone: '' },
  ...{ calledBy: null, acknowledged: false },
};
