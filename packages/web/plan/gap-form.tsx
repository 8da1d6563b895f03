import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { RadioCards } from '../review/radio-cards.tsx';
import { MarkFields } from './mark-fields.tsx';
import { planChanged, type Gap, type PlaceAt, type TopicName } from './plan.ts';
import { gapKinds, severities } from './words.ts';

type Fields = Pick<
  Gap,
  | 'topic'
  | 'indicator'
  | 'title'
  | 'kind'
  | 'severity'
  | 'affected'
  | 'locallySolvable'
  | 'escalateTo'
  | 'pathway'
  | 'fourP'
>;

/** Adds a gap, or changes one; what is typed stays when the server says no. */
export function GapForm({
  at,
  review,
  gap,
  topics,
  onClose,
}: {
  at: PlaceAt;
  review: string | null;
  gap: Gap | null;
  topics: readonly TopicName[];
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(gap, topics));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => keep(at, review, gap, fields),
    onSuccess: async () => {
      await planChanged();
      onClose();
    },
  });
  return (
    <Dialog title={gap === null ? 'Add a gap' : 'Change a gap'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What is missing?"
          required
          maxLength={300}
          value={fields.title}
          onChange={(title) => set({ title })}
        />
        <Choice
          label="Topic"
          value={fields.topic}
          options={topicOptions(topics, fields.topic)}
          onChange={(topic) => set({ topic, indicator: '' })}
        />
        <Choice
          label="What kind of gap?"
          value={fields.kind}
          options={gapKinds}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label="How severe?"
          value={fields.severity}
          options={severities}
          onChange={(severity) => set({ severity })}
        />
        <TextArea
          label="Who is affected?"
          hint="A group, such as “people with no recourse to public funds”. Nobody by name."
          maxLength={1000}
          value={fields.affected}
          onChange={(affected) => set({ affected })}
        />
        <RadioCards
          legend="Can it be mended here?"
          name="solvable"
          chosen={fields.locallySolvable ? 'here' : 'elsewhere'}
          options={[
            { value: 'here', title: 'Yes, by the partners here' },
            { value: 'elsewhere', title: 'No, it has to be taken to somebody else' },
          ]}
          onChange={(chosen) => set({ locallySolvable: chosen === 'here' })}
        />
        {!fields.locallySolvable && (
          <TextField
            label="Taken to whom?"
            hint="Such as the police and crime commissioner, or a ministry."
            maxLength={300}
            value={fields.escalateTo}
            onChange={(escalateTo) => set({ escalateTo })}
          />
        )}
        <MarkFields marks={fields} onChange={set} />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending || fields.topic === ''}>
            {gap === null ? 'Add the gap' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(gap: Gap | null, topics: readonly TopicName[]): Fields {
  if (gap !== null) {
    const { topic, indicator, title, kind, severity, affected, ...rest } = gap;
    const { locallySolvable, escalateTo, pathway, fourP } = rest;
    return {
      ...{ topic, indicator, title, kind, severity, affected },
      ...{ locallySolvable, escalateTo, pathway, fourP },
    };
  }
  return {
    topic: topics[0]?.code ?? '',
    indicator: '',
    title: '',
    kind: 'service',
    severity: 'medium',
    affected: '',
    locallySolvable: true,
    escalateTo: '',
    pathway: null,
    fourP: null,
  };
}

/** A topic of an older framework stays choosable where it is chosen. */
function topicOptions(
  topics: readonly TopicName[],
  chosen: string,
): readonly (readonly [string, string])[] {
  const known = topics.map(({ code, title }) => [code, title] as const);
  return known.some(([code]) => code === chosen) ? known : [[chosen, chosen], ...known];
}

async function keep(
  at: PlaceAt,
  review: string | null,
  gap: Gap | null,
  fields: Fields,
): Promise<void> {
  const partner = api.partnerships[':partnership'];
  if (gap === null) {
    await got(partner.places[':place'].gaps.$post({ param: at, json: { ...fields, review } }));
  } else {
    const param = { partnership: at.partnership, gap: gap.id };
    await got(partner.gaps[':gap'].$patch({ param, json: fields }));
  }
}
