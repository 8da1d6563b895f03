import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { account } from './calls.ts';
import { Secret } from './secret.tsx';

/** Signing in: with e-mail and password, then the app's code where there is one; or with a link by e-mail. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      account<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password }),
    onSuccess: async ({ twoFactorRedirect }) => {
      if (twoFactorRedirect) setNeedsCode(true);
      else await onSignedIn();
    },
  });
  const mailLink = useMutation({
    mutationFn: () => account('/sign-in/magic-link', { email, callbackURL: '/' }),
  });
  const reset = useMutation({
    mutationFn: () => account('/request-password-reset', { email, redirectTo: '/new-password' }),
  });
  if (needsCode) return <CodeForm onSignedIn={onSignedIn} onBack={() => setNeedsCode(false)} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Problems error={signIn.error ?? mailLink.error ?? reset.error} />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        required
      />
      <Secret label="Password" use="current-password" value={password} onChange={setPassword} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={signIn.isPending || password === ''}>
          Sign in
        </Button>
        <Button onClick={() => mailLink.mutate()} disabled={email === '' || mailLink.isPending}>
          Mail me a link instead
        </Button>
        <Button
          tone="quiet"
          onClick={() => reset.mutate()}
          disabled={email === '' || reset.isPending}
        >
          Forgot the password
        </Button>
      </div>
      {(mailLink.isSuccess || reset.isSuccess) && (
        <Notice tone="good">
          <p>If somebody here has this e-mail, a message is on its way. Look in your inbox.</p>
        </Notice>
      )}
    </form>
  );
}

function CodeForm({ onSignedIn, onBack }: { onSignedIn: () => Promise<void>; onBack: () => void }) {
  const [code, setCode] = useState('');
  const isRecovery = /[^\d\s]/.test(code);
  const verify = useMutation({
    mutationFn: () =>
      account(isRecovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', {
        code: isRecovery ? code.trim() : code.replaceAll(/\s/g, ''),
      }),
    onSuccess: onSignedIn,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <Problems error={verify.error} />
      <TextField
        label="Code"
        hint="Six digits from your authenticator app, or one of your recovery codes."
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        required
      />
      <div className="row">
        <Button tone="primary" type="submit" disabled={verify.isPending || code.trim() === ''}>
          Go on
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Back to the password
        </Button>
      </div>
    </form>
  );
}
