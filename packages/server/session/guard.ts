import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { Role } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { asInstallation, type Work } from '../database/within.ts';
import { refuse } from '../http/problem.ts';
import type { Env, House, Partner, RaterActor } from '../http/house.ts';
import { hashed } from './store.ts';

export const sessionCookie = 'freehold_session';

/** Lets signed-in people through, as `asker`. */
export function signedIn(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const found = await asInstallation(house.database, (tx) =>
      asker(tx, house, getCookie(c, sessionCookie)),
    );
    if (found === null) return refuse(c, 401, [problem('not-signed-in')]);
    c.set('asker', { ...found, partnership: null, rater: null });
    await next();
    return undefined;
  });
}

/**
 * Lets members of the partnership in the path through, as `partner`. To everybody else the partnership does
 * not exist: not found, never "not allowed".
 */
export function partnerOnly(house: House) {
  return createMiddleware<Env>(async (c, next) => {
    const id = c.req.param('partnership') ?? '';
    const token = getCookie(c, sessionCookie);
    const found = await asInstallation(house.database, (tx) => partner(tx, house, token, id));
    if (found === 'signed-out') return refuse(c, 401, [problem('not-signed-in')]);
    if (found === null) return refuse(c, 404, [problem('not-found')]);
    c.set('partner', found);
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

async function asker(tx: Work, house: House, token: string | undefined) {
  if (token === undefined) return null;
  const row = await tx
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .where('s.token_hash', '=', hashed(token))
    .where('s.expires_at', '>', house.ports.clock.now())
    .select(['p.id as person', 'p.name', 'p.administrator'])
    .executeTakeFirst();
  return row ?? null;
}

async function partner(
  tx: Work,
  house: House,
  token: string | undefined,
  partnership: string,
): Promise<Partner | 'signed-out' | null> {
  const person = await asker(tx, house, token);
  if (person === null) return 'signed-out';
  if (!uuid.test(partnership)) return null;
  const member = await tx
    .selectFrom('membership')
    .where('person_id', '=', person.person)
    .where('partnership_id', '=', partnership)
    .select('role')
    .executeTakeFirst();
  if (member === undefined) return null;
  return { ...person, partnership, rater: null, role: Role.parse(member.role) };
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
