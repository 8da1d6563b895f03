import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { counted } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { today } from '../plan/stage-choice.tsx';
import { NumberField } from './inputs.tsx';
import { keepCount, type NewCount } from './statement-calls.ts';

/** Keeps one count; one that is there for the same time is replaced. */
export function CountForm({ partnership, onClose }: { partnership: string; onClose: () => void }) {
  const [fields, setFields] = useState<NewCount>({
    ...{ measure: 'trained-staff', year: Number(today().slice(0, 4)), quarter: 0 },
    ...{ n: 0, outOf: null, source: '', note: '' },
  });
  const set = (change: Partial<NewCount>) => setFields((before) => ({ ...before, ...change }));
  const of = counted.find(({ code }) => code === fields.measure);
  const save = useMutation({
    mutationFn: () => keepCount(partnership, fields),
    onSuccess: onClose,
  });
  return (
    <Dialog title="Add a count" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Choice
          label="What was counted"
          value={fields.measure}
          options={counted.map(({ code, title }) => [code, title] as const)}
          onChange={(measure) => set({ measure, outOf: null })}
        />
        <NumberField
          label="Year"
          value={fields.year}
          onChange={(year) => set({ year: year ?? 0 })}
        />
        <Choice
          label="Whole year or quarter"
          value={String(fields.quarter)}
          options={[
            ['0', 'The whole year'],
            ...[1, 2, 3, 4].map((each): [string, string] => [String(each), `Quarter ${each}`]),
          ]}
          onChange={(quarter) => set({ quarter: Number(quarter) })}
        />
        <NumberField label="How many" value={fields.n} onChange={(n) => set({ n: n ?? 0 })} />
        {of !== undefined && of.outOf !== '' && (
          <NumberField
            label={`Out of how many ${of.outOf}`}
            hint="Empty where it is not known."
            value={fields.outOf}
            onChange={(outOf) => set({ outOf })}
          />
        )}
        <TextField
          label="Source"
          required
          maxLength={300}
          value={fields.source}
          onChange={(source) => set({ source })}
        />
        <TextField
          label="Note"
          maxLength={1000}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Keep it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
