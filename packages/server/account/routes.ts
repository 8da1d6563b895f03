import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addressOf } from '../http/address.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { signedIn } from '../session/guard.ts';
import { accounts, addressHeader } from './auth.ts';
import { ending } from './fresh.ts';
import { heldOn } from './held.ts';
import { nameOneself, setFirstPassword } from './password.ts';

const Held = z
  .object({
    person: z.object({
      name: z.string(),
      email: z.string().nullable(),
      twoFactor: z.boolean(),
      hasPassword: z.boolean(),
      since: z.string(),
    }),
    memberships: z.array(
      z.object({ partnership: z.string(), role: z.string(), organisation: z.string().nullable() }),
    ),
    sessions: z.array(z.object({ since: z.string(), seenAt: z.string(), agent: z.string() })),
    auditRows: z.number(),
  })
  .openapi('Held');

/**
 * `/account/…` is better-auth's own handler (sign-in, password, second factor, sessions); beside it stands what
 * a person may ask of us: all that is held on them.
 */
export function accountRoutes(house: House) {
  const auth = accounts(house);
  const held = createRoute({
    method: 'get',
    path: '/me',
    summary: 'All that is held on the one who asks',
    middleware: signedIn(house),
    responses: answers(Held, 'What is held'),
  });
  const name = createRoute({
    method: 'put',
    path: '/me',
    summary: 'Change one’s name; give an e-mail where there is none',
    middleware: signedIn(house),
    request: jsonBody(
      z.strictObject({
        name: z.string().trim().min(1).max(120),
        email: z.email().max(254).nullable(),
      }),
    ),
    responses: answers(z.object({}), 'Changed'),
  });
  const password = createRoute({
    method: 'put',
    path: '/me/password',
    summary: 'Set the first password',
    middleware: signedIn(house),
    request: jsonBody(z.strictObject({ password: z.string().max(1000) })),
    responses: answers(z.object({}), 'Set'),
  });
  const rooms = router()
    .openapi(held, async (c) => {
      const asker = c.get('asker');
      return c.json(await heldOn(house, asker.person), 200);
    })
    .openapi(name, async (c) => {
      const found = await nameOneself(house, c.get('asker').person, c.req.valid('json'));
      return found.length > 0 ? refuse(c, 422, found) : c.json({}, 200);
    })
    .openapi(password, async (c) => {
      const asker = c.get('asker');
      const found = await setFirstPassword(house, asker.person, c.req.valid('json').password);
      return found.length > 0 ? refuse(c, 422, found) : c.json({}, 200);
    });
  rooms.on(['GET', 'POST'], '/account/*', (c) =>
    ending(c, house, () => auth.handler(withAddress(c, house))),
  );
  return rooms;
}

/** The request with the address it comes from in a header of ours, which nobody outside can set. */
function withAddress(c: Context, house: House): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(addressHeader, addressOf(c, house));
  return new Request(c.req.raw, { headers });
}
