import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { gapsQuery, usePlan, type Gap, type PlaceAt } from '../plan/plan.ts';
import { useUnsaved } from '../review/autosave.ts';
import { emptyAction } from './action-fields.ts';
import { ActionForm } from './action-form.tsx';
import { actionsChanged, addAction, roundsQuery, type NewAction as Fields } from './calls.ts';
import '../look/action.css';

/** Writes an action down. From a gap, the gap and its topic come along; the round under way is filled in. */
export function NewAction() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/actions/new' });
  const search = useSearch({ from: '/p/$partnership/plan/actions/new' });
  const plan = usePlan(partnership, search.place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const enabled = plan.place !== null;
  const gaps = useQuery({ ...gapsQuery(at), enabled });
  const rounds = useQuery({ ...roundsQuery(at), enabled });
  const gap = gaps.data?.gaps.find(({ id }) => id === search.gap) ?? null;
  const open = rounds.data?.rounds.find(({ state }) => state === 'open')?.id ?? null;
  const ready = gaps.data !== undefined && rounds.data !== undefined;
  return (
    <PlanFrame
      partnership={partnership}
      place={search.place}
      plan={plan}
      here="Actions"
      title={gap === null ? 'A new action' : `A new action for “${gap.title}”`}
      error={gaps.error ?? rounds.error}
      ready={ready}
    >
      {ready && <Form at={at} place={search.place} given={givenBy(gap, open)} />}
    </PlanFrame>
  );
}

function givenBy(gap: Gap | null, round: string | null): Partial<Fields> {
  if (gap === null) return { round };
  const { id, topic, indicator, pathway, fourP } = gap;
  return {
    ...{ round, pathway, fourP, gaps: [id], topics: [topic] },
    indicators: indicator === '' ? [] : [indicator],
  };
}

function Form({
  at,
  place,
  given,
}: {
  at: PlaceAt;
  place: string | undefined;
  given: Partial<Fields>;
}) {
  const [fields, setFields] = useState(() => emptyAction(given));
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () => addAction(at, fields),
    onSuccess: async ({ id }) => {
      await actionsChanged();
      await navigate({
        to: '/p/$partnership/plan/actions/$action',
        params: { partnership: at.partnership, action: id },
        search: place === undefined ? {} : { place },
      });
    },
  });
  useUnsaved(fields.title !== '' && !save.isSuccess);
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ActionForm
        at={at}
        fields={fields}
        set={(change) => setFields((before) => ({ ...before, ...change }))}
      />
      <Problems error={save.error} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={save.isPending}>
          Add the action
        </Button>
      </div>
    </form>
  );
}
