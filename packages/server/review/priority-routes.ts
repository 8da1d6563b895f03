import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound, mayWeighPriorities } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { Gap, shownGap } from '../gap/shapes.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { prioritiesOf, putInOrder, weigh, type KeptPriority } from './priorities.ts';
import { forPlanning } from './planning.ts';
import { blind, frozen, profileOf, shownTo } from './profile.ts';
import { statusOf } from './status.ts';
import { reviewOf } from './store.ts';

const atReview = z.object({ partnership: z.string(), review: Id });
const onGap = atReview.extend({ gap: Id });
const tags = ['Priorities'];

/** product = size × importance × reach, size = desired − score; null without a score. */
const Priority = z
  .object({
    gap: Gap,
    score: z.number().nullable(),
    desired: z.number(),
    size: z.number().nullable(),
    importance: z.number(),
    reach: z.number(),
    product: z.number().nullable(),
    position: z.number().nullable(),
    note: z.string(),
    judged: z.boolean(),
  })
  .openapi('Priority');

const OneToFive = z.int().min(1).max(5);
const Weighing = z
  .strictObject({ importance: OneToFive, reach: OneToFive, note: z.string().trim().max(2000) })
  .openapi('Weighing');
const Order = z.strictObject({
  gaps: z
    .array(Id)
    .max(1000)
    .refine((ids) => new Set(ids).size === ids.length, 'a gap stands in the list twice'),
});

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/reviews/{review}/priorities',
      summary: 'The kept gaps of the place in the order to take them, with the arithmetic',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(z.object({ priorities: z.array(Priority) }), 'The priorities'),
    }),
    weigh: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/reviews/{review}/priorities/{gap}',
      summary: 'Say how important a gap is and how far it reaches',
      tags,
      middleware,
      request: { params: onGap, ...jsonBody(Weighing) },
      responses: answers(z.object({}), 'Said'),
    }),
    order: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/reviews/{review}/priorities-order',
      summary: 'Put priorities in people’s own order; an empty list goes back to the arithmetic',
      tags,
      middleware,
      request: { params: atReview, ...jsonBody(Order) },
      responses: answers(z.object({}), 'Put in order'),
    }),
  };
}

export function priorityRoutes(house: House) {
  const route = declared(house);
  const now = () => house.ports.clock.now();
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      const found = await within(house.database, partner, async (tx) => {
        const review = await reviewOf(tx, c.req.valid('param').review);
        if (review === null) return problem('not-found');
        if (blind(review.state)) return problem('still-blind');
        if (!frozen(review.state) && !mayFollowRound(partner.role)) return problem('not-allowed');
        return prioritiesOf(
          tx,
          review,
          shownTo(partner.role, review.state, await profileOf(tx, review)),
        );
      });
      if ('code' in found) return refuse(c, statusOf([found]), [found]);
      return c.json({ priorities: found.map(shown) }, 200);
    })
    .openapi(route.weigh, async (c) => {
      const partner = c.get('partner');
      if (!mayWeighPriorities(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review, gap } = c.req.valid('param');
      const fault = await within(house.database, partner, async (tx) => {
        const open = await forPlanning(tx, review);
        if ('code' in open) return open;
        const said = await weigh(tx, open, gap, c.req.valid('json'), now());
        return said ? null : problem('not-found');
      });
      return fault === null ? c.json({}, 200) : refuse(c, statusOf([fault]), [fault]);
    })
    .openapi(route.order, async (c) => {
      const partner = c.get('partner');
      if (!mayWeighPriorities(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review } = c.req.valid('param');
      const fault = await within(house.database, partner, async (tx) => {
        const open = await forPlanning(tx, review);
        if ('code' in open) return open;
        const put = await putInOrder(tx, open, c.req.valid('json').gaps, now());
        return put ? null : problem('gap-unknown', undefined, { path: 'gaps' });
      });
      return fault === null ? c.json({}, 200) : refuse(c, statusOf([fault]), [fault]);
    });
}

function shown(priority: KeptPriority): z.infer<typeof Priority> {
  const { score, desired, size, importance, reach, product, position, note, judged } = priority;
  return {
    gap: shownGap(priority.gap),
    ...{ score, desired, size, importance, reach, product, position, note, judged },
  };
}
