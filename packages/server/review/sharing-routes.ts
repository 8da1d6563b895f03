import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mayShareResults, Visibility } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within, type Actor } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type Env, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly, perhapsSignedIn } from '../session/guard.ts';
import { share, SharedResult, sharedWith, visibilityOf } from './sharing.ts';
import { statusOf } from './status.ts';
import { reviewOf } from './store.ts';

const atReview = z.object({ partnership: z.string(), review: Id });
const Setting = z.strictObject({ visibility: Visibility });
const Shared = z.object({
  id: Id,
  visibility: z.enum(['peers', 'public']),
  at: z.iso.datetime(),
  result: SharedResult,
});
const SharedLine = z.object({
  id: Id,
  place: z.string(),
  partnership: z.string(),
  madeUp: z.boolean(),
  round: z.number(),
  framework: z.string(),
  visibility: z.enum(['peers', 'public']),
  at: z.iso.datetime(),
});
const tags = ['Sharing'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  const anybody = perhapsSignedIn(house);
  return {
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/reviews/{review}/visibility',
      summary: 'Who sees the results of a review',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(Setting, 'Private unless somebody said otherwise'),
    }),
    set: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/reviews/{review}/visibility',
      summary: 'Say who sees the results of a published review',
      description:
        'Shared are topic scores with intervals and coverage, the place and the partnership’s name, as they are ' +
        'now; nothing else. Setting it again copies them anew.',
      tags,
      middleware,
      request: { params: atReview, ...jsonBody(Setting) },
      responses: answers(Setting, 'As it is now'),
    }),
    list: createRoute({
      method: 'get',
      path: '/shared/reviews',
      summary:
        'What partnerships share: public results; to members of one that shares too, peers’ as well',
      tags,
      middleware: anybody,
      responses: answers(
        z.object({ peer: z.boolean(), reviews: z.array(SharedLine) }),
        'The newest first; `peer`: a partnership of the asker shares too',
      ),
    }),
    one: createRoute({
      method: 'get',
      path: '/shared/reviews/{review}',
      summary: 'One shared review: topic scores with intervals and coverage',
      tags,
      middleware: anybody,
      request: { params: z.object({ review: Id }) },
      responses: answers(Shared, 'What is shared of it'),
    }),
  };
}

export function sharingRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const { review } = c.req.valid('param');
      const found = await within(house.database, partner, async (tx) =>
        (await reviewOf(tx, review)) === null
          ? null
          : visibilityOf(tx, review, partner.partnership),
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ visibility: found }, 200);
    })
    .openapi(route.set, async (c) => {
      const partner = c.get('partner');
      if (!mayShareResults(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { visibility } = c.req.valid('json');
      const fault = await within(house.database, partner, async (tx) => {
        const review = await reviewOf(tx, c.req.valid('param').review, 'share');
        if (review === null) return problem('not-found');
        if (review.state !== 'published') return problem('not-published');
        await share(tx, review, partner.partnership, visibility, clock.now());
        return null;
      });
      if (fault !== null) return refuse(c, statusOf([fault]), [fault]);
      return c.json({ visibility }, 200);
    })
    .openapi(route.list, async (c) => {
      const { actor, person } = askerIn(c);
      const { peer, reviews } = await within(house.database, actor, (tx) => sharedWith(tx, person));
      const lines = reviews.map(({ result, ...row }) => ({
        ...row,
        ...{ place: result.place, partnership: result.partnership, madeUp: result.madeUp },
        ...{ round: result.round, framework: result.framework.title },
      }));
      return c.json({ peer, reviews: lines }, 200);
    })
    .openapi(route.one, async (c) => {
      const { actor, person } = askerIn(c);
      const { review } = c.req.valid('param');
      const { reviews } = await within(house.database, actor, (tx) =>
        sharedWith(tx, person, review),
      );
      const [found] = reviews;
      if (found === undefined) return refuse(c, 404, [problem('not-found')]);
      return c.json(found, 200);
    });
}

/** Who asks, if somebody is signed in; in no partnership, for what is shared belongs to none of the asker's. */
function askerIn(c: Context<Env>): { readonly actor: Actor; readonly person: string | null } {
  const asker: { readonly person: string } | undefined = c.get('asker');
  const person = asker?.person ?? null;
  return { actor: { person, partnership: null, rater: null }, person };
}
