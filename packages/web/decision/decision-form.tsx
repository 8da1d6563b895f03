import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { LinkTicks } from '../plan/link-ticks.tsx';
import { planChanged, type PlaceAt } from '../plan/plan.ts';
import { StageChoice, today } from '../plan/stage-choice.tsx';
import { addDecision, correctDecision, type Decision, type DecisionFields } from './calls.ts';
import { Options } from './options.tsx';

type Link = { readonly id: string; readonly title: string };

/** Puts a decision on record, or corrects one; what is typed stays when the server says no. */
export function DecisionForm({
  at,
  corrects,
  gaps,
  actions,
  onClose,
}: {
  at: PlaceAt;
  corrects: Decision | null;
  gaps: readonly Link[];
  actions: readonly Link[];
  onClose: () => void;
}) {
  const [fields, setFields] = useState<DecisionFields>(() => begin(corrects));
  const [why, setWhy] = useState('');
  const set = (change: Partial<DecisionFields>) =>
    setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const json = {
        ...fields,
        options: fields.options.filter(({ option }) => option.trim() !== ''),
      };
      return corrects === null
        ? addDecision(at, json)
        : correctDecision(at.partnership, corrects.id, { ...json, correction: why });
    },
    onSuccess: async () => {
      await planChanged();
      onClose();
    },
  });
  return (
    <Dialog
      title={corrects === null ? 'Put a decision on record' : 'Correct a decision'}
      open
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {corrects !== null && (
          <>
            <p className="small">
              What it said stays, with its day. Write it as it should have been.
            </p>
            <TextField
              label="Why is it corrected?"
              required
              maxLength={1000}
              value={why}
              onChange={setWhy}
            />
          </>
        )}
        <TextField
          label="What was the question?"
          required
          maxLength={500}
          value={fields.question}
          onChange={(question) => set({ question })}
        />
        <Options options={fields.options} onChange={(options) => set({ options })} />
        <TextArea
          label="What was decided?"
          maxLength={2000}
          value={fields.outcome}
          onChange={(outcome) => set({ outcome })}
        />
        <TextArea
          label="For which reasons?"
          maxLength={4000}
          value={fields.reasons}
          onChange={(reasons) => set({ reasons })}
        />
        <TextField
          label="Who decided: organisation or group"
          maxLength={200}
          value={fields.takenByOrganisation}
          onChange={(takenByOrganisation) => set({ takenByOrganisation })}
        />
        <TextField
          label="Role there"
          hint="Such as “Board” or “Chair”; no names are needed."
          maxLength={200}
          value={fields.takenByRole}
          onChange={(takenByRole) => set({ takenByRole })}
        />
        <TextField
          label="On which day?"
          type="date"
          required
          value={fields.decidedOn}
          onChange={(decidedOn) => set({ decidedOn })}
        />
        <TextField
          label="Look at it again on"
          type="date"
          value={fields.reviewOn ?? ''}
          onChange={(on) => set({ reviewOn: on === '' ? null : on })}
        />
        <StageChoice stage={fields.stage} onChange={(stage) => set({ stage })} />
        <LinkTicks
          legend="Gaps that it is about"
          items={gaps}
          chosen={fields.gaps}
          onChange={(next) => set({ gaps: next })}
        />
        <LinkTicks
          legend="Actions that it is about"
          items={actions}
          chosen={fields.actions}
          onChange={(next) => set({ actions: next })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button
            tone="primary"
            type="submit"
            disabled={save.isPending || fields.outcome.trim() === ''}
          >
            {corrects === null ? 'Put it on record' : 'Put the correction on record'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(corrects: Decision | null): DecisionFields {
  const {
    question = '',
    options = [],
    reasons = '',
    outcome = '',
    takenByOrganisation = '',
    takenByRole = '',
    decidedOn = today(),
    reviewOn = null,
    stage = null,
    gaps = [],
    actions = [],
  } = corrects ?? {};
  return {
    ...{ question, options, reasons, outcome, takenByOrganisation, takenByRole, decidedOn },
    ...{ reviewOn, stage, gaps, actions },
  };
}
