import { createRoute, z } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Role } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { asInstallation } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sessionCookie } from './guard.ts';
import {
  closeSession,
  openSession,
  partnershipsOf,
  personOfSession,
  useSignInLink,
} from './store.ts';

export const Session = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), administrator: z.boolean() }),
    partnerships: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        madeUp: z.boolean(),
        role: Role,
        homePlace: z.string().nullable(),
      }),
    ),
  })
  .openapi('Session');

const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

const signIn = createRoute({
  method: 'post',
  path: '/session/link',
  summary: 'Sign in with a one-time link',
  request: body(z.object({ token: z.string().min(10).max(200) })),
  responses: answers(z.object({ person: z.string() }), 'Signed in; the session is in a cookie'),
});

const show = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, and in which partnerships',
  responses: answers(Session, 'The session'),
});

const signOut = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  responses: answers(z.object({}), 'Signed out'),
});

export function sessionRoutes(house: House) {
  const secure = house.config.address.startsWith('https:');
  return router()
    .openapi(signIn, async (c) => {
      const { token } = c.req.valid('json');
      const now = house.ports.clock.now();
      const session = house.ports.entropy.token();
      const person = await asInstallation(house.database, async (tx) => {
        const found = await useSignInLink(tx, token, now);
        if (found !== null) await openSession(tx, { token: session, person: found, now });
        return found;
      });
      if (person === null) return refuse(c, 404, [problem('link-unknown')]);
      setCookie(c, sessionCookie, session, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure,
        maxAge: 30 * 24 * 60 * 60,
      });
      return c.json({ person }, 200);
    })
    .openapi(show, async (c) => {
      const token = getCookie(c, sessionCookie);
      const now = house.ports.clock.now();
      const found = await asInstallation(house.database, async (tx) => {
        const person = token === undefined ? null : await personOfSession(tx, token, now);
        return person && { person, partnerships: await partnershipsOf(tx, person.id) };
      });
      if (found === null) return refuse(c, 401, [problem('not-signed-in')]);
      const { id, name, administrator } = found.person;
      return c.json({ person: { id, name, administrator }, partnerships: found.partnerships }, 200);
    })
    .openapi(signOut, async (c) => {
      const token = getCookie(c, sessionCookie);
      if (token !== undefined) {
        await asInstallation(house.database, (tx) => closeSession(tx, token));
      }
      deleteCookie(c, sessionCookie, { path: '/' });
      return c.json({}, 200);
    });
}
