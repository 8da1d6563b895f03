import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { account } from './calls.ts';
import { Secret } from './secret.tsx';

/** Setting the first password, or changing it with the old one; changing signs other devices out. */
export function Password({ has, possible }: { has: boolean; possible: boolean }) {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      if (!has) return got(api.me.password.$put({ json: { password: next } }));
      return account<unknown>('/change-password', {
        currentPassword: old,
        newPassword: next,
        revokeOtherSessions: true,
      });
    },
    onSuccess: async () => {
      setOld('');
      setNext('');
      await queries.invalidateQueries();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{has ? 'Change your password' : 'Set a password'}</h2>
      {!possible && <p className="soft">Give your e-mail above first: you sign in with it.</p>}
      <Problems error={save.error} />
      {has && (
        <Secret label="Present password" use="current-password" value={old} onChange={setOld} />
      )}
      <Secret
        label="New password"
        hint="At least 12 characters; three random words are easy to keep in mind."
        use="new-password"
        value={next}
        onChange={setNext}
      />
      <div className="row">
        <Button type="submit" disabled={save.isPending || !possible || next === ''}>
          {has ? 'Change it' : 'Set it'}
        </Button>
        {save.isSuccess && <output className="small soft">Done.</output>}
      </div>
    </form>
  );
}
