import { createRoute, z } from '@hono/zod-openapi';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { signedIn } from '../session/guard.ts';
import { accounts } from './auth.ts';
import { heldOn } from './held.ts';

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
  const rooms = router().openapi(held, async (c) => {
    const asker = c.get('asker');
    return c.json(await heldOn(house, asker.person), 200);
  });
  rooms.on(['GET', 'POST'], '/account/*', (c) => auth.handler(c.req.raw));
  return rooms;
}
