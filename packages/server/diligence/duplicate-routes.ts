import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { decideDuplicate, duplicatesOf } from './duplicate-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Suppliers'];
const State = z.enum(['open', 'accepted', 'refused']);
const Side = z.object({
  ...{ id: z.string(), name: z.string(), companyNumber: z.string(), country: z.string() },
});

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/supplier-duplicates',
      summary: 'Suppliers that may be one, the likeliest first; at most 200',
      ...shared,
      request: { params: partnership, query: z.object({ state: State.default('open') }) },
      responses: answers(
        z.object({
          pairs: z.array(
            z.object({
              id: z.string(),
              score: z.number(),
              reason: z.enum(['same-number', 'same-name', 'like-name']),
              state: State,
              decidedBy: z.string(),
              one: Side,
              other: Side,
            }),
          ),
          counts: z.object({ open: z.number(), accepted: z.number(), refused: z.number() }),
        }),
        'The pairs, and how many there are in each state',
      ),
    }),
    decide: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/supplier-duplicates/{supplierDuplicate}',
      summary: 'Say that two suppliers are one, or are not, or leave it open again',
      ...shared,
      request: {
        params: partnership.extend({ supplierDuplicate: Id }),
        ...jsonBody(z.strictObject({ state: State })),
      },
      responses: answers(z.object({ state: State }), 'What is kept now'),
    }),
  };
}

/** Pairs of suppliers that may be one: a person accepts or refuses, and can take it back. [DD-4] */
export function duplicateRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { state } = c.req.valid('query');
      const { pairs, counts } = await within(house.database, c.get('partner'), (tx) =>
        duplicatesOf(tx, state),
      );
      return c.json({ pairs: [...pairs], counts }, 200);
    })
    .openapi(route.decide, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { supplierDuplicate } = c.req.valid('param');
      const { state } = c.req.valid('json');
      const fault = await within(house.database, partner, (tx) =>
        decideDuplicate(tx, handOf(house, partner), supplierDuplicate, state),
      );
      if (fault === null) return c.json({ state }, 200);
      return refuse(c, fault.code === 'not-found' ? 404 : 409, [fault]);
    });
}
