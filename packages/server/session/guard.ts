import { createMiddleware } from 'hono/factory';
import { sql } from 'kysely';
import type { Role } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { refuse } from '../http/problem.ts';
import type { Asker, Env, House, RaterActor } from '../http/house.ts';
import { sessionToken } from './cookie.ts';
import { hashed, personOfSession } from './store.ts';

/** Lets signed-in people through, as `asker`. */
export function signedIn(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const token = await sessionToken(c, house);
    const found = await asking(house, token);
    if (found === null) return refuse(c, 401, [problem('not-signed-in')]);
    c.set('asker', found.asker);
    await next();
    return undefined;
  });
}

/** Lets everybody through; whoever is signed in is `asker`. */
export function perhapsSignedIn(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const token = await sessionToken(c, house);
    const found = await asking(house, token);
    if (found !== null) c.set('asker', found.asker);
    await next();
  });
}

/**
 * Lets members of the partnership in the path through, as `partner`. To everybody else the partnership does
 * not exist: not found, never "not allowed".
 */
export function partnerOnly(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const id = c.req.param('partnership') ?? '';
    const token = await sessionToken(c, house);
    const found = await asking(house, token, id);
    if (found === null) return refuse(c, 401, [problem('not-signed-in')]);
    const { asker, role } = found;
    c.set('asker', asker);
    if (role === null) return refuse(c, 404, [problem('not-found')]);
    c.set('partner', { ...asker, partnership: id, role });
    await next();
    return undefined;
  });
}

/** Lets the holder of a rater's link through, as `rater`. */
export function raterOnly(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const token = c.req.param('token') ?? '';
    const found = await raterByToken(house, token);
    if (found === null) return refuse(c, 404, [problem('link-unknown')]);
    c.set('rater', found);
    await next();
    return undefined;
  });
}

async function asking(
  { database, ports }: House,
  token: string | null,
  partnership: string | null = null,
): Promise<{ readonly asker: Asker; readonly role: Role | null } | null> {
  if (token === null) return null;
  const found = await personOfSession(database, {
    ...{ token, now: ports.clock.now() },
    partnership: partnership !== null && uuid.test(partnership) ? partnership : null,
  });
  if (found === null) return null;
  const { id, name, administrator, role } = found;
  return { asker: { person: id, name, administrator, partnership: null, rater: null }, role };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function raterByToken({ database }: House, token: string): Promise<RaterActor | null> {
  const { rows } = await sql<{ rater: string; partnership: string; review: string }>`
    select rater, partnership, review from who_rates(${hashed(token)})`.execute(database);
  return rows[0] === undefined ? null : { ...rows[0], person: null };
}
