import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { gapsQuery } from '../plan/plan.ts';
import { useUnsaved } from '../review/autosave.ts';
import {
  addIntervention,
  preventionChanged,
  typesQuery,
  type Fields,
  type TypeList,
} from './calls.ts';
import { emptyFields, ofType } from './fields.ts';
import { InterventionForm } from './form.tsx';
import { PreventionFrame, useHere, type Here } from './frame.tsx';
import { typeOf } from './words.ts';

/** Writes an intervention down. From a suggestion its type and the gap that it answers come along. */
export function NewIntervention() {
  const here = useHere();
  const { type, gap } = useSearch({ from: '/p/$partnership/plan/interventions/new' });
  const { partnership, plan } = here;
  const at = { partnership, place: plan.place?.id ?? '' };
  const types = useQuery(typesQuery(partnership));
  const gaps = useQuery({ ...gapsQuery(at), enabled: plan.place !== null });
  const answered = gaps.data?.gaps.find(({ id }) => id === gap) ?? null;
  const list = types.data?.list;
  const ready = list !== undefined && gaps.data !== undefined;
  return (
    <PreventionFrame
      here={here}
      tab="Interventions"
      title={answered === null ? 'A new intervention' : `An intervention for “${answered.title}”`}
      lede="Only the name, the type, a pathway and a timing are needed. The rest can come later."
      error={types.error ?? gaps.error}
      ready={ready}
    >
      {ready && (
        <Form here={here} list={list} given={givenBy(list, type, at.place, answered?.id ?? null)} />
      )}
    </PreventionFrame>
  );
}

function givenBy(
  list: TypeList,
  type: string | undefined,
  place: string,
  gap: string | null,
): Partial<Fields> {
  const chosen = type === undefined ? null : typeOf(list, type);
  return {
    ...(chosen === null ? {} : ofType(chosen)),
    ...(place !== '' && { places: [place] }),
    ...(gap !== null && { gaps: [gap] }),
  };
}

function Form({ here, list, given }: { here: Here; list: TypeList; given: Partial<Fields> }) {
  const [fields, setFields] = useState(() => emptyFields(list, given));
  const navigate = useNavigate();
  const { partnership, plan, search } = here;
  const save = useMutation({
    mutationFn: () => addIntervention(partnership, fields),
    onSuccess: async ({ id }) => {
      await preventionChanged();
      await navigate({
        to: '/p/$partnership/plan/interventions/$intervention',
        params: { partnership, intervention: id },
        search,
      });
    },
  });
  useUnsaved(fields.name !== '' && !save.isSuccess);
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <InterventionForm
        at={{ partnership, place: plan.place?.id ?? '' }}
        {...{ list, fields }}
        set={(change) => setFields((before) => ({ ...before, ...change }))}
      />
      <Problems error={save.error} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={save.isPending}>
          Add the intervention
        </Button>
      </div>
    </form>
  );
}
