import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { House } from '../http/house.ts';

// The session's cookie is the one that better-auth sets and reads: the token with its signature.

type Rooms = Pick<House, 'config' | 'secret'>;

/** The session's token, when the cookie is there and nobody has changed it. */
export async function sessionToken(c: Context, house: Rooms): Promise<string | null> {
  const token = await getSignedCookie(c, house.secret, nameOf(house));
  return typeof token === 'string' ? token : null;
}

export async function setSessionCookie(c: Context, house: Rooms, token: string): Promise<void> {
  await setSignedCookie(c, nameOf(house), token, house.secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(house),
  });
}

export function dropSessionCookie(c: Context, house: Rooms): void {
  deleteCookie(c, nameOf(house), { path: '/', secure: isSecure(house) });
}

function nameOf(house: Rooms): string {
  return isSecure(house) ? '__Secure-freehold.session_token' : 'freehold.session_token';
}

function isSecure({ config }: Rooms): boolean {
  return config.address.startsWith('https:');
}
