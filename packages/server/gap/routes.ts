import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { proposedGaps } from '@freehold/core/review';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { viewOfReview } from '../review/frame.ts';
import { forPlanning } from '../review/planning.ts';
import { profileOf } from '../review/profile.ts';
import { statusOf } from '../review/status.ts';
import { reviewOf } from '../review/store.ts';
import { partnerOnly } from '../session/guard.ts';
import { Gap, GapChange, NewGap, shownGap } from './shapes.ts';
import { addGap, addProposals, changeGap, gapsOf, gapToChange } from './store.ts';

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const atGap = partnership.extend({ gap: Id });
const atReview = partnership.extend({ review: Id });
const tags = ['Gaps'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/gaps',
      summary: 'What is missing in a place: proposed, kept, dismissed and closed gaps',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(z.object({ gaps: z.array(Gap) }), 'The gaps by topic'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/gaps',
      summary: 'Name a gap',
      tags,
      middleware,
      request: { params: atPlace, ...jsonBody(NewGap) },
      responses: answers(Gap, 'The gap, kept'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/gaps/{gap}',
      summary: 'Change, keep, dismiss or close a gap; dismissing needs a reason',
      tags,
      middleware,
      request: { params: atGap, ...jsonBody(GapChange) },
      responses: answers(Gap, 'The gap as it is now'),
    }),
    propose: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/reviews/{review}/gaps/propose',
      summary: 'Propose gaps from low or uncertain scores',
      description: 'Asking again adds only what is new; a person keeps or dismisses each proposal.',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(z.object({ added: z.number() }), 'How many were new'),
    }),
  };
}

export function gapRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const gaps = await within(house.database, c.get('partner'), async (tx) =>
        (await knownPlace(tx, place)) ? gapsOf(tx, place) : null,
      );
      if (gaps === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ gaps: gaps.map(shownGap) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const { review, ...fields } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        if (!(await knownPlace(tx, place))) return problem('not-found');
        if (review !== null && (await reviewOf(tx, review))?.place.id !== place)
          return problem('review-unknown', undefined, { path: 'review' });
        return addGap(tx, { partnership: partner.partnership, place, review }, fields);
      });
      return 'id' in done ? c.json(shownGap(done), 200) : refuse(c, statusOf([done]), [done]);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { gap } = c.req.valid('param');
      const change = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const before = await gapToChange(tx, gap);
        if (before === null) return problem('not-found');
        const after = { ...before, ...sent(change) };
        if (after.status === 'dismissed' && after.reason === '')
          return problem('reason-needed', undefined, { path: 'reason' });
        return changeGap(tx, gap, after, house.ports.clock.now());
      });
      return 'id' in done ? c.json(shownGap(done), 200) : refuse(c, statusOf([done]), [done]);
    })
    .openapi(route.propose, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) => {
        // Held, so that two who ask at once do not both find the same gap missing.
        const found = await forPlanning(tx, review);
        if ('code' in found) return found;
        const view = await viewOfReview(tx, found);
        const proposals = proposedGaps(await profileOf(tx, found), view);
        const about = { partnership: partner.partnership, place: found.place.id, review };
        return addProposals(tx, about, proposals);
      });
      if (typeof done === 'number') return c.json({ added: done }, 200);
      return refuse(c, statusOf([done]), [done]);
    });
}
