import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';

const address = api.partnerships[':partnership'].people[':member'];

type At = { readonly partnership: string; readonly member: string };

/** Sends a sign-in link to a member's e-mail, as often as it takes. */
export function SendLink({ at, first = false }: { at: At; first?: boolean }) {
  const send = useMutation({ mutationFn: () => got(address.invitation.$post({ param: at })) });
  const said = send.data && (send.data.mailed ? 'Sent.' : 'The mail server is still away.');
  return (
    <>
      <Button disabled={send.isPending} onClick={() => send.mutate()}>
        {first ? 'Try again' : 'Send a sign-in link'}
      </Button>
      <span role="status" className="small">
        {said}
      </span>
      <Problems error={send.error} />
    </>
  );
}

/** Takes a member out, after asking. */
export function TakeOut({ at, name }: { at: At; name: string }) {
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => got(address.$delete({ param: at })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people', at.partnership] }),
  });
  return (
    <>
      <Button tone="quiet" onClick={() => setAsks(true)}>
        Take out
      </Button>
      <Dialog
        title={`Take ${name} out of the partnership?`}
        open={asks}
        onClose={() => setAsks(false)}
      >
        <p>
          From then on {name} sees nothing of it. What they wrote stays, and so does the record of
          what they looked at. You can invite them again.
        </p>
        <Problems error={remove.error} />
        <div className="row">
          <Button tone="primary" disabled={remove.isPending} onClick={() => remove.mutate()}>
            Take {name} out
          </Button>
          <Button onClick={() => setAsks(false)}>Keep them</Button>
        </div>
      </Dialog>
    </>
  );
}
