import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { account } from './calls.ts';
import { Secret } from './secret.tsx';

type Begun = { readonly totpURI: string; readonly backupCodes: readonly string[] };

/** The second factor: an authenticator app, and recovery codes for the day the phone is lost. */
export function Factor({ on, possible }: { on: boolean; possible: boolean }) {
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: () => account<Begun>('/two-factor/enable', { password }),
  });
  const end = useMutation({
    mutationFn: () => account('/two-factor/disable', { password }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (begin.data !== undefined && !on) return <Verify begun={begin.data} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (on) end.mutate();
        else begin.mutate();
      }}
    >
      <h2>Second factor: {on ? 'on' : 'off'}</h2>
      <p>
        {on
          ? 'Signing in asks for a code from your authenticator app. A link by e-mail alone does not let you in.'
          : 'With an authenticator app on your phone, somebody who learns your password still does not get in.'}
      </p>
      {!possible && <p className="soft">Set a password first.</p>}
      <Problems error={begin.error ?? end.error} />
      {possible && (
        <Secret
          label="Your password"
          use="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      <div>
        <Button
          type="submit"
          tone={on ? 'danger' : 'plain'}
          disabled={!possible || password === '' || begin.isPending || end.isPending}
        >
          {on ? 'Turn it off' : 'Turn it on'}
        </Button>
      </div>
    </form>
  );
}

function Verify({ begun }: { begun: Begun }) {
  const [code, setCode] = useState('');
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
  const verify = useMutation({
    mutationFn: () => account('/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <h2>Second factor: one more step</h2>
      <p>
        On this phone, <a href={begun.totpURI}>open your authenticator app</a>; on another, add an
        account by hand with this key:
      </p>
      <p>
        <code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <Notice tone="warn" title="Keep these recovery codes somewhere safe">
        <p>Each works once when the phone is lost. They are not shown again.</p>
        <ul>
          {begun.backupCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      </Notice>
      <Problems error={verify.error} />
      <TextField
        label="Code that the app shows now"
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        required
      />
      <div>
        <Button tone="primary" type="submit" disabled={verify.isPending || code === ''}>
          Turn it on
        </Button>
      </div>
    </form>
  );
}
