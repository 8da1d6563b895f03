import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { blankReference, doiIn, ReferenceType } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { addSource, changeSource, evidenceChanged, type WrittenSource } from './calls.ts';
import { sortWords, typeWords } from './words.ts';

/** Adds a source by hand, or changes one. */
export function SourceForm({
  partnership,
  source,
  onClose,
}: {
  partnership: string;
  source: (WrittenSource & { readonly id: string }) | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<WrittenSource>(() => begin(source));
  const { reference } = fields;
  const set = (change: Partial<WrittenSource>) => setFields((before) => ({ ...before, ...change }));
  const say = (change: Partial<WrittenSource['reference']>) =>
    set({ reference: { ...reference, ...change } });
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () =>
      source === null
        ? addSource(partnership, fields)
        : changeSource(partnership, source.id, fields),
    onSuccess: async ({ id }) => {
      await evidenceChanged(partnership);
      onClose();
      await navigate({
        to: '/p/$partnership/evidence/sources/$source',
        params: { partnership, source: id },
      });
    },
  });
  return (
    <Dialog title={source === null ? 'Add a source' : 'Change the source'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="Title"
          required
          value={reference.title}
          onChange={(title) => say({ title })}
        />
        <TextField
          label="Authors"
          hint="“Family, Given”, with semicolons between them."
          value={reference.authors.join('; ')}
          onChange={(text) => say({ authors: text === '' ? [] : text.split(/; ?/) })}
        />
        <TextField
          label="Year"
          type="number"
          value={reference.year === null ? '' : String(reference.year)}
          onChange={(text) => say({ year: text === '' ? null : Number(text) })}
        />
        <Choice
          label="Type"
          value={reference.type}
          options={ReferenceType.options.map((each) => [each, typeWords[each]] as const)}
          onChange={(type) => say({ type })}
        />
        <Choice
          label="Sort of publication"
          value={fields.sort}
          options={sorts}
          onChange={(sort) => set({ sort })}
        />
        <TextField
          label="Journal or book"
          value={reference.container}
          onChange={(container) => say({ container })}
        />
        <TextField
          label="Publisher"
          value={reference.publisher}
          onChange={(publisher) => say({ publisher })}
        />
        <TextField
          label="DOI"
          hint="Bare or as an address."
          value={reference.doi}
          onChange={(text) => say({ doi: doiIn(text) || text })}
        />
        <TextField
          label="Address"
          type="url"
          value={reference.url}
          onChange={(url) => say({ url })}
        />
        <TextField
          label="Licence"
          value={fields.licence}
          onChange={(licence) => set({ licence })}
        />
        <TextArea
          label="Abstract"
          value={reference.abstract}
          onChange={(abstract) => say({ abstract })}
        />
        <TextArea
          label="Note"
          hint="In your own words, with what you read of it."
          value={fields.note}
          onChange={(note) => set({ note })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {source === null ? 'Add the source' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

const sorts = (
  ['unknown', 'peer-reviewed', 'grey', 'evaluation', 'official', 'testimony'] as const
).map((each) => [each, sortWords[each]] as const);

function begin(source: WrittenSource | null): WrittenSource {
  const { reference, sort = 'unknown', route = 'reviewer', licence = '', note = '' } = source ?? {};
  return {
    reference: reference ?? { ...blankReference, title: '', authors: [], keywords: [], extra: {} },
    ...{ sort, route, licence, note },
  };
}
