import { Refusal } from '../api.ts';
import { sayProblems } from '../words.ts';

/**
 * Calls better-auth's own handler, which answers in its own form; what it refuses becomes problems like all others.
 *
 * @throws Refusal
 */
export async function account<T>(
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<T> {
  const answer = await fetch(`/api/account${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal(0, [{ code: 'offline' }]);
  });
  const said = (await answer.json().catch(() => null)) as T & { code?: string };
  if (answer.ok) return said;
  throw new Refusal(answer.status, [{ code: codeOf(answer.status, said?.code) }]);
}

function codeOf(status: number, code: string | undefined): string {
  if (status === 429) return 'too-many-tries';
  if (code === undefined) return status >= 500 ? 'our-fault' : 'refused';
  return code.toLowerCase().replaceAll('_', '-');
}

sayProblems({
  'invalid-email-or-password': () =>
    'E-mail and password do not fit together. After six wrong tries this e-mail is locked for 30 minutes.',
  'too-many-tries': () =>
    'Too many tries. Wait a minute; after six wrong passwords in a row, wait 30 minutes.',
  'invalid-code': () => 'This code is not right, or too old. Type the one that your app shows now.',
  'invalid-two-factor-cookie': () => 'That took too long. Begin again with your password.',
  'account-temporarily-locked': () => 'Too many wrong codes. Wait 30 minutes.',
  'invalid-backup-code': () => 'This recovery code is not right, or was used before.',
  'invalid-password': () => 'The password is not right.',
  'invalid-token': () => 'This link has been used or is too old. Ask for a new one.',
  'password-too-short': () =>
    'Use at least 12 characters. Three random words are easy to keep in mind.',
  'password-too-long': () => 'Use at most 200 characters.',
  'password-pattern': () =>
    'This repeats itself or runs along the keyboard. Use three random words.',
  'password-common': () =>
    'This password is on the lists that are tried first. Use three random words.',
  'password-own-name': () => 'This leans on your name or e-mail. Use three random words.',
  'password-set-already': () => 'You have a password. Change it with the old one.',
  'email-missing': () => 'Give your e-mail first: you sign in with it.',
  'email-not-possible': () => 'This e-mail cannot be used here.',
});
