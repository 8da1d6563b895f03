import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';

/** One's name, and one's e-mail as long as there is none. */
export function Self({ name, email }: { name: string; email: string | null }) {
  const [newName, setName] = useState(name);
  const [newEmail, setEmail] = useState('');
  const save = useMutation({
    mutationFn: () =>
      got(
        api.me.$put({
          json: { name: newName, email: email === null && newEmail !== '' ? newEmail : null },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>You</h2>
      <Problems error={save.error} />
      <TextField label="Name" value={newName} onChange={setName} maxLength={120} required />
      {email === null ? (
        <TextField
          label="E-mail"
          hint="You need one to sign in with a password or a link."
          type="email"
          value={newEmail}
          onChange={setEmail}
        />
      ) : (
        <p>
          E-mail: <span className="strong">{email}</span>
        </p>
      )}
      <div className="row">
        <Button type="submit" disabled={save.isPending}>
          Save
        </Button>
        {save.isSuccess && <output className="small soft">Saved.</output>}
      </div>
    </form>
  );
}
