import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { changeReview, takeDraftAway } from './change.ts';
import { NewReview } from './shapes.ts';
import { statusOf } from './status.ts';

const atReview = z.object({ partnership: z.string(), review: Id });
const tags = ['Reviews'];
const Change = NewReview.pick({ title: true, closesOn: true }).openapi('ReviewChange');

function declared(house: House) {
  const middleware = partnerOnly(house);
  const path = '/partnerships/{partnership}/reviews/{review}' as const;
  return {
    change: createRoute({
      method: 'patch',
      path,
      summary: 'Give a review another title or closing date, until its scores are frozen',
      tags,
      middleware,
      request: { params: atReview, ...jsonBody(Change) },
      responses: answers(z.object({}), 'Changed'),
    }),
    remove: createRoute({
      method: 'delete',
      path,
      summary: 'Take a draft away, with its raters and their links',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(z.object({}), 'Taken away'),
    }),
  };
}

/** What is put right about a review that was set up wrongly. */
export function changeRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review } = c.req.valid('param');
      const fault = await within(house.database, partner, (tx) =>
        changeReview(tx, review, c.req.valid('json')),
      );
      return fault === null ? c.json({}, 200) : refuse(c, statusOf([fault]), [fault]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review } = c.req.valid('param');
      const fault = await within(house.database, partner, (tx) => takeDraftAway(tx, review));
      return fault === null ? c.json({}, 200) : refuse(c, statusOf([fault]), [fault]);
    });
}
