import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { useChangeRound, type RoundAt, type RoundSummary } from './calls.ts';

/** Changes what an open round is called, aims at, or when it began. */
export function EditRound({ at, round }: { at: RoundAt; round: RoundSummary }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>Change name, first day or goals</Button>
      {open && <EditForm at={at} round={round} onClose={() => setOpen(false)} />}
    </div>
  );
}

function EditForm({
  at,
  round,
  onClose,
}: {
  at: RoundAt;
  round: RoundSummary;
  onClose: () => void;
}) {
  const { title, startedOn, goals } = round;
  const [fields, setFields] = useState({ title, startedOn, goals });
  const set = (part: Partial<typeof fields>) => setFields((now) => ({ ...now, ...part }));
  const change = useChangeRound(at);
  return (
    <Dialog title={`Change ${title}`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(fields, { onSuccess: onClose });
        }}
      >
        <TextField
          label="Name"
          required
          maxLength={120}
          value={fields.title}
          onChange={(next) => set({ title: next })}
        />
        <TextField
          label="First day"
          type="date"
          required
          value={fields.startedOn}
          onChange={(next) => set({ startedOn: next })}
        />
        <TextArea
          label="What is this round to reach?"
          maxLength={8000}
          value={fields.goals}
          onChange={(next) => set({ goals: next })}
        />
        <Problems error={change.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={change.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
