import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { handOf } from './at.ts';
import { addMembership, changeMembership, removeMembership } from './membership-store.ts';
import { statusOf } from './partnership-routes.ts';
import { NewMembership } from './shapes.ts';

const partnership = z.object({ partnership: z.string() });
const atMembership = partnership.extend({ listedMembership: Id });
const tags = ['Directory'];
const Done = z.object({ id: Id });

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/directory/partnerships/{listed}/members',
      summary: 'Say that an organisation belongs to a listed partnership',
      tags,
      middleware,
      request: { params: partnership.extend({ listed: Id }), ...jsonBody(plain(NewMembership)) },
      responses: answers(Done, 'The membership'),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/directory/members/{listedMembership}',
      summary: 'Change what an organisation is in a partnership',
      tags,
      middleware,
      request: {
        params: atMembership,
        ...jsonBody(plain(NewMembership.omit({ organisation: true }))),
      },
      responses: answers(Done, 'The membership'),
    }),
    remove: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/directory/members/{listedMembership}',
      summary: 'Say that an organisation never belonged to a partnership',
      tags,
      middleware,
      request: { params: atMembership },
      responses: answers(Done, 'What was removed'),
    }),
  };
}

export function membershipRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listed } = c.req.valid('param');
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        addMembership(tx, handOf(house, partner), listed, fields),
      );
      return 'id' in done ? c.json(done, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listedMembership: id } = c.req.valid('param');
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, (tx) => changeMembership(tx, id, fields));
      return done ? c.json({ id }, 200) : refuse(c, 404, [problem('not-found')]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listedMembership: id } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) => removeMembership(tx, id));
      return done ? c.json({ id }, 200) : refuse(c, 404, [problem('not-found')]);
    });
}
