import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Downloads } from '../document/downloads.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { moment } from '../words.ts';
import { issue, issueAddress, type Profile } from './calls.ts';

/** The versions that were issued, newest first, and issuing the next. */
export function Issues({
  at,
  issues,
  mayIssue,
}: {
  at: PlaceAt;
  issues: Profile['issues'];
  mayIssue: boolean;
}) {
  const [open, setOpen] = useState(false);
  return (
    <section className="stack">
      <h2>Issued versions</h2>
      <p className="soft">
        A version stays as it was issued. The draft goes on from it, for the next one.
      </p>
      {issues.length === 0 ? (
        <p>None has been issued yet.</p>
      ) : (
        <IssueList {...{ issues }} partnership={at.partnership} />
      )}
      {mayIssue && (
        <div>
          <Button tone="primary" onClick={() => setOpen(true)}>
            Issue a version
          </Button>
        </div>
      )}
      {open && (
        <IssueForm at={at} number={(issues[0]?.number ?? 0) + 1} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}

/** Each version with who issued it and when, and its files. */
export function IssueList({
  partnership,
  issues,
}: {
  partnership: string;
  issues: Profile['issues'];
}) {
  return (
    <ol className="record-list">
      {issues.map(({ id, number, title, marking, note, byName, at }) => (
        <li key={id} className="record">
          <div className="record-says">
            <h3>
              Version {number}: {title}
            </h3>
            <p className="small soft">
              {marking} · issued {moment(at)} by {byName}
            </p>
            {note !== '' && <p className="small">“{note}”</p>}
            <Downloads address={issueAddress(partnership, id)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function IssueForm({ at, number, onClose }: { at: PlaceAt; number: number; onClose: () => void }) {
  const [note, setNote] = useState('');
  const save = useMutation({ mutationFn: () => issue(at, note), onSuccess: onClose });
  return (
    <Dialog title={`Issue version ${number}`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p>
          The draft is kept as it is now, for good, with its marking and your name. Parts with
          nothing in them, and parts that are left out, are not in it. It cannot be taken back.
        </p>
        <TextField label="For whom, or why?" maxLength={1000} value={note} onChange={setNote} />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Issue version {number}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
