import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { account } from './calls.ts';
import { Secret } from './secret.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The page to sign in on, with the example beside it where that is open. */
export function Entrance() {
  const navigate = useNavigate();
  const enter = async () => {
    await queries.invalidateQueries();
    await navigate({ to: '/' });
  };
  return (
    <main className="shell-main">
      <Page
        title="Sign in to Freehold"
        lede="There is no signing up: the co-ordinator of your partnership invites you."
      >
        <SignInForm onSignedIn={enter} />
        <ExampleDoor onEntered={enter} />
      </Page>
    </main>
  );
}

/** One click into the made-up example; nothing where the installation has closed it. */
export function ExampleDoor({ onEntered }: { onEntered: () => Promise<void> }) {
  const ways = useQuery({ queryKey: ['ways'], queryFn: () => got(api.session.ways.$get()) });
  const enter = useMutation({
    mutationFn: () => got(api.session.example.$post()),
    onSuccess: onEntered,
  });
  if (!ways.data?.example) return null;
  return (
    <section className="stack">
      <h2>Just looking?</h2>
      <p>
        The example is a whole made-up partnership with a finished review. Nothing in it is real,
        and you may change anything.
      </p>
      <Problems error={enter.error} />
      <div>
        <Button onClick={() => enter.mutate()} disabled={enter.isPending}>
          Look around the example
        </Button>
      </div>
    </section>
  );
}

/** Where the link in a "choose a new password" mail leads. */
export function NewPassword() {
  const { token, error } = useSearch({ from: '/new-password' });
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const choose = useMutation({
    mutationFn: () => account('/reset-password', { newPassword: password, token }),
    onSuccess: () => navigate({ to: '/sign-in' }),
  });
  return (
    <main className="shell-main">
      <Page title="Choose a new password" lede="Everybody signed in as you will be signed out.">
        {error !== undefined && <p>This link has been used or is too old. Ask for a new one.</p>}
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            choose.mutate();
          }}
        >
          <Problems error={choose.error} />
          <Secret
            label="New password"
            hint="At least 12 characters; three random words are easy to keep in mind."
            use="new-password"
            value={password}
            onChange={setPassword}
          />
          <div>
            <Button tone="primary" type="submit" disabled={choose.isPending || password === ''}>
              Keep it
            </Button>
          </div>
        </form>
      </Page>
    </main>
  );
}
