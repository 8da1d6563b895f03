import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { UndoOffer } from '../parts/undo.tsx';
import { stageWords } from '../framework/axes.ts';
import { day } from '../words.ts';
import {
  useAddItem,
  useChangeItem,
  type Item,
  type ItemChange,
  type RoundAt,
  type StageLine,
} from './calls.ts';
import { ItemForm } from './item-form.tsx';

/** The checklist of a stage: who ticked what and when; lines can be added, changed and taken out. */
export function Checklist({
  at,
  stage,
  items,
  mayKeep,
  onDone,
}: {
  at: RoundAt;
  stage: StageLine['stage'];
  items: readonly Item[];
  mayKeep: boolean;
  onDone: (offer: UndoOffer) => void;
}) {
  const change = useChangeItem(at);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = items.find(({ id }) => id === editing);
  const act = (asked: ItemChange, back: ItemChange, says: string) =>
    change.mutate(asked, {
      onSuccess: () => {
        setEditing(null);
        onDone({ says, undo: () => change.mutate(back) });
      },
    });
  return (
    <div className="stack-tight">
      <h3>Checklist</h3>
      {items.length === 0 && <p className="soft">No line stands here.</p>}
      <ul className="checklist">
        {items.map((item) => (
          <Line
            key={item.id}
            item={item}
            mayKeep={mayKeep}
            busy={change.isPending}
            onTick={(done) => {
              const of = (value: boolean) => ({ item: item.id, change: { done: value } });
              act(
                of(done),
                of(!done),
                `${done ? 'Ticked' : 'Not ticked any more'}: ${item.title}.`,
              );
            }}
            onEdit={() => setEditing(item.id)}
          />
        ))}
      </ul>
      {items.some(({ proposed }) => proposed) && (
        <p className="tiny soft">
          Lines marked “proposed” are ours, no source fixes them: change them as you like.
        </p>
      )}
      {editing === null && <Problems error={change.error} />}
      {mayKeep && <AddLine at={at} stage={stage} />}
      {edited !== undefined && (
        <ItemForm
          item={edited}
          busy={change.isPending}
          error={change.error}
          onClose={() => setEditing(null)}
          onSave={(next) => {
            const { id, title, note } = edited;
            act(
              { item: id, change: next },
              { item: id, change: { title, note } },
              `Changed: ${next.title}.`,
            );
          }}
          onRemove={() => {
            const of = (removed: boolean) => ({ item: edited.id, change: { removed } });
            act(of(true), of(false), `Taken out: ${edited.title}.`);
          }}
        />
      )}
    </div>
  );
}

function Line({
  item: { title, done, doneBy, doneAt, note, proposed, carriedFrom },
  mayKeep,
  busy,
  onTick,
  onEdit,
}: {
  item: Item;
  mayKeep: boolean;
  busy: boolean;
  onTick: (done: boolean) => void;
  onEdit: () => void;
}) {
  const said = [
    ...(done && doneAt !== null ? [`${doneBy}, ${day(doneAt)}`] : []),
    ...(note === '' ? [] : [note]),
    ...(carriedFrom === null ? [] : ['left over from the last round']),
  ];
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          checked={done}
          disabled={!mayKeep || busy}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span>
          {title}
          {proposed && <span className="tiny soft"> · proposed</span>}
        </span>
      </label>
      {mayKeep && (
        <Button tone="quiet" onClick={onEdit} aria-label={`Edit: ${title}`}>
          Edit
        </Button>
      )}
      {said.length > 0 && <span className="small soft">{said.join(' · ')}</span>}
    </li>
  );
}

function AddLine({ at, stage }: { at: RoundAt; stage: StageLine['stage'] }) {
  const [title, setTitle] = useState('');
  const add = useAddItem(at);
  return (
    <form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ stage, title }, { onSuccess: () => setTitle('') });
      }}
    >
      <TextField
        label={`Add a line to ${stageWords[stage]}`}
        maxLength={300}
        required
        value={title}
        onChange={setTitle}
      />
      <Button type="submit" disabled={add.isPending}>
        Add
      </Button>
      <Problems error={add.error} />
    </form>
  );
}
