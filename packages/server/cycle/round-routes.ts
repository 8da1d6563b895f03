import { createRoute, z } from '@hono/zod-openapi';
import { mayRunCycle } from '@freehold/core/access';
import { StageState } from '@freehold/core/cycle';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { placeMatrix } from './matrix.ts';
import { openRound } from './opening.ts';
import { overview } from './overview.ts';
import { roundPage } from './page.ts';
import { changeRound } from './round-change.ts';
import { CycleMatrix, NewRound, RoundChange, RoundPage, Rounds, StageMove } from './shapes.ts';
import { moveStage } from './stages.ts';
import { statusOf } from './status.ts';

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const atRound = partnership.extend({ round: Id });
const tags = ['Cycle'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/rounds',
      summary: 'The rounds of a place, where their effort went, and what that warns of',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(Rounds, 'The rounds, oldest first'),
    }),
    open: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/rounds',
      summary: 'Open the next round of a place',
      description: 'What was decided when the last round closed takes hold now.',
      tags,
      middleware,
      request: { params: atPlace, ...jsonBody(NewRound) },
      responses: answers(z.object({ id: z.string(), number: z.number() }), 'The new round'),
    }),
    matrix: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/matrix',
      summary: 'Actions, gaps and assets by pathway and 4P, empty cells too',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(CycleMatrix, 'Twenty cells, and what lacks a mark'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/rounds/{round}',
      summary: 'One round: its stages, checklist, outputs, and what was said when stages closed',
      tags,
      middleware,
      request: { params: atRound },
      responses: answers(RoundPage, 'The round'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/rounds/{round}',
      summary: 'Rename an open round, or change its goals or first day',
      tags,
      middleware,
      request: { params: atRound, ...jsonBody(RoundChange) },
      responses: answers(z.object({ id: z.string() }), 'The round, changed'),
    }),
    move: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/rounds/{round}/move',
      summary: 'Start a stage, close it with a word about what was left, or open it again',
      tags,
      middleware,
      request: { params: atRound, ...jsonBody(StageMove) },
      responses: answers(z.object({ state: StageState }), 'Where the stage stands now'),
    }),
  };
}

/** Rounds and their stages. */
export function roundRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) => overview(tx, place));
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.open, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCycle(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        openRound(tx, partner, place, c.req.valid('json'), clock.now()),
      );
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.matrix, async (c) => {
      const { place } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) => placeMatrix(tx, place));
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.show, async (c) => {
      const { round } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) => roundPage(tx, round));
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCycle(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { round } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        changeRound(tx, round, c.req.valid('json')),
      );
      return done.ok
        ? c.json({ id: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.move, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCycle(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { round } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        moveStage(tx, partner, round, c.req.valid('json'), clock.now()),
      );
      return done.ok
        ? c.json({ state: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    });
}
