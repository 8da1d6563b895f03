import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { learningOf } from './learning.ts';
import { Groups, LearningAnswer, PeersAnswer } from './peers-shapes.ts';
import { placeBeside } from './peers.ts';
import { RoundsCompared } from './rounds-shapes.ts';
import { placeRounds } from './rounds.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Comparison'];
  const params = z.object({ partnership: z.string(), place: Id });
  return {
    rounds: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/rounds-compared',
      summary:
        'Two rounds of a place side by side, topic by topic, with what can be told of the change',
      ...{ tags, middleware },
      request: { params, query: z.object({ from: Id.optional(), to: Id.optional() }) },
      responses: answers(
        RoundsCompared,
        'The newest round beside the one before it, or those asked for',
      ),
    }),
    peers: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/peers',
      summary: 'A place beside places that share their results',
      description:
        'Only results that their partnerships share with the asker are in it. Groups under four have no figures, and ' +
        'nothing is ranked.',
      ...{ tags, middleware },
      request: {
        params,
        query: z.object({
          group: Groups.default('all'),
          definition: z.coerce.number().int().min(1).max(1_000_000).optional(),
        }),
      },
      responses: answers(
        PeersAnswer,
        'Topic by topic, with the neighbours and how they were measured',
      ),
    }),
    learning: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/learning',
      summary: 'Places with the same gaps, and places that are strong there',
      ...{ tags, middleware },
      request: { params },
      responses: answers(LearningAnswer, 'Gap by gap; a mailbox only where a partnership agreed'),
    }),
  };
}

/** What is compared: rounds with each other, places beside places, and whom to learn from. */
export function compareRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.rounds, async (c) => {
      const partner = c.get('partner');
      const { from, to } = c.req.valid('query');
      const done = await within(house.database, partner, (tx) =>
        placeRounds(tx, c.req.valid('param').place, partner.role, { from, to }),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    })
    .openapi(route.peers, async (c) => {
      const partner = c.get('partner');
      const { group, definition = null } = c.req.valid('query');
      const found = await within(house.database, partner, (tx) =>
        placeBeside(tx, partner, c.req.valid('param').place, { group, definition }),
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(found, 200);
    })
    .openapi(route.learning, async (c) => {
      const partner = c.get('partner');
      const found = await within(house.database, partner, (tx) =>
        learningOf(tx, partner, c.req.valid('param').place),
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(found, 200);
    });
}
