import { useState } from 'react';
import { irregularWords, type Group } from '@freehold/core/crisis';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { ItemForm } from './item-form.tsx';
import { numberOf, optionsOf, textOf } from './service-form.tsx';
import type { HeldGroup } from './services.tsx';
import type { Items } from './use-board.ts';

/** Names a group of people who are affected, or changes what is known of it. */
export function GroupForm({
  held,
  items,
  onClose,
}: {
  held: HeldGroup | null;
  items: Items;
  onClose: () => void;
}) {
  const [group, setGroup] = useState<Group>(held?.content ?? blank);
  const set = (change: Partial<Group>) => setGroup((before) => ({ ...before, ...change }));
  return (
    <ItemForm
      title={held === null ? 'Add a group' : 'Change a group'}
      {...{ held, items, content: group, onClose }}
    >
      <TextField
        label="Who are they?"
        hint="A group, never a family or a person."
        required
        maxLength={200}
        value={group.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label="About how many people?"
        hint="An estimate; empty is not known."
        type="number"
        value={textOf(group.people)}
        onChange={(text) => set({ people: numberOf(text) })}
      />
      <TextField
        label="Whose estimate?"
        maxLength={300}
        value={group.source}
        onChange={(source) => set({ source })}
      />
      <Choice
        label="May they be without a regular status?"
        value={group.irregular}
        options={optionsOf(irregularWords)}
        onChange={(irregular) => set({ irregular })}
      />
      <TextArea
        label="What else is known?"
        maxLength={1000}
        value={group.note}
        onChange={(note) => set({ note })}
      />
    </ItemForm>
  );
}

const blank: Group = {
  ...{ kind: 'group', title: '', people: null, source: '', irregular: 'not-known', note: '' },
};
