import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { moneySaid, statusSaid } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { today } from '../plan/stage-choice.tsx';
import {
  changeIntervention,
  interventionQuery,
  preventionChanged,
  typesQuery,
  type Fields,
  type Intervention,
} from './calls.ts';
import { Details } from './details.tsx';
import { Edit } from './edit.tsx';
import { PreventionFrame, useHere } from './frame.tsx';

/** One intervention: all that is known of it, its links, and the steps that can be taken and taken back. */
export function OneIntervention() {
  const here = useHere();
  const { intervention: id } = useParams({
    from: '/p/$partnership/plan/interventions/$intervention',
  });
  const { partnership, plan } = here;
  const { data, error } = useQuery(interventionQuery(partnership, id));
  const types = useQuery(typesQuery(partnership));
  const [open, setOpen] = useState<'edit' | 'stop' | null>(null);
  const step = useStep(partnership);
  const list = types.data?.list;
  const one = data?.intervention;
  const ready = one !== undefined && list !== undefined;
  return (
    <PreventionFrame
      here={here}
      tab="Interventions"
      title={one === undefined ? '' : titleOf(one)}
      error={error ?? types.error}
      ready={ready}
      action={
        ready && plan.mayEdit && open !== 'edit' && !one.removed ? (
          <Button tone="primary" onClick={() => setOpen('edit')}>
            Change it
          </Button>
        ) : undefined
      }
    >
      {ready && data !== undefined && (
        <>
          <Undo offer={step.offer} />
          <Problems error={step.error} />
          {open === 'edit' ? (
            <Edit
              at={{ partnership, place: plan.place?.id ?? '' }}
              {...{ list }}
              intervention={one}
              onEnd={() => setOpen(null)}
            />
          ) : (
            <Details {...{ list, here }} intervention={one} links={data.links} />
          )}
          {plan.mayEdit && open !== 'edit' && (
            <div className="row">
              {one.status !== 'ended' && !one.removed && (
                <Button onClick={() => setOpen('stop')}>Stop it</Button>
              )}
              <Button
                tone="quiet"
                onClick={() =>
                  step.take(
                    one,
                    { removed: !one.removed },
                    one.removed ? 'Brought back.' : 'Removed; it counts nowhere any more.',
                  )
                }
              >
                {one.removed ? 'Bring it back' : 'Remove it'}
              </Button>
            </div>
          )}
          {open === 'stop' && (
            <Stop
              intervention={one}
              onClose={() => setOpen(null)}
              onStop={(change) => {
                setOpen(null);
                step.take(one, change, 'Stopped.');
              }}
            />
          )}
        </>
      )}
    </PreventionFrame>
  );
}

/** "Harbour drop-in is running on £24,000". */
function titleOf({ name, status, budget, currency, removed }: Intervention): string {
  if (removed) return `${name} has been removed`;
  const said = `${name}: ${statusSaid[status].toLowerCase()}`;
  return budget === null ? `${said}, budget not known` : `${said}, ${moneySaid(budget, currency)}`;
}

type Change = Partial<Fields & { removed: boolean }>;

/** A step that can be taken back: the fields it changed go back to what they were. */
function useStep(partnership: string) {
  const { offer, offerUndo } = useUndo();
  const save = useMutation({
    mutationFn: ({ one, change }: { one: Intervention; change: Change; says: string }) =>
      changeIntervention(partnership, one, change),
    onSuccess: async (now, { one, change, says }) => {
      const before: Change = Object.fromEntries(
        Object.keys(change).map((key) => [key, Reflect.get(one, key)]),
      );
      offerUndo({
        says,
        undo: () => save.mutate({ one: now, change: before, says: 'Taken back.' }),
      });
      await preventionChanged();
    },
  });
  return {
    offer,
    error: save.error,
    take: (one: Intervention, change: Change, says: string) => save.mutate({ one, change, says }),
  };
}

function Stop({
  intervention,
  onClose,
  onStop,
}: {
  intervention: Intervention;
  onClose: () => void;
  onStop: (change: Change) => void;
}) {
  const [endsOn, setEndsOn] = useState(today());
  const [endedWhy, setEndedWhy] = useState('');
  return (
    <Dialog title={`Stop “${intervention.name}”?`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onStop({ status: 'ended', endsOn, endedWhy });
        }}
      >
        <p>It stays in the list as ended, and counts in no sum any more. You can take it back.</p>
        <TextField label="Last day" type="date" required value={endsOn} onChange={setEndsOn} />
        <TextField
          label="Why does it end?"
          hint="Somebody will ask in a year."
          maxLength={1000}
          value={endedWhy}
          onChange={setEndedWhy}
        />
        <div className="row">
          <Button tone="primary" type="submit">
            Stop it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
