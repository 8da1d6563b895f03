import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { moment } from '../words.ts';
import { actionsChanged, addNote, type Action, type Note } from './calls.ts';

/** How an action goes, as people noted it, newest first. Notes are added and never changed. */
export function Notes({
  partnership,
  action,
  notes,
  may,
}: {
  partnership: string;
  action: Action;
  notes: readonly Note[];
  may: boolean;
}) {
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => addNote(partnership, action.id, text.trim()),
    onSuccess: async () => {
      setText('');
      await actionsChanged();
    },
  });
  return (
    <section className="stack" aria-labelledby="notes">
      <h2 id="notes">How it goes</h2>
      {may && (
        <form
          className="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') add.mutate();
          }}
        >
          <TextArea
            label="Note progress"
            hint="A line or two. It keeps your name and the time, and cannot be changed later. Nobody by name, please."
            maxLength={4000}
            value={text}
            onChange={setText}
          />
          <Problems error={add.error} />
          <div>
            <Button type="submit" disabled={add.isPending}>
              Add the note
            </Button>
          </div>
        </form>
      )}
      {notes.length === 0 ? (
        <p className="soft">Nobody has noted anything yet.</p>
      ) : (
        <ol className="notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p>{note.text}</p>
              <p className="small soft">
                {note.byName}, {moment(note.at)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
