import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { Item } from './calls.ts';

/** Changes a line of the checklist, or takes it out. */
export function ItemForm({
  item,
  busy,
  error,
  onSave,
  onRemove,
  onClose,
}: {
  item: Item;
  busy: boolean;
  error: unknown;
  onSave: (change: { title: string; note: string }) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const [title, setTitle] = useState(item.title);
  const [note, setNote] = useState(item.note);
  return (
    <Dialog title="Change a line" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ title, note });
        }}
      >
        <TextField label="Line" required maxLength={300} value={title} onChange={setTitle} />
        <TextArea
          label="Note"
          hint="What was done, or where it is written down. Nobody by name."
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
        <Problems error={error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={busy}>
            Save
          </Button>
          <Button tone="danger" disabled={busy} onClick={onRemove}>
            Take it out
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
