import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Agreement, agreementTitles, RemedyKind, remedyTitles } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { today } from '../plan/stage-choice.tsx';
import { diligenceChanged, partner, type Remedy } from './calls.ts';
import { DayField, NumberField } from './inputs.tsx';
import { PersonWarning } from './person-warning.tsx';

type Fields = Omit<Remedy, 'id' | 'incident' | 'workers' | 'madeAt' | 'changedAt'> & {
  workers: number | null;
};

/** Writes down what was done for workers; the check of a later day is part of it. */
export function RemedyForm({
  partnership,
  incident,
  remedy,
  onClose,
}: {
  partnership: string;
  incident: string;
  remedy: Remedy | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(remedy));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const withheld = remedy?.workers.suppressed ?? false;
  const save = useMutation({
    mutationFn: () => {
      const { workers, ...rest } = fields;
      const counted = withheld && workers === null ? {} : { workers };
      return remedy === null
        ? got(
            partner.incidents[':incident'].remedies.$post({
              param: { partnership, incident },
              json: fields,
            }),
          )
        : got(
            partner['incident-remedies'][':incidentRemedy'].$patch({
              param: { partnership, incidentRemedy: remedy.id },
              json: { ...rest, ...counted },
            }),
          );
    },
    onSuccess: async () => {
      await diligenceChanged(partnership);
      onClose();
    },
  });
  return (
    <Dialog
      title={remedy === null ? 'Write a remedy down' : 'Change a remedy'}
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
        <Choice
          label="Remedy"
          value={fields.kind}
          options={RemedyKind.options.map((each) => [each, remedyTitles[each]] as const)}
          onChange={(kind) => set({ kind })}
        />
        <TextArea
          label="What was done"
          maxLength={2000}
          value={fields.description}
          onChange={(description) => set({ description })}
        />
        <PersonWarning text={`${fields.description}\n${fields.checkNote}`} />
        <NumberField label="Amount" value={fields.amount} onChange={(amount) => set({ amount })} />
        <TextField
          label="Currency"
          maxLength={3}
          value={fields.currency}
          onChange={(currency) => set({ currency: currency.toUpperCase() })}
        />
        <NumberField
          label="How many workers it reached"
          hint={
            withheld
              ? 'A number is kept and too small to show. Leave it empty to keep it.'
              : 'Under 5 it is kept, and shown to nobody.'
          }
          value={fields.workers}
          onChange={(workers) => set({ workers })}
        />
        <TextField
          label="Given on"
          type="date"
          required
          value={fields.givenOn}
          onChange={(givenOn) => set({ givenOn })}
        />
        <Choice
          label="Did the workers agree to it?"
          value={fields.agreement}
          options={Agreement.options.map((each) => [each, agreementTitles[each]] as const)}
          onChange={(agreement) => set({ agreement })}
        />
        <DayField
          label="Check whether it works by"
          value={fields.checkDueOn}
          onChange={(checkDueOn) => set({ checkDueOn })}
        />
        {remedy !== null && (
          <>
            <DayField
              label="Checked on"
              hint="A later day than it was given on."
              value={fields.checkedOn}
              onChange={(checkedOn) => set({ checkedOn })}
            />
            <Choice
              label="Does it work?"
              value={fields.works ?? ''}
              options={[
                ['', 'Not checked yet'],
                ['yes', 'It works'],
                ['partly', 'It works in part'],
                ['no', 'It does not work'],
              ]}
              onChange={(works) => set({ works: works === '' ? null : works })}
            />
            <TextArea
              label="What the check found"
              hint="Ask the workers first."
              maxLength={2000}
              value={fields.checkNote}
              onChange={(checkNote) => set({ checkNote })}
            />
          </>
        )}
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {remedy === null ? 'Write it down' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(remedy: Remedy | null): Fields {
  const {
    kind = 'back-pay',
    description = '',
    amount = null,
    currency = 'GBP',
    givenOn = today(),
    agreement = 'not-asked',
    checkDueOn = null,
    checkedOn = null,
    works = null,
    checkNote = '',
  } = remedy ?? {};
  return {
    ...{ kind, description, amount, currency, givenOn, agreement, checkDueOn, checkedOn, works },
    ...{ checkNote, workers: remedy?.workers.value ?? null },
  };
}
