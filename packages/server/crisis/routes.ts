import { createRoute, z } from '@hono/zod-openapi';
import { mayHelpInCrisis, mayRunCrisis } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { found, statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { boardOf } from './board.ts';
import { activationDay } from './day.ts';
import { moveCrisis } from './move.ts';
import { Active, Board, CrisisChange, CrisisMove, CrisisShown, NewCrisis } from './shapes.ts';
import { shownCrisis } from './shown.ts';
import { activeCrisis, addCrisis, changeCrisis, crisesOf, crisisOf } from './store.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Crisis'];
  const one = z.object({ partnership: z.string(), crisis: Id });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/crises',
      summary: 'Every crisis that was prepared for, is active, or is over',
      ...{ tags, middleware },
      request: { params: z.object({ partnership: z.string() }) },
      responses: answers(z.object({ crises: z.array(CrisisShown) }), 'What is active first'),
    }),
    active: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/crisis/active',
      summary: 'The crisis that is active, for the banner on every page',
      ...{ tags, middleware },
      request: { params: z.object({ partnership: z.string() }) },
      responses: answers(z.object({ crisis: Active }), 'Null while none is'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/crises',
      summary: 'Prepare for a crisis',
      ...{ tags, middleware },
      request: {
        params: z.object({ partnership: z.string(), place: Id }),
        ...jsonBody(NewCrisis),
      },
      responses: answers(z.object({ id: z.string() }), 'Prepared, with an empty board'),
    }),
    board: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/crises/{crisis}',
      summary: 'Everything on the board of a crisis; counts in steps of the least cell',
      ...{ tags, middleware },
      request: { params: one },
      responses: answers(Board, 'The board'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/crises/{crisis}',
      summary: 'Change what is said of a crisis, its phase among it',
      ...{ tags, middleware },
      request: { params: one, ...jsonBody(CrisisChange) },
      responses: answers(CrisisShown, 'The crisis as it is now'),
    }),
    move: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/crises/{crisis}/move',
      summary: 'Activate, end or close the review of a crisis, or take the last step back',
      ...{ tags, middleware },
      request: { params: one, ...jsonBody(CrisisMove) },
      responses: answers(CrisisShown, 'The crisis as it is now'),
    }),
  };
}

/** Crises as such: which there are, and the steps from prepared to reviewed. */
export function crisisRoutes(house: House) {
  const route = declared(house);
  const now = () => house.ports.clock.now();
  return router()
    .openapi(route.list, async (c) => {
      const crises = await within(house.database, c.get('partner'), (tx) => crisesOf(tx));
      return c.json({ crises: crises.map(shownCrisis) }, 200);
    })
    .openapi(route.active, async (c) => {
      const crisis = await within(house.database, c.get('partner'), activeCrisis);
      const startedOn = crisis === null ? null : activationDay(crisis);
      if (crisis === null || startedOn === null) return c.json({ crisis: null }, 200);
      const { id, title, phase, place } = crisis;
      return c.json({ crisis: { id, title, phase, startedOn, place } }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const by = { ...partner, now: now() };
      const id = await within(house.database, partner, async (tx) =>
        (await knownPlace(tx, place)) ? addCrisis(tx, by, place, c.req.valid('json')) : null,
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.board, async (c) => {
      const partner = c.get('partner');
      if (!mayHelpInCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { crisis } = c.req.valid('param');
      const { partnership } = partner;
      const board = await within(house.database, partner, (tx) =>
        boardOf(tx, { partnership, crisis }),
      );
      return board === null ? refuse(c, 404, [problem('not-found')]) : c.json(board, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { version, ...change } = sent(c.req.valid('json'));
      const { crisis } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) => {
        const before = await crisisOf(tx, crisis, true);
        if (before === null) return refused(problem('not-found'));
        if (before.version !== version) return refused(problem('changed-by-another'));
        await changeCrisis(tx, { ...partner, now: now() }, { ...before, ...change });
        return found(await crisisOf(tx, crisis));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownCrisis(done.value), 200);
    })
    .openapi(route.move, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { crisis } = c.req.valid('param');
      const by = { ...partner, now: now() };
      const done = await within(house.database, partner, (tx) =>
        moveCrisis(tx, by, crisis, c.req.valid('json').to),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownCrisis(done.value), 200);
    });
}
