import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { impactWords, likelihoodWords } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { LinkTicks } from '../plan/link-ticks.tsx';
import { planChanged, type Gap, type PlaceAt, type TopicName } from '../plan/plan.ts';
import { StageChoice } from '../plan/stage-choice.tsx';
import { addRisk, changeRisk, type Risk, type RiskFields } from './calls.ts';
import { arithmetic } from './words.ts';

/** Adds a risk, or changes one; what is typed stays when the server says no. */
export function RiskForm({
  at,
  risk,
  topics,
  gaps,
  onClose,
}: {
  at: PlaceAt;
  risk: Risk | null;
  topics: readonly TopicName[];
  gaps: readonly Gap[];
  onClose: () => void;
}) {
  const [fields, setFields] = useState<RiskFields>(() => begin(risk));
  const set = (change: Partial<RiskFields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      risk === null ? addRisk(at, fields) : changeRisk(at.partnership, risk.id, fields),
    onSuccess: async () => {
      await planChanged();
      onClose();
    },
  });
  return (
    <Dialog title={risk === null ? 'Add a risk' : 'Change a risk'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What could happen?"
          required
          maxLength={300}
          value={fields.title}
          onChange={(title) => set({ title })}
        />
        <TextArea
          label="What is known about it?"
          hint="Nobody by name."
          maxLength={2000}
          value={fields.description}
          onChange={(description) => set({ description })}
        />
        <Choice
          label="How likely is it?"
          value={String(fields.likelihood)}
          options={steps(likelihoodWords)}
          onChange={(step) => set({ likelihood: Number(step) })}
        />
        <Choice
          label="How bad would it be?"
          value={String(fields.impact)}
          options={steps(impactWords)}
          onChange={(step) => set({ impact: Number(step) })}
        />
        <p className="small figures" role="status">
          {arithmetic(fields)}
        </p>
        <TextArea
          label="What softens it?"
          maxLength={2000}
          value={fields.mitigation}
          onChange={(mitigation) => set({ mitigation })}
        />
        <TextField
          label="Organisation that looks after it"
          maxLength={200}
          value={fields.ownerOrganisation}
          onChange={(ownerOrganisation) => set({ ownerOrganisation })}
        />
        <TextField
          label="Role there"
          hint="A role rather than a name."
          maxLength={200}
          value={fields.ownerRole}
          onChange={(ownerRole) => set({ ownerRole })}
        />
        <TextField
          label="Look at it again by"
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
          legend="Topics that it is about"
          items={topics.map(({ code, title }) => ({ id: code, title }))}
          chosen={fields.topics}
          onChange={(next) => set({ topics: next })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {risk === null ? 'Add the risk' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function steps(words: readonly string[]): readonly (readonly [string, string])[] {
  return words.map((word, at) => [String(at + 1), `${at + 1} ${word}`]);
}

function begin(risk: Risk | null): RiskFields {
  const {
    title = '',
    description = '',
    likelihood = 3,
    impact = 3,
    mitigation = '',
    ownerOrganisation = '',
    ownerRole = '',
    reviewOn = null,
    stage = null,
    topics = [],
    gaps = [],
  } = risk ?? {};
  return {
    ...{ title, description, likelihood, impact, mitigation, ownerOrganisation, ownerRole },
    ...{ reviewOn, stage, topics, gaps },
  };
}
