import { createMiddleware } from 'hono/factory';
import { Role } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { asInstallation, type Work } from '../database/within.ts';
import { refuse } from '../http/problem.ts';
import type { Asker, Env, House, RaterActor } from '../http/house.ts';
import { sessionToken } from './cookie.ts';
import { hashed, personOfSession } from './store.ts';

/** Lets signed-in people through, as `asker`. */
export function signedIn(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const token = await sessionToken(c, house);
    const found = await asInstallation(house.database, (tx) => askerOf(tx, house, token));
    if (found === null) return refuse(c, 401, [problem('not-signed-in')]);
    c.set('asker', found);
    await next();
    return undefined;
  });
}

/** Lets everybody through; whoever is signed in is `asker`. */
export function perhapsSignedIn(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const token = await sessionToken(c, house);
    if (token !== null) {
      const found = await asInstallation(house.database, (tx) => askerOf(tx, house, token));
      if (found !== null) c.set('asker', found);
    }
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
    const { asker, role } = await asInstallation(house.database, async (tx) => {
      const found = await askerOf(tx, house, token);
      return { asker: found, role: found && (await roleIn(tx, found.person, id)) };
    });
    if (asker === null) return refuse(c, 401, [problem('not-signed-in')]);
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
    const found = await asInstallation(house.database, (tx) => raterByToken(tx, token));
    if (found === null) return refuse(c, 404, [problem('link-unknown')]);
    c.set('rater', found);
    await next();
    return undefined;
  });
}

async function askerOf(tx: Work, house: House, token: string | null): Promise<Asker | null> {
  if (token === null) return null;
  const found = await personOfSession(tx, token, house.ports.clock.now());
  if (found === null) return null;
  const { id, name, administrator } = found;
  return { person: id, name, administrator, partnership: null, rater: null };
}

async function roleIn(tx: Work, person: string, partnership: string): Promise<Role | null> {
  if (!uuid.test(partnership)) return null;
  const member = await tx
    .selectFrom('membership')
    .where('person_id', '=', person)
    .where('partnership_id', '=', partnership)
    .select('role')
    .executeTakeFirst();
  return member === undefined ? null : Role.parse(member.role);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function raterByToken(tx: Work, token: string): Promise<RaterActor | null> {
  const row = await tx
    .selectFrom('rater')
    .where('token_hash', '=', hashed(token))
    .select(['id', 'partnership_id', 'review_id'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { person: null, partnership: row.partnership_id, rater: row.id, review: row.review_id };
}
