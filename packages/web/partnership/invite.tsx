import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Role } from '@freehold/core/access';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { SendLink } from './member-actions.tsx';
import { roleWords } from './words.ts';

/** Asks one more person in. Without an e-mail the link is shown here, once. */
export function Invite({ partnership, onClose }: { partnership: string; onClose: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [role, setRole] = useState<Role>('member');
  const invite = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].people.$post({
          param: { partnership },
          json: { name, email: email.trim() === '' ? null : email.trim(), role, organisation },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people', partnership] }),
  });
  if (invite.data !== undefined) {
    return (
      <Invited
        name={name}
        at={{ partnership, member: invite.data.id }}
        {...invite.data}
        onAnother={() => {
          setName('');
          setEmail('');
          invite.reset();
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <form
      className="panel stack"
      aria-label="Invite somebody"
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <Problems error={invite.error} />
      <TextField label="Name" value={name} onChange={setName} maxLength={200} required />
      <TextField
        label="E-mail (if there is one)"
        hint="With an e-mail the sign-in link goes there. Without one you get the link here to pass on yourself."
        type="email"
        value={email}
        onChange={setEmail}
      />
      <TextField
        label="Organisation (if any)"
        value={organisation}
        onChange={setOrganisation}
        maxLength={200}
      />
      <Choice
        label="Role"
        hint={`${roleWords[role][1]}.`}
        value={role}
        options={Role.options.map((each) => [each, roleWords[each][0]] as const)}
        onChange={setRole}
      />
      <div className="row">
        <Button tone="primary" type="submit" disabled={invite.isPending || name.trim() === ''}>
          Invite
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}

function Invited({
  name,
  at,
  link,
  mailed,
  onAnother,
  onClose,
}: {
  name: string;
  at: { readonly partnership: string; readonly member: string };
  link: string | null;
  mailed: boolean;
  onAnother: () => void;
  onClose: () => void;
}) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link ?? '');
      setCopied('yes');
    } catch {
      // Browsers keep the clipboard from pages that came without encryption.
      setCopied('no');
    }
  };
  const away = link === null && !mailed;
  return (
    <Notice
      tone={away ? 'warn' : 'good'}
      title={away ? `${name} belongs here now, but the mail was not sent` : `${name} is invited`}
    >
      <div className="stack" role="status">
        {away ? (
          <p>
            The mail server could not be reached. Nothing is lost: send the link when it is back,
            here or from the list below.
          </p>
        ) : link === null ? (
          <p>The sign-in link is on its way by e-mail. It works once, within a day.</p>
        ) : (
          <>
            <p>
              Pass this link on yourself, by a way that only {name} reads. It is shown only now, and
              it works once, within a day.
            </p>
            <p>
              <code>{link}</code>
            </p>
            {copied === 'no' && (
              <p>Your browser does not let us copy. Select the link above instead.</p>
            )}
          </>
        )}
        <div className="row">
          {away && <SendLink at={at} first />}
          {link !== null && (
            <Button tone="primary" onClick={() => void copy()}>
              {copied === 'yes' ? 'Copied' : 'Copy the link'}
            </Button>
          )}
          <Button onClick={onAnother}>Invite another</Button>
          <Button tone="quiet" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Notice>
  );
}
