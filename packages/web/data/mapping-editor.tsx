import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Mapping } from '@freehold/core/data';
import { parsed, type Problem } from '@freehold/core/problem';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { codeFrom } from './drafts.ts';
import { ObservationForm } from './observation-form.tsx';
import { BoundariesForm, PlacesForm, PopulationsForm } from './place-forms.tsx';
import type { Sample } from './recognised.ts';
import { mappingFault, pathWords } from './words.ts';

/** A mapping to fill in. It is handed over when "Use this" is pressed and nothing stands in the way. */
export function MappingEditor({
  partnership,
  sample,
  first,
  title,
  onChange,
}: {
  partnership: string;
  sample: Sample;
  first: Mapping;
  title: string;
  onChange: (mapping: Mapping | null) => void;
}) {
  const [value, setValue] = useState(first);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const edit = (next: Mapping) => {
    setValue(next);
    onChange(null);
  };
  const use = () => {
    const outcome = parsed(Mapping, value);
    setFaults(outcome.ok ? [] : outcome.problems);
    onChange(outcome.ok ? titled(outcome.value) : null);
  };
  return (
    <div className="panel stack">
      <Form sample={sample} value={value} onChange={edit} />
      {faults.length > 0 && <Faults faults={faults} />}
      <div>
        <Button onClick={use}>Use this</Button>
      </div>
      <Save partnership={partnership} value={value} title={title} />
    </div>
  );
}

/** A job is called by its mapping's title; a description made by hand takes that of its data set. */
function titled(mapping: Mapping): Mapping {
  return mapping.kind === 'observations' && mapping.title === undefined
    ? { ...mapping, title: mapping.dataSet.title }
    : mapping;
}

function Form({
  sample,
  value,
  onChange,
}: {
  sample: Sample;
  value: Mapping;
  onChange: (value: Mapping) => void;
}) {
  switch (value.kind) {
    case 'observations':
      return <ObservationForm sample={sample} value={value} onChange={onChange} />;
    case 'places':
      return <PlacesForm sample={sample} value={value} onChange={onChange} />;
    case 'populations':
      return <PopulationsForm sample={sample} value={value} onChange={onChange} />;
    case 'boundaries':
      return <BoundariesForm sample={sample} value={value} onChange={onChange} />;
  }
}

function Faults({ faults }: { faults: readonly Problem[] }) {
  return (
    <Notice tone="bad" title="The description is not whole yet">
      <ul>
        {faults.slice(0, 12).map((fault, index) => (
          <li key={index}>
            <span className="strong">{pathWords(fault.where?.path ?? '')}:</span>{' '}
            {mappingFault(fault)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Save({
  partnership,
  value,
  title,
}: {
  partnership: string;
  value: Mapping;
  title: string;
}) {
  const [name, setName] = useState(title);
  const save = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].mappings[':code'].$put({
          param: { partnership, code: codeFrom(name) },
          json: { title: name.trim(), content: titled(value) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mappings', partnership] }),
  });
  return (
    <details className="method">
      <summary>Keep this description for the next file of this kind</summary>
      <div className="stack">
        <Problems error={save.error} />
        <TextField
          label="Name"
          hint="Such as “NRM referrals by police force”. The same name replaces what is kept."
          value={name}
          onChange={setName}
          maxLength={200}
        />
        <div className="row">
          <Button disabled={save.isPending || codeFrom(name) === ''} onClick={() => save.mutate()}>
            Keep it
          </Button>
          <span role="status" className="small soft">
            {save.isSuccess && 'Kept.'}
          </span>
        </div>
      </div>
    </details>
  );
}
