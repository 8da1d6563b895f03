import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { markingOf, markings, type Marking } from '@freehold/core/cycle';
import { Downloads } from '../document/downloads.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { RadioCards } from '../review/radio-cards.tsx';
import { fillAgain, keep, keepHead, type Profile } from './calls.ts';

type Draft = NonNullable<Profile['draft']>;

/** The draft’s title and marking, its files, and filling everything in again. */
export function Head({ at, draft, mayWrite }: { at: PlaceAt; draft: Draft; mayWrite: boolean }) {
  const [open, setOpen] = useState(false);
  const again = useMutation({
    mutationFn: () => fillAgain(at, []),
    onSuccess: (profile) => keep(at, profile),
  });
  return (
    <section className="stack">
      <p>
        <span className="strong">{draft.title}</span>, draft. Every page is marked{' '}
        <span className="strong">{markingOf(draft.marking).printed}</span>.
      </p>
      <Downloads
        address={`/api/partnerships/${at.partnership}/places/${at.place}/problem-profile/document`}
      />
      {mayWrite && (
        <div className="row">
          <Button tone="quiet" onClick={() => setOpen(true)}>
            Title and marking
          </Button>
          <Button tone="quiet" disabled={again.isPending} onClick={() => again.mutate()}>
            Fill everything in again
          </Button>
          <span role="status" className="small soft">
            {again.isSuccess && 'Filled in from what is recorded now.'}
          </span>
        </div>
      )}
      <Problems error={again.error} />
      {open && <HeadForm {...{ at, draft }} onClose={() => setOpen(false)} />}
    </section>
  );
}

function HeadForm({ at, draft, onClose }: { at: PlaceAt; draft: Draft; onClose: () => void }) {
  const [title, setTitle] = useState(draft.title);
  const [marking, setMarking] = useState<Marking>(draft.marking);
  const save = useMutation({
    mutationFn: () => keepHead(at, { title, marking }),
    onSuccess: (profile) => {
      keep(at, profile);
      onClose();
    },
  });
  return (
    <Dialog title="Title and marking" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label="Title" required maxLength={200} value={title} onChange={setTitle} />
        <RadioCards
          legend="Who may have it? The marking stands on every page."
          name="marking"
          chosen={marking}
          options={markings.map(({ code, printed, guidance }) => ({
            ...{ value: code, title: printed, says: guidance },
          }))}
          onChange={setMarking}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
