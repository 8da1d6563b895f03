import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ExampleDoor } from '../account/entrance.tsx';
import { api, got, queries } from '../api.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { sessionQuery, type Session } from './session.ts';
import { roleName, whatFreeholdIs } from './words.ts';
import '../look/start.css';

/** The first page after signing in: which partnership to work in, or how to begin. */
export function Start() {
  const { data, isPending } = useQuery(sessionQuery);
  return (
    <main className="shell-main start">
      <p className="start-brand">
        <img src="/mark.svg" alt="" /> Freehold
      </p>
      {isPending ? (
        <Loading what="your partnerships" />
      ) : data === undefined ? (
        <SignedOut />
      ) : (
        <Welcome session={data} />
      )}
    </main>
  );
}

function SignedOut() {
  return (
    <Page title="Freehold, the workbench for anti-slavery partnerships">
      <WhatItIs />
      <p className="notice info">
        You are signed out. <Link to="/sign-in">Sign in</Link>, or open the link that was sent to
        you or that the terminal printed when Freehold was started.
      </p>
      <ExampleDoor onEntered={() => queries.invalidateQueries()} />
    </Page>
  );
}

function Welcome({ session }: { session: Session }) {
  const own = session.partnerships.filter(({ madeUp }) => !madeUp);
  const examples = session.partnerships.filter(({ madeUp }) => madeUp);
  const [starting, setStarting] = useState(false);
  return (
    <Page title={`Welcome, ${session.person.name}`}>
      {own.length === 0 && <WhatItIs />}
      {own.length > 0 && (
        <section className="stack" aria-labelledby="own">
          <h2 id="own">Your partnerships</h2>
          <PartnershipList partnerships={own} />
        </section>
      )}
      {examples.length > 0 && (
        <section className="stack" aria-labelledby="example">
          <h2 id="example">{own.length === 0 ? 'Look around an example first' : 'The example'}</h2>
          <p>
            A finished review and one under way, so that you see where the work leads. Nothing in it
            is real, and you can change anything.
          </p>
          <PartnershipList partnerships={examples} />
        </section>
      )}
      <section className="stack" aria-labelledby="begin">
        <h2 id="begin">Start your own partnership</h2>
        {starting ? (
          <StartOne onClose={() => setStarting(false)} />
        ) : (
          <>
            <p>
              You give it a name and become its co-ordinator. Place, framework and people come next,
              one step at a time.
            </p>
            <div>
              <Button tone="primary" onClick={() => setStarting(true)}>
                Start your own partnership
              </Button>
            </div>
          </>
        )}
      </section>
      {own.length > 0 && <WhatItIs />}
    </Page>
  );
}

function WhatItIs() {
  return (
    <div className="stack-tight">
      {whatFreeholdIs.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function PartnershipList({ partnerships }: { partnerships: Session['partnerships'] }) {
  return (
    <ul className="start-list">
      {partnerships.map((each) => (
        <li key={each.id}>
          <Link to="/p/$partnership" params={{ partnership: each.id }}>
            {each.name}
          </Link>
          {each.madeUp && <span className="tag warn">made up</span>}
          <span className="small soft">you are {roleName(each.role)}</span>
        </li>
      ))}
    </ul>
  );
}

function StartOne({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => got(api.partnerships.$post({ json: { name } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ to: '/p/$partnership', params: { partnership: id } });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <Problems error={start.error} />
      <TextField
        label="Name of the partnership"
        hint="For example “Lincolnshire Modern Slavery Partnership”. You can change it later."
        value={name}
        onChange={setName}
        maxLength={200}
        required
      />
      <div className="row">
        <Button tone="primary" type="submit" disabled={start.isPending || name.trim() === ''}>
          Start it
        </Button>
        <button type="button" className={buttonClass('quiet')} onClick={onClose}>
          Not now
        </button>
      </div>
    </form>
  );
}
