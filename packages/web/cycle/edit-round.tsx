import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useChangeRound, type RoundAt, type RoundSummary } from './calls.ts';
import { RoundForm } from './round-form.tsx';

/** Changes what an open round is called, aims at, or when it began. */
export function EditRound({ at, round }: { at: RoundAt; round: RoundSummary }) {
  const [open, setOpen] = useState(false);
  const change = useChangeRound(at);
  const { title, startedOn, goals } = round;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>Change name, first day or goals</Button>
      {open && (
        <RoundForm
          title={`Change ${title}`}
          submit="Save"
          begin={{ title, startedOn, goals }}
          busy={change.isPending}
          error={change.error}
          onSave={(fields) => change.mutate(fields, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
