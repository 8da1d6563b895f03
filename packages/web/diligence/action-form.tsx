import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  actionTitles,
  ActionStatus,
  etiStageWords,
  EtiStage,
  oecdSteps,
} from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { diligenceChanged, partner, type Action, type Risk } from './calls.ts';
import { DayField, NumberField } from './inputs.tsx';
import { SupplierChoice } from './supplier-choice.tsx';

type Fields = Omit<Action, 'id' | 'endedOn' | 'madeAt' | 'changedAt'>;

/** Plans an action in one of the six steps, or says how one stands. */
export function ActionForm({
  partnership,
  action,
  begun = {},
  risks,
  onClose,
}: {
  partnership: string;
  action: Action | null;
  /** What a new action begins with. */
  begun?: Partial<Fields>;
  risks: readonly Risk[];
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => ({ ...begin(action), ...begun }));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const json = { ...fields, supplier: fields.supplier?.id ?? null };
      return action === null
        ? got(partner.diligence.actions.$post({ param: { partnership }, json }))
        : got(
            partner.diligence.actions[':diligenceAction'].$patch({
              param: { partnership, diligenceAction: action.id },
              json,
            }),
          );
    },
    onSuccess: async () => {
      await diligenceChanged(partnership);
      onClose();
    },
  });
  const text = (
    key: 'leverage' | 'ownerOrganisation' | 'ownerRole' | 'indicator' | 'indicatorAim',
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      maxLength={200}
      value={fields[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <Dialog title={action === null ? 'Plan an action' : 'Change an action'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What is done?"
          required
          maxLength={300}
          value={fields.title}
          onChange={(title) => set({ title })}
        />
        <Choice
          label="Step"
          hint="The OECD’s six steps."
          value={String(fields.step)}
          options={oecdSteps.map(({ step, title }) => [String(step), `${step} ${title}`] as const)}
          onChange={(chosen) => {
            const found = oecdSteps.find(({ step }) => String(step) === chosen);
            if (found !== undefined) set({ step: found.step, stage: found.stage });
          }}
        />
        <Choice
          label="Stage"
          hint="ETI’s four; the one that goes with the step is proposed."
          value={fields.stage}
          options={EtiStage.options.map((each) => [each, etiStageWords[each]] as const)}
          onChange={(stage) => set({ stage })}
        />
        <SupplierChoice
          partnership={partnership}
          chosen={fields.supplier}
          onChange={(supplier) => set({ supplier })}
        />
        <Choice
          label="Risk that it answers"
          value={fields.risk ?? ''}
          options={[
            ['', 'None of them'],
            ...risks.map(({ id, title }): [string, string] => [id, title]),
          ]}
          onChange={(risk) => set({ risk: risk === '' ? null : risk })}
        />
        {text(
          'leverage',
          'Leverage',
          'What gives you a say: your share of sales, a contract, others who buy there.',
        )}
        {text('ownerOrganisation', 'Organisation that does it')}
        {text('ownerRole', 'Role there', 'A role rather than a name.')}
        <DayField label="Due" value={fields.dueOn} onChange={(dueOn) => set({ dueOn })} />
        <NumberField label="Cost" value={fields.cost} onChange={(cost) => set({ cost })} />
        <TextField
          label="Currency"
          maxLength={3}
          value={fields.currency}
          onChange={(currency) => set({ currency: currency.toUpperCase() })}
        />
        <TextArea
          label="Who was asked, and what changed because of it?"
          hint="Workers, unions, survivors, suppliers."
          maxLength={2000}
          value={fields.engaged}
          onChange={(engaged) => set({ engaged })}
        />
        {text('indicator', 'What should change for workers', 'An outcome, not how much was done.')}
        {text('indicatorAim', 'How much of it, by when')}
        <Choice
          label="How it stands"
          value={fields.status}
          options={ActionStatus.options.map((each) => [each, actionTitles[each]] as const)}
          onChange={(status) => set({ status })}
        />
        <TextArea
          label="What came of it"
          maxLength={2000}
          value={fields.result}
          onChange={(result) => set({ result })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {action === null ? 'Plan the action' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(action: Action | null): Fields {
  const {
    supplier = null,
    risk = null,
    incident = null,
    title = '',
    step = 3,
    stage = 'mitigate',
    leverage = '',
    ownerOrganisation = '',
    ownerRole = '',
    dueOn = null,
    cost = null,
    currency = '',
    engaged = '',
    indicator = '',
    indicatorAim = '',
    result = '',
    status = 'planned',
  } = action ?? {};
  return {
    ...{ supplier, risk, incident, title, step, stage, leverage, ownerOrganisation, ownerRole },
    ...{ dueOn, cost, currency, engaged, indicator, indicatorAim, result, status },
  };
}
