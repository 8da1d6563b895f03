import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { placeQuery } from '../review/place-choice.tsx';
import { PlacePicker } from '../place/place-picker.tsx';
import { organisationNamesQuery } from './calls.ts';
import type { Part } from './form.tsx';
import { Section } from './form-section.tsx';

/** Who does it, where, and for whom. */
export function Who({ at, fields, set }: Part) {
  const names = useQuery(organisationNamesQuery(at.partnership));
  const id = useId();
  return (
    <Section legend="Who, where and for whom">
      <datalist id={id}>
        {(names.data ?? []).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <TextField
        label="Led by"
        hint="An organisation, as the directory names it."
        list={id}
        maxLength={200}
        value={fields.lead}
        onChange={(lead) => set({ lead })}
      />
      <Several
        label="Partners"
        hint="Add them one at a time, as the directory names them."
        list={id}
        items={fields.partners}
        onChange={(partners) => set({ partners })}
      />
      <Places {...{ at, places: fields.places }} onChange={(places) => set({ places })} />
      <TextField
        label="Form of exploitation"
        hint="Such as labour, sexual, criminal, domestic servitude; empty for all."
        maxLength={200}
        value={fields.exploitation}
        onChange={(exploitation) => set({ exploitation })}
      />
      <TextField
        label="People it is meant for"
        hint="A group, never a person: “people on farms”, “young men in hostels”."
        maxLength={500}
        value={fields.people}
        onChange={(people) => set({ people })}
      />
    </Section>
  );
}

/** Several short texts: added one at a time, each with a button that takes it away. */
export function Several({
  label,
  hint,
  list,
  items,
  onChange,
}: {
  label: string;
  hint: string;
  list?: string;
  items: readonly string[];
  onChange: (items: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const next = typed.trim();
    if (next !== '' && !items.includes(next)) onChange([...items, next]);
    setTyped('');
  };
  return (
    <div className="stack-tight">
      <TextField
        {...{ label, hint, ...(list !== undefined && { list }) }}
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
      <div>
        <Button disabled={typed.trim() === ''} onClick={add}>
          Add<span className="unseen"> to {label.toLowerCase()}</span>
        </Button>
      </div>
      <Chosen
        items={items.map((each) => ({ id: each, words: each }))}
        onRemove={(gone) => onChange(items.filter((each) => each !== gone))}
      />
    </div>
  );
}

function Places({
  at,
  places,
  onChange,
}: Pick<Part, 'at'> & { places: readonly string[]; onChange: (places: string[]) => void }) {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  return (
    <div className="stack-tight">
      <PlacePicker
        partnership={at.partnership}
        label="Places"
        hint="Leave it empty where it is done everywhere."
        taken={places}
        choose="Add"
        onPick={({ id, name }) => {
          setNames((before) => ({ ...before, [id]: name }));
          onChange([...places, id]);
        }}
      />
      <ul className="taken-list">
        {places.map((id) => (
          <li key={id}>
            <PlaceName partnership={at.partnership} id={id} known={names[id]} />
            <Button tone="quiet" onClick={() => onChange(places.filter((each) => each !== id))}>
              Take away<span className="unseen"> {names[id] ?? 'this place'}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PlaceName({
  partnership,
  id,
  known,
}: {
  partnership: string;
  id: string;
  known: string | undefined;
}) {
  const { data } = useQuery({ ...placeQuery(partnership, id), enabled: known === undefined });
  return <span>{known ?? data?.name ?? '…'}</span>;
}

function Chosen({
  items,
  onRemove,
}: {
  items: readonly { readonly id: string; readonly words: string }[];
  onRemove: (id: string) => void;
}) {
  if (items.length === 0) return null;
  return (
    <ul className="taken-list">
      {items.map(({ id, words }) => (
        <li key={id}>
          <span>{words}</span>
          <Button tone="quiet" onClick={() => onRemove(id)}>
            Take away<span className="unseen"> {words}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
