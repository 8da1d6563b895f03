import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';

export type RoundFields = {
  readonly title: string;
  readonly startedOn: string;
  readonly goals: string;
};

/** What a round is called, when it begins, and what it is to reach. */
export function RoundForm({
  title,
  intro,
  submit,
  begin,
  busy,
  error,
  onSave,
  onClose,
}: {
  title: string;
  intro?: string;
  submit: string;
  begin: RoundFields;
  busy: boolean;
  error: unknown;
  onSave: (fields: RoundFields) => void;
  onClose: () => void;
}) {
  const [fields, setFields] = useState(begin);
  const set = (change: Partial<RoundFields>) => setFields((now) => ({ ...now, ...change }));
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(fields);
        }}
      >
        {intro !== undefined && <p>{intro}</p>}
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
          onChange={(startedOn) => set({ startedOn })}
        />
        <TextArea
          label="What is this round to reach?"
          hint="A few lines. It can be changed while the round is open."
          maxLength={8000}
          value={fields.goals}
          onChange={(goals) => set({ goals })}
        />
        <Problems error={error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={busy}>
            {submit}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
