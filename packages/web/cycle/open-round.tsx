import { useState } from 'react';
import { Button, type Tone } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { useOpenRound, type PlaceAt } from './calls.ts';

/** Opens the next round of a place, with the goals that the last one left for it. */
export function OpenRound({
  at,
  number,
  goals,
  tone = 'plain',
}: {
  at: PlaceAt;
  number: number;
  goals: string;
  tone?: Tone;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone={tone} onClick={() => setOpen(true)}>
        Open round {number}
      </Button>
      {open && <OpenForm at={at} number={number} goals={goals} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenForm({
  at,
  number,
  goals,
  onClose,
}: {
  at: PlaceAt;
  number: number;
  goals: string;
  onClose: () => void;
}) {
  const [fields, setFields] = useState({ title: `Round ${number}`, startedOn: today(), goals });
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));
  const open = useOpenRound(at);
  return (
    <Dialog title={`Open round ${number}`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate(fields, { onSuccess: onClose });
        }}
      >
        <p>
          {number === 1
            ? 'A round is one turn of the cycle: find out, talk it over, change something, make it last. It usually takes one to two years. Reviews made so far come into it.'
            : `What was carried over goes on in round ${number}, what was dropped is settled with its reason, and round ${number - 1} can no longer be reopened.`}
        </p>
        <TextField
          label="Name"
          required
          maxLength={120}
          value={fields.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          label="First day"
          type="date"
          required
          value={fields.startedOn}
          onChange={(startedOn) => set({ startedOn })}
        />
        <TextArea
          label="What is this round to reach?"
          hint="A few lines. It can be changed while the round is open."
          maxLength={8000}
          value={fields.goals}
          onChange={(next) => set({ goals: next })}
        />
        <Problems error={open.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={open.isPending}>
            Open it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Today as the person’s own calendar has it. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
