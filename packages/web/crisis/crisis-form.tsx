import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CrisisType, Phase, phaseWords, spanOf, spanWords, typeWords } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { addCrisis, changeCrisis, crisisChanged, type Crisis, type CrisisFields } from './calls.ts';

/** Prepares for a crisis, or changes what is said of one; what is typed stays when the server says no. */
export function CrisisForm({
  partnership,
  place,
  crisis = null,
  onClose,
  onMade,
}: {
  partnership: string;
  place: { readonly id: string; readonly name: string };
  crisis?: Crisis | null;
  onClose: () => void;
  onMade?: (id: string) => void;
}) {
  const [fields, setFields] = useState<CrisisFields>(() => begin(crisis));
  const set = (change: Partial<CrisisFields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      crisis === null
        ? addCrisis({ partnership, place: place.id }, fields)
        : changeCrisis({ partnership, crisis: crisis.id }, { ...fields, version: crisis.version }),
    onSuccess: async ({ id }) => {
      await crisisChanged();
      onClose();
      if (crisis === null) onMade?.(id);
    },
  });
  const title = crisis === null ? `Prepare ${place.name} for a crisis` : 'Change the crisis';
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What is it called?"
          required
          maxLength={200}
          value={fields.title}
          onChange={(next) => set({ title: next })}
        />
        <Choice
          label="Kind of crisis"
          value={fields.type}
          options={CrisisType.options.map((each) => [each, typeWords[each]] as const)}
          onChange={(type) => set({ type })}
        />
        <Choice
          label="Phase"
          hint="Phases as the Global Protection Cluster counts them; before, during and after as IOM does."
          value={fields.phase}
          options={Phase.options.map(
            (each) => [each, `${phaseWords[each]} (${spanWords[spanOf(each)]})`] as const,
          )}
          onChange={(phase) => set({ phase })}
        />
        <TextArea
          label="When is it activated?"
          hint="The rule that triggers it, such as “a red flood warning for the harbour”."
          maxLength={1000}
          value={fields.triggerRule}
          onChange={(triggerRule) => set({ triggerRule })}
        />
        <TextField
          label="Who says so?"
          hint="The source of the warning or the news."
          maxLength={500}
          value={fields.source}
          onChange={(source) => set({ source })}
        />
        <TextField
          label="Address of the source"
          type="url"
          maxLength={1000}
          value={fields.sourceUrl}
          onChange={(sourceUrl) => set({ sourceUrl })}
        />
        <TextArea
          label="Who would be affected?"
          hint="Groups of people, nobody by name."
          maxLength={1000}
          value={fields.affected}
          onChange={(affected) => set({ affected })}
        />
        <TextArea
          label="Who among them may lose, or not have, a regular status?"
          hint="People who flee often become irregular; then support closes to them and they are more exposed."
          maxLength={1000}
          value={fields.irregular}
          onChange={(irregular) => set({ irregular })}
        />
        <TextField
          label="Began on"
          type="date"
          value={fields.startsOn ?? ''}
          onChange={(on) => set({ startsOn: on === '' ? null : on })}
        />
        <TextField
          label="Over on"
          type="date"
          value={fields.endsOn ?? ''}
          onChange={(on) => set({ endsOn: on === '' ? null : on })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {crisis === null ? 'Make the plan' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(crisis: Crisis | null): CrisisFields {
  const {
    title = '',
    type = 'sudden-disaster',
    phase = 'preparedness',
    startsOn = null,
    endsOn = null,
    source = '',
    sourceUrl = '',
    triggerRule = '',
    affected = '',
    irregular = '',
  } = crisis ?? {};
  return {
    ...{ title, type, phase, startsOn, endsOn },
    ...{ source, sourceUrl, triggerRule, affected, irregular },
  };
}
