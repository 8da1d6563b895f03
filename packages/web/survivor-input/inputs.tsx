import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayHearSurvivors } from '@freehold/core/access';
import { heardByStage } from '@freehold/core/cycle';
import { actionTitlesQuery } from '../decision/calls.ts';
import { stageMeans, stageWords } from '../framework/axes.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { planChanged, usePlan } from '../plan/plan.ts';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { changeInput, inputsQuery, type Input } from './calls.ts';
import { InputForm } from './input-form.tsx';
import { InputRow } from './input-row.tsx';
import './words.ts';
import '../look/record.css';

/** What survivors said, stage by stage, and what changed because of it; a stage in which nobody was heard says so. */
export function Inputs() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/survivor-input' });
  const search = useSearch({ from: '/p/$partnership/plan/survivor-input' });
  const plan = usePlan(partnership, search.place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const enabled = plan.place !== null;
  const { data, error } = useQuery({ ...inputsQuery(at), enabled });
  const actions = useQuery({ ...actionTitlesQuery(at), enabled });
  const mine = usePartnership(partnership);
  const mayEdit = mine !== null && mayHearSurvivors(mine.role);
  const [form, setForm] = useState<Input | 'new' | null>(null);
  const { offer, remove, error: fault } = useRemove(partnership);
  const all = data?.inputs ?? [];
  const unplaced = all.filter(({ stage }) => stage === null);
  const row = (input: Input) => (
    <InputRow
      key={input.id}
      input={input}
      actions={actions.data ?? []}
      onEdit={mayEdit ? () => setForm(input) : null}
      onRemove={() => remove(input)}
    />
  );
  return (
    <PlanFrame
      {...{ partnership, plan, error }}
      place={search.place}
      here="Survivor input"
      title={title(plan.place?.name ?? '', all)}
      ready={data !== undefined}
      action={
        mayEdit && all.length > 0 ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Write down what was said
          </Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={fault} />
      {all.length === 0 ? (
        <Empty title="What survivors say belongs in every stage">
          <p>
            Write down what several people said, in sum: never one person’s words or story. Then say
            what changed because of it, so that nobody is asked in vain.
          </p>
          {mayEdit && (
            <div>
              <Button tone="primary" onClick={() => setForm('new')}>
                Write down what was said
              </Button>
            </div>
          )}
        </Empty>
      ) : (
        heardByStage(all).map(({ stage, inputs }) => (
          <section key={stage} className="stack">
            <h2>{stageWords[stage]}</h2>
            <p className="small soft">{stageMeans[stage]}</p>
            {inputs.length === 0 ? (
              <p>No survivor input in this stage yet.</p>
            ) : (
              <ol className="record-list">{inputs.map(row)}</ol>
            )}
          </section>
        ))
      )}
      {unplaced.length > 0 && (
        <section className="stack">
          <h2>In no stage</h2>
          <ol className="record-list">{unplaced.map(row)}</ol>
        </section>
      )}
      {form !== null && (
        <InputForm
          at={at}
          input={form === 'new' ? null : form}
          actions={actions.data ?? []}
          onClose={() => setForm(null)}
        />
      )}
    </PlanFrame>
  );
}

/** "Survivors were heard 5 times in Harbourside; to 2 of them nothing has changed yet". */
function title(place: string, inputs: readonly Input[]): string {
  if (inputs.length === 0) return `Survivors of ${place} have not been heard here yet`;
  const open = inputs.filter(({ changed }) => changed === '').length;
  const said = `Survivors said ${count(inputs.length, 'thing', 'things')} about ${place}`;
  return open === 0
    ? `${said}, and each changed something`
    : `${said}; ${open} of them changed nothing yet`;
}

function useRemove(partnership: string) {
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ input, removed }: { input: Input; removed: boolean }) =>
      changeInput(partnership, input.id, { removed }),
    onSuccess: async (_, { input, removed }) => {
      offerUndo({
        says: `${removed ? 'Taken out' : 'Brought back'}: ${input.theme}.`,
        undo: () => change.mutate({ input, removed: !removed }),
      });
      await planChanged();
    },
  });
  return {
    offer,
    error: change.error,
    remove: (input: Input) => change.mutate({ input, removed: true }),
  };
}
