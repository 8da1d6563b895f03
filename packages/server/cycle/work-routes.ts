import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepChecklist, mayRunCycle } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { closeOut, closeRound, reopenRound } from './close.ts';
import { addItem, changeItem, noteOutput } from './items.ts';
import { CloseOut, Closing, Item, ItemChange, NewItem, OutputNote } from './shapes.ts';
import { statusOf } from './status.ts';

const partnership = z.object({ partnership: z.string() });
const atRound = partnership.extend({ round: Id });
const tags = ['Cycle'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/rounds/{round}/items',
      summary: 'Add a line to a round’s checklist',
      tags,
      middleware,
      request: { params: atRound, ...jsonBody(NewItem) },
      responses: answers(Item, 'The line'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/checklist/{item}',
      summary: 'Change a line of the checklist, tick it, take it out, or bring it back',
      tags,
      middleware,
      request: { params: partnership.extend({ item: Id }), ...jsonBody(ItemChange) },
      responses: answers(z.object({ item: Item.nullable() }), 'The line; null when taken out'),
    }),
    note: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/rounds/{round}/outputs',
      summary: 'Write down what a stage gave',
      tags,
      middleware,
      request: { params: atRound, ...jsonBody(OutputNote) },
      responses: answers(z.object({ kept: z.boolean() }), 'Kept'),
    }),
    preview: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/rounds/{round}/close-out',
      summary: 'What is open at the end of a round',
      tags,
      middleware,
      request: { params: atRound },
      responses: answers(CloseOut, 'What is open, and what was decided about it before'),
    }),
    close: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/rounds/{round}/close',
      summary: 'Close a round: what changed, what was learnt, what carries over, what is next',
      tags,
      middleware,
      request: { params: atRound, ...jsonBody(Closing) },
      responses: answers(z.object({ state: z.string() }), 'Closed'),
    }),
    reopen: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/rounds/{round}/reopen',
      summary: 'Open a closed round again, while no later one has begun',
      tags,
      middleware,
      request: { params: atRound },
      responses: answers(z.object({ state: z.string() }), 'Open'),
    }),
  };
}

/** What is done within a round: its checklist, what it gives, and its end. */
export function workRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepChecklist(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { round } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        addItem(tx, partner, round, c.req.valid('json'), clock.now()),
      );
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepChecklist(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { item } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        changeItem(tx, partner, item, c.req.valid('json'), clock.now()),
      );
      return done.ok
        ? c.json({ item: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.note, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepChecklist(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { round } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        noteOutput(tx, partner, round, c.req.valid('json'), clock.now()),
      );
      return done.ok
        ? c.json({ kept: true }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.preview, async (c) => {
      const { round } = c.req.valid('param');
      const today = clock.now().toISOString().slice(0, 10);
      const found = await within(house.database, c.get('partner'), (tx) =>
        closeOut(tx, round, today),
      );
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.close, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCycle(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { round } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        closeRound(tx, partner, round, c.req.valid('json'), clock.now()),
      );
      return done.ok
        ? c.json({ state: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.reopen, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCycle(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { round } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) => reopenRound(tx, round));
      return done.ok
        ? c.json({ state: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    });
}
