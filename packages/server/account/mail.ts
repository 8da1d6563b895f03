import type { Message } from '../ports.ts';

type Kind = 'link' | 'reset' | 'password-instead';

/** What is sent to somebody who asked to sign in or to choose a new password. */
export function accountMail(kind: Kind, to: string, url: string): Message {
  const { subject, text } = letters[kind];
  return { to, subject, text: `${text}\n\n${url}\n\n${ending}` };
}

const letters: Readonly<Record<Kind, { readonly subject: string; readonly text: string }>> = {
  link: {
    subject: 'Your Freehold sign-in link',
    text: 'Somebody, most likely you, asked to sign in to Freehold with this address. The link works once, for 15 minutes:',
  },
  reset: {
    subject: 'Choose a new Freehold password',
    text: 'Somebody, most likely you, asked to choose a new Freehold password. The link works once, for an hour:',
  },
  'password-instead': {
    subject: 'Sign in to Freehold with your password',
    text: 'Somebody, most likely you, asked for a sign-in link. You use an authenticator app, so a link alone is not enough; sign in with your password and the app here:',
  },
};

const ending = 'If it was not you, do nothing: nobody gets in by this mail alone.';
