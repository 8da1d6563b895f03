import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { FreshLink } from './link-dialog.tsx';
import { reviewChanged, type ReviewAt } from './review.ts';

/** Adds one rater; with an e-mail address the link is sent, without one it is there to copy. */
export function AddRater({
  at,
  agencies,
  onClose,
  onAdded,
}: {
  at: ReviewAt;
  agencies: readonly string[];
  onClose: () => void;
  onAdded: (fresh: FreshLink) => void;
}) {
  const [rater, setRater] = useState({ agency: '', roleTitle: '', name: '', email: '' });
  const known = useId();
  const email = rater.email.trim() === '' ? null : rater.email.trim();
  const add = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].reviews[':review'].raters.$post({
          param: at,
          json: { ...rater, email },
        }),
      ),
    onSuccess: async ({ link, mailed }) => {
      await reviewChanged(at);
      onAdded({ agency: rater.agency, name: rater.name, email, link, mailed, renewed: false });
    },
  });
  const set = (field: keyof typeof rater) => (value: string) =>
    setRater((before) => ({ ...before, [field]: value }));
  return (
    <Dialog title="Add a rater" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextField
          label="Agency"
          hint="Several people may answer for one agency; their answers are averaged first."
          required
          maxLength={200}
          list={known}
          value={rater.agency}
          onChange={set('agency')}
        />
        <datalist id={known}>
          {agencies.map((agency) => (
            <option key={agency} value={agency}>
              {agency}
            </option>
          ))}
        </datalist>
        <TextField
          label="Role"
          hint="Shown beside their answers once rating has closed, such as “housing officer”."
          maxLength={200}
          value={rater.roleTitle}
          onChange={set('roleTitle')}
        />
        <TextField
          label="Name"
          hint="Only for you, to know whose link is whose. It is never shown beside an answer."
          maxLength={200}
          value={rater.name}
          onChange={set('name')}
        />
        <TextField
          label="E-mail"
          type="email"
          hint="With an address the link is sent there. Without one you copy the link."
          maxLength={320}
          value={rater.email}
          onChange={set('email')}
        />
        <Problems error={add.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={add.isPending}>
            {email === null ? 'Make the link' : 'Send the link'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
