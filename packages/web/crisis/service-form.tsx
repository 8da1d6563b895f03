import { useState } from 'react';
import {
  ServiceKind,
  serviceStateWords,
  serviceWords,
  statusAskedWords,
  type Service,
} from '@freehold/core/crisis';
import { Choice, TextField } from '../parts/field.tsx';
import { ItemForm } from './item-form.tsx';
import type { HeldService } from './services.tsx';
import type { Items } from './use-board.ts';

/** Puts a service on the map, or changes one. */
export function ServiceForm({
  held,
  items,
  onClose,
}: {
  held: HeldService | null;
  items: Items;
  onClose: () => void;
}) {
  const [service, setService] = useState<Service>(held?.content ?? blank);
  const set = (change: Partial<Service>) => setService((before) => ({ ...before, ...change }));
  return (
    <ItemForm
      title={held === null ? 'Add a service' : 'Change a service'}
      {...{ held, items, content: service, onClose }}
    >
      <Choice
        label="Kind of service"
        value={service.service}
        options={ServiceKind.options.map((each) => [each, serviceWords[each]] as const)}
        onChange={(next) => set({ service: next })}
      />
      <TextField
        label="Who offers it"
        required
        maxLength={200}
        value={service.organisation}
        onChange={(organisation) => set({ organisation })}
      />
      <TextField
        label="How one gets there"
        hint="The referral route that is there: a desk, a number, an address."
        maxLength={500}
        value={service.route}
        onChange={(route) => set({ route })}
      />
      <Choice
        label="How it stands"
        value={service.state}
        options={optionsOf(serviceStateWords)}
        onChange={(state) => set({ state })}
      />
      <TextField
        label="Places it has"
        hint="Empty is not known."
        type="number"
        value={textOf(service.places)}
        onChange={(text) => set({ places: numberOf(text) })}
      />
      <TextField
        label="Places needed, by your estimate"
        hint="Empty is not known."
        type="number"
        value={textOf(service.needed)}
        onChange={(text) => set({ needed: numberOf(text) })}
      />
      <Choice
        label="Does one have to show an immigration status?"
        value={service.asksStatus}
        options={optionsOf(statusAskedWords)}
        onChange={(asksStatus) => set({ asksStatus })}
      />
    </ItemForm>
  );
}

/** A table of words as the options of a choice. */
export function optionsOf<Code extends string>(
  words: Readonly<Record<Code, string>>,
): readonly (readonly [Code, string])[] {
  return Object.entries(words) as [Code, string][];
}

export function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

export function numberOf(text: string): number | null {
  return text === '' ? null : Math.trunc(Number(text));
}

const blank: Service = {
  ...{ kind: 'service', service: 'shelter', organisation: '', route: '', state: 'working' },
  ...{ places: null, needed: null, asksStatus: 'not-known' },
};
