import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { statementAreas, type StatementArea, titleOfArea } from '@freehold/core/diligence';
import { mayKeepRecord } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { today } from '../plan/stage-choice.tsx';
import { usePartnership } from '../session/session.ts';
import { day } from '../words.ts';
import { addStep, changeStep, type Statement, type StatementAt } from './statement-calls.ts';

type Step = Statement['steps'][number];

/** The improvement plan: what will be better, who sees to it, by when. It goes on after the approval. */
export function Plan({ at, statement }: { at: StatementAt; statement: Statement }) {
  const mine = usePartnership(at.partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ step, json }: { step: Step; json: Parameters<typeof changeStep>[2] }) =>
      changeStep(at, step.id, json),
    onSuccess: (_, { step, json }) => {
      if (json.removed !== undefined)
        offerUndo({
          says: `${json.removed ? 'Taken out' : 'Put back'}: ${step.what}.`,
          undo: () => change.mutate({ step, json: { removed: !json.removed } }),
        });
    },
  });
  return (
    <section className="stack" aria-labelledby="plan-title">
      <h2 id="plan-title">Improvement plan</h2>
      <Undo offer={offer} />
      <Problems error={change.error} />
      {statement.steps.length === 0 && (
        <p className="soft">
          No step is planned yet. Begin with what is missing on the lowest level.
        </p>
      )}
      <ol className="record-list">
        {statement.steps.map((step) => (
          <li key={step.id} className="record">
            <div className="record-says">
              <span className="strong">{step.what}</span>
              <span className="small soft">
                {titleOfArea(step.area)} · {step.ownerRole === '' ? 'nobody yet' : step.ownerRole} ·{' '}
                {step.dueOn === null ? 'no day yet' : `by ${day(step.dueOn)}`}
                {step.doneOn !== null && ` · done ${day(step.doneOn)}`}
              </span>
            </div>
            {may && (
              <div className="row">
                <Button
                  tone="quiet"
                  onClick={() =>
                    change.mutate({ step, json: { doneOn: step.doneOn === null ? today() : null } })
                  }
                >
                  {step.doneOn === null ? 'Done' : 'Not done yet'}
                  <span className="unseen">: {step.what}</span>
                </Button>
                <Button
                  tone="quiet"
                  onClick={() => change.mutate({ step, json: { removed: true } })}
                >
                  Take out<span className="unseen">: {step.what}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {may && <NewStep at={at} />}
    </section>
  );
}

type Fields = { area: StatementArea; what: string; ownerRole: string; dueOn: string };
const empty: Fields = { area: 'structure', what: '', ownerRole: '', dueOn: '' };

function NewStep({ at }: { at: StatementAt }) {
  const [fields, setFields] = useState<Fields>(empty);
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const add = useMutation({
    mutationFn: () => addStep(at, { ...fields, dueOn: fields.dueOn === '' ? null : fields.dueOn }),
    onSuccess: () => setFields(empty),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <h3>Plan a step</h3>
      <div className="two-columns">
        <Choice
          label="Area"
          value={fields.area}
          options={statementAreas.map(({ code, title }) => [code, title] as const)}
          onChange={(area) => set({ area })}
        />
        <TextField
          label="What will be better"
          required
          maxLength={500}
          value={fields.what}
          onChange={(what) => set({ what })}
        />
        <TextField
          label="Who sees to it, by role"
          maxLength={200}
          value={fields.ownerRole}
          onChange={(ownerRole) => set({ ownerRole })}
        />
        <TextField
          label="By when"
          type="date"
          value={fields.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      </div>
      <Problems error={add.error} />
      <div>
        <Button type="submit" disabled={add.isPending}>
          Add the step
        </Button>
      </div>
    </form>
  );
}
