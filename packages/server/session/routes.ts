import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Role } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { asInstallation } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { dropSessionCookie, sessionToken, setSessionCookie } from './cookie.ts';
import {
  closeSession,
  exampleVisitor,
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

const ways = createRoute({
  method: 'get',
  path: '/session/ways',
  summary: 'Which ways of signing in are open here',
  responses: answers(
    z.object({ example: z.boolean() }),
    '`example`: the made-up workspace can be entered with one click',
  ),
});

const lookAround = createRoute({
  method: 'post',
  path: '/session/example',
  summary: 'Enter the made-up example workspace',
  responses: answers(z.object({ person: z.string() }), 'Signed in as the example’s visitor'),
});

export function sessionRoutes(house: House) {
  return router()
    .openapi(signIn, async (c) => {
      const { token } = c.req.valid('json');
      const now = house.ports.clock.now();
      const person = await asInstallation(house.database, (tx) => useSignInLink(tx, token, now));
      if (person === null) return refuse(c, 404, [problem('link-unknown')]);
      await enter(c, house, person);
      return c.json({ person }, 200);
    })
    .openapi(ways, async (c) => {
      const visitor = await visitorOf(house);
      return c.json({ example: visitor !== null }, 200);
    })
    .openapi(lookAround, async (c) => {
      const person = await visitorOf(house);
      if (person === null) return refuse(c, 404, [problem('not-found')]);
      await enter(c, house, person);
      return c.json({ person }, 200);
    })
    .openapi(show, async (c) => {
      const token = await sessionToken(c, house);
      const now = house.ports.clock.now();
      const asking = token === null ? null : { token, now, partnership: null };
      const person = asking && (await personOfSession(house.database, asking));
      if (person === null) return refuse(c, 401, [problem('not-signed-in')]);
      const { id, name, administrator } = person;
      const partnerships = await asInstallation(house.database, (tx) => partnershipsOf(tx, id));
      return c.json({ person: { id, name, administrator }, partnerships }, 200);
    })
    .openapi(signOut, async (c) => {
      const token = await sessionToken(c, house);
      if (token !== null) {
        await asInstallation(house.database, (tx) => closeSession(tx, token));
      }
      dropSessionCookie(c, house);
      return c.json({}, 200);
    });
}

async function enter(c: Context, house: House, person: string): Promise<void> {
  const token = house.ports.entropy.token();
  const agent = c.req.header('user-agent') ?? '';
  const now = house.ports.clock.now();
  const old = await sessionToken(c, house);
  await asInstallation(house.database, async (tx) => {
    if (old !== null) await closeSession(tx, old);
    await openSession(tx, { token, person, now, agent });
  });
  await setSessionCookie(c, house, token);
}

/** The example's visitor, who may do everything there and nothing elsewhere; null where the example is off. */
async function visitorOf(house: House): Promise<string | null> {
  if (!house.config.example) return null;
  return asInstallation(house.database, (tx) => exampleVisitor(tx));
}
