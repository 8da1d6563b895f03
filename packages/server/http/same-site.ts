import { createMiddleware } from 'hono/factory';
import { problem } from '@freehold/core/problem';
import type { Env } from './house.ts';
import { refuse } from './problem.ts';

/**
 * Refuses a request that changes something and that another site's page made, whatever its content type: a
 * cookie comes along by itself, so the cookie alone does not say that the person meant it.
 *
 * A browser says where a request comes from in `Sec-Fetch-Site`; an older one only in `Origin`, which must then
 * name this host. A caller that sends neither is no browser, and carries no cookie by accident.
 */
export function sameSiteOnly({ address }: { readonly address: string }) {
  const own = new URL(address).host;
  return createMiddleware<Env>(async (c, next) => {
    if (safe.includes(c.req.method) || isOurs(c.req.raw.headers, own)) return next();
    return refuse(c, 403, [problem('other-site')]);
  });
}

const safe = ['GET', 'HEAD', 'OPTIONS'];

function isOurs(headers: Headers, own: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin') return true;
  if (site !== null && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  const from = URL.canParse(origin) ? new URL(origin).host : null;
  return from !== null && (from === own || from === headers.get('host'));
}
