import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Baseline } from '@freehold/core/crisis';
import { measuresQuery } from '../data/calls.ts';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { today } from '../plan/stage-choice.tsx';
import { ItemForm } from './item-form.tsx';
import { lengths, periodsOf, type TypedBaseline } from './typed-baseline.ts';
import type { Items } from './use-board.ts';

/** Takes a baseline from a series of the place, or from counts that somebody types. */
export function BaselineForm({
  partnership,
  items,
  onClose,
}: {
  partnership: string;
  items: Items;
  onClose: () => void;
}) {
  const { data } = useQuery(measuresQuery(partnership));
  const measures = (data?.measures ?? []).filter(({ valueKind }) => valueKind === 'count');
  const [counts, setCounts] = useState<Baseline['counts']>('concerns');
  const [measure, setMeasure] = useState('');
  const [source, setSource] = useState('');
  const [typed, setTyped] = useState<TypedBaseline>({ counts: '', lastDay: today(), days: 7 });
  const points = periodsOf(typed);
  const chosen = measure === '' ? (measures[0]?.code ?? '') : measure;
  const content: Baseline = {
    ...{ kind: 'baseline', counts, source, points: counts === 'measure' ? [] : (points ?? []) },
    measure: counts === 'measure' ? chosen : '',
    title: titleOf(counts, measures.find(({ code }) => code === chosen)?.title ?? ''),
  };
  return (
    <ItemForm title="Add counts from before" held={null} {...{ items, content, onClose }}>
      <Choice
        label="What was counted?"
        value={counts}
        options={[
          ['concerns', 'Referral concerns'],
          ['again', 'People seen again'],
          ['measure', 'A measure of this place'],
        ]}
        onChange={setCounts}
      />
      {counts === 'measure' ? (
        <Choice
          label="Measure"
          hint="Only counts. Its newest 24 periods before the activation are frozen."
          value={chosen}
          options={measures.map(({ code, title }) => [code, title] as const)}
          onChange={setMeasure}
        />
      ) : (
        <>
          <TextArea
            label="Counts, the oldest first"
            hint="Separated by spaces or lines; a dash for a period that nobody counted. At least 8, or nothing can be told."
            wrong={points === null ? 'Whole numbers and dashes only, and a last day.' : undefined}
            value={typed.counts}
            onChange={(next) => setTyped({ ...typed, counts: next })}
          />
          <Choice
            label="Each is the count of"
            value={String(typed.days)}
            options={lengths}
            onChange={(days) => setTyped({ ...typed, days: Number(days) })}
          />
          <TextField
            label="Last day of the last period"
            type="date"
            value={typed.lastDay}
            onChange={(lastDay) => setTyped({ ...typed, lastDay })}
          />
          <TextField
            label="Whose counts are these?"
            maxLength={500}
            value={source}
            onChange={setSource}
          />
        </>
      )}
    </ItemForm>
  );
}

function titleOf(counts: Baseline['counts'], measure: string): string {
  if (counts === 'measure') return measure === '' ? 'Measure' : measure;
  return counts === 'concerns' ? 'Referral concerns' : 'People seen again';
}
