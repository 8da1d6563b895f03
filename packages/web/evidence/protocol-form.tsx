import { useState } from 'react';
import { Protocol } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { keepProtocol, type ShownProtocol } from './calls.ts';
import { Sheet } from './group-forms.tsx';

/** Puts down a search, or changes one. */
export function ProtocolForm({
  partnership,
  protocol,
  onClose,
}: {
  partnership: string;
  protocol: ShownProtocol | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Protocol>(() => begin(protocol));
  const set = (change: Partial<Protocol>) => setFields((before) => ({ ...before, ...change }));
  const lines = (label: string, key: 'databases' | 'inclusion' | 'exclusion') => (
    <TextArea
      label={label}
      hint="One a line."
      value={fields[key].join('\n')}
      onChange={(text) => set({ [key]: text.split('\n') })}
    />
  );
  const number = (label: string, key: 'identified' | 'duplicates' | 'screened' | 'included') => (
    <TextField
      label={label}
      type="number"
      value={fields[key] === null ? '' : String(fields[key])}
      onChange={(text) => set({ [key]: text === '' ? null : Number(text) })}
    />
  );
  const on = (label: string, key: 'searchedFrom' | 'searchedTo' | 'updatedOn') => (
    <TextField
      label={label}
      type="date"
      value={fields[key] ?? ''}
      onChange={(text) => set({ [key]: text === '' ? null : text })}
    />
  );
  return (
    <Sheet
      {...{ partnership, onClose }}
      title={protocol === null ? 'Add a search' : 'Change the search'}
      save={() => keepProtocol(partnership, protocol?.id ?? null, whole(fields))}
    >
      <TextField label="Title" required value={fields.title} onChange={(title) => set({ title })} />
      <TextArea
        label="What was asked"
        value={fields.question}
        onChange={(question) => set({ question })}
      />
      {lines('Databases and sites', 'databases')}
      <TextArea
        label="Words that were looked for"
        value={fields.strings}
        onChange={(strings) => set({ strings })}
      />
      {on('Searched from', 'searchedFrom')}
      {on('To', 'searchedTo')}
      <TextField
        label="Languages"
        value={fields.languages}
        onChange={(languages) => set({ languages })}
      />
      {lines('What was taken in', 'inclusion')}
      {lines('What was left out', 'exclusion')}
      {number('Records found', 'identified')}
      {number('Duplicates among them', 'duplicates')}
      {number('Screened', 'screened')}
      {number('Taken in', 'included')}
      <fieldset className="stack">
        <legend>Left out, by reason</legend>
        {fields.excluded.map(({ reason, n }, at) => (
          <div key={at} className="side-by-side">
            <TextField
              label="Reason"
              value={reason}
              onChange={(next) =>
                set({ excluded: replaced(fields.excluded, at, { reason: next }) })
              }
            />
            <TextField
              label="How many"
              type="number"
              value={String(n)}
              onChange={(next) =>
                set({ excluded: replaced(fields.excluded, at, { n: Number(next) }) })
              }
            />
            <Button
              tone="quiet"
              onClick={() => set({ excluded: fields.excluded.filter((_, place) => place !== at) })}
            >
              Take away
            </Button>
          </div>
        ))}
        <div>
          <Button onClick={() => set({ excluded: [...fields.excluded, { reason: '', n: 0 }] })}>
            Add a reason
          </Button>
        </div>
      </fieldset>
      {on('Last brought up to date', 'updatedOn')}
    </Sheet>
  );
}

function replaced(
  all: Protocol['excluded'],
  at: number,
  part: Partial<Protocol['excluded'][number]>,
): Protocol['excluded'] {
  return all.map((each, place) => (place === at ? { ...each, ...part } : each));
}

/** Empty lines are for typing, not for keeping. */
function whole(fields: Protocol): Protocol {
  const filled = (lines: readonly string[]) => lines.filter((line) => line.trim() !== '');
  return {
    ...fields,
    databases: filled(fields.databases),
    inclusion: filled(fields.inclusion),
    exclusion: filled(fields.exclusion),
  };
}

function begin(protocol: ShownProtocol | null): Protocol {
  if (protocol === null) return { ...Protocol.parse({ title: 'new' }), title: '' };
  const { id: _id, ...rest } = protocol;
  return rest;
}
