import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Identified } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { today } from '../plan/stage-choice.tsx';
import { count } from '../words.ts';
import {
  addIntervention,
  changeIntervention,
  preventionChanged,
  type Fields,
  type Intervention,
} from './calls.ts';
import type { Here } from './frame.tsx';

type Kept = {
  readonly added: readonly Intervention[];
  readonly stopped: readonly { readonly before: Intervention; readonly now: Intervention }[];
};

/** Writes a what-if into the plan, once somebody has said so; it can be taken back. */
export function Decide({
  here: { partnership },
  tried,
  stopping,
  onDone,
}: {
  here: Here;
  tried: readonly Identified[];
  stopping: readonly Intervention[];
  onDone: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const { offer, offerUndo } = useUndo();
  const back = useMutation({
    mutationFn: (kept: Kept) => takenBack(partnership, kept),
    onSuccess: preventionChanged,
  });
  const keep = useMutation({
    mutationFn: () => written(partnership, { tried, stopping, why }),
    onSuccess: async (kept) => {
      setOpen(false);
      offerUndo({ says: 'It is in the plan.', undo: () => back.mutate(kept) });
      onDone();
      await preventionChanged();
    },
  });
  const says = [
    ...(tried.length > 0 ? [`add ${count(tried.length, 'intervention', 'interventions')}`] : []),
    ...(stopping.length > 0 ? [`stop ${stopping.length}`] : []),
  ].join(' and ');
  return (
    <section className="stack" aria-label="Decide">
      <Undo offer={offer} />
      <Problems error={back.error} />
      {says !== '' && (
        <div>
          <Button tone="primary" onClick={() => setOpen(true)}>
            Decide: {says}
          </Button>
        </div>
      )}
      {open && (
        <Dialog title={`Write this into the plan: ${says}?`} open onClose={() => setOpen(false)}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              keep.mutate();
            }}
          >
            <ul>
              {tried.map(({ id, name }) => (
                <li key={id}>Add “{name}”, as planned</li>
              ))}
              {stopping.map(({ id, name }) => (
                <li key={id}>Stop “{name}” today</li>
              ))}
            </ul>
            {stopping.length > 0 && (
              <TextField label="Why does it stop?" maxLength={1000} value={why} onChange={setWhy} />
            )}
            <Problems error={keep.error} />
            <div className="row">
              <Button tone="primary" type="submit" disabled={keep.isPending}>
                Write it into the plan
              </Button>
              <Button onClick={() => setOpen(false)}>Not now</Button>
            </div>
          </form>
        </Dialog>
      )}
    </section>
  );
}

async function written(
  partnership: string,
  {
    tried,
    stopping,
    why,
  }: {
    readonly tried: readonly Identified[];
    readonly stopping: readonly Intervention[];
    readonly why: string;
  },
): Promise<Kept> {
  const added: Intervention[] = [];
  const stopped: Kept['stopped'][number][] = [];
  for (const { id: _id, ...fields } of tried)
    added.push(await addIntervention(partnership, fields));
  for (const before of stopping) {
    const end = before.startsOn !== null && before.startsOn > today() ? before.startsOn : today();
    const change: Partial<Fields> = { status: 'ended', endsOn: end, endedWhy: why };
    stopped.push({ before, now: await changeIntervention(partnership, before, change) });
  }
  return { added, stopped };
}

async function takenBack(partnership: string, { added, stopped }: Kept): Promise<void> {
  for (const one of added) await changeIntervention(partnership, one, { removed: true });
  for (const { before, now } of stopped) {
    const { status, endsOn, endedWhy } = before;
    await changeIntervention(partnership, now, { status, endsOn, endedWhy });
  }
}
