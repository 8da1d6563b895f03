import type { Context } from 'hono';
import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';
import { sessionToken } from '../session/cookie.ts';
import { closeOtherSessions, closeSession } from '../session/store.ts';

const changesFactor = /\/two-factor\/(disable|verify-totp)$/;

/**
 * Answers a request of better-auth's and then ends what must not outlive it: the session that was open in this
 * browser when another takes its place, and all others of the person once their second factor has changed.
 */
export async function ending(
  c: Context,
  house: House,
  answer: () => Promise<Response>,
): Promise<Response> {
  const old = await sessionToken(c, house);
  const answered = await answer();
  if (old === null || !answered.ok) return answered;
  const opened = openedBy(answered);
  await asInstallation(house.database, async (tx) => {
    if (changesFactor.test(c.req.path)) await closeOtherSessions(tx, opened ?? old);
    else if (opened !== null && opened !== old) await closeSession(tx, old);
  });
  return answered;
}

/** The token of the session whose cookie an answer sets; null where it sets none. */
function openedBy(answer: Response): string | null {
  const set = answer.headers.getSetCookie().map((each) => sets.exec(each)?.[1] ?? '');
  return set.find((token) => token !== '') ?? null;
}

const sets = /^(?:__Secure-)?freehold\.session_token=([^.;]+)\./;
