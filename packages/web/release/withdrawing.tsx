import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { withdrawRelease, type Release } from './published-calls.ts';

/** Takes a release back, with a reason, or brings it back. */
export function Withdrawing({
  partnership,
  release: { id, title, withdrawn },
}: {
  partnership: string;
  release: Pick<Release, 'id' | 'title' | 'withdrawn'>;
}) {
  const [asking, ask] = useState(false);
  const [because, setBecause] = useState('');
  const change = useMutation({
    mutationFn: (to: boolean) =>
      withdrawRelease(partnership, id, { withdrawn: to, because: to ? because : '' }),
    onSuccess: () => ask(false),
  });
  if (withdrawn !== null)
    return (
      <div className="stack-tight">
        <Problems error={change.error} />
        <div>
          <Button disabled={change.isPending} onClick={() => change.mutate(false)}>
            Undo: publish it again
          </Button>
        </div>
      </div>
    );
  return (
    <div>
      <Button tone="danger" onClick={() => ask(true)}>
        Withdraw this release
      </Button>
      <Dialog title={`Withdraw “${title}”?`} open={asking} onClose={() => ask(false)}>
        <p>
          Its files are then no longer to be had here. Copies that were taken stay where they are,
          and what it cost stays spent. You can undo this.
        </p>
        <TextArea label="Why" value={because} maxLength={1000} onChange={setBecause} />
        <Problems error={change.error} />
        <div className="row">
          <Button tone="danger" disabled={change.isPending} onClick={() => change.mutate(true)}>
            Withdraw it
          </Button>
          <Button onClick={() => ask(false)}>Keep it</Button>
        </div>
      </Dialog>
    </div>
  );
}
