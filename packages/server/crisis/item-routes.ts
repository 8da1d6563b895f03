import { createRoute, z } from '@hono/zod-openapi';
import { mayHelpInCrisis, mayRunCrisis } from '@freehold/core/access';
import type { DayCount } from '@freehold/core/crisis';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { activationDay, dayOf } from './day.ts';
import { followUp } from './follow.ts';
import { editItem, putItem } from './item.ts';
import { Follow, ItemChange, NewDay, NewItem } from './shapes.ts';
import { crisisOf, putDay, type By } from './store.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Crisis'];
  const ofCrisis = z.object({ partnership: z.string(), crisis: Id });
  const one = z.object({ partnership: z.string(), crisisItem: Id });
  const kept = z.object({ id: z.string() });
  return {
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/crises/{crisis}/items',
      summary: 'Put an action, a contact, a service, a group, a baseline or a finding on record',
      ...{ tags, middleware },
      request: { params: ofCrisis, ...jsonBody(NewItem) },
      responses: answers(kept, 'Kept'),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/crisis-items/{crisisItem}',
      summary: 'Change an item of the board, take it away or bring it back',
      description:
        '`version` is the one that was begun from; somebody else’s change is not undone.',
      ...{ tags, middleware },
      request: { params: one, ...jsonBody(ItemChange) },
      responses: answers(kept, 'Kept'),
    }),
    count: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/crises/{crisis}/counts',
      summary: 'Keep the counts of a day: numbers only, never a person’s record',
      ...{ tags, middleware },
      request: { params: ofCrisis, ...jsonBody(NewDay) },
      responses: answers(z.object({ day: z.string() }), 'Kept'),
    }),
    follow: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/crisis-items/{crisisItem}/follow',
      summary: 'Make of a finding a draft claim, a gap or an action',
      ...{ tags, middleware },
      request: { params: one, ...jsonBody(Follow) },
      responses: answers(kept, 'What it became'),
    }),
  };
}

/** What stands on a crisis's plan and board. */
export function itemRoutes(house: House) {
  const route = declared(house);
  const now = () => house.ports.clock.now();
  return router()
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayHelpInCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { crisis } = c.req.valid('param');
      const { content } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        putItem(tx, { ...partner, now: now() }, crisis, content),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayHelpInCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { crisisItem: id } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        editItem(tx, { ...partner, now: now() }, id, c.req.valid('json')),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id }, 200);
    })
    .openapi(route.count, async (c) => {
      const partner = c.get('partner');
      if (!mayHelpInCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { crisis } = c.req.valid('param');
      const counts = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        keepDay(tx, { ...partner, now: now() }, crisis, counts),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ day: counts.day }, 200);
    })
    .openapi(route.follow, async (c) => {
      const partner = c.get('partner');
      if (!mayRunCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { crisisItem } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        followUp(tx, { ...partner, now: now() }, crisisItem, c.req.valid('json')),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    });
}

/** Counts belong to a day from the activation on, until the end or today. */
async function keepDay(tx: Work, by: By, id: string, counts: DayCount): Promise<Outcome<null>> {
  const crisis = await crisisOf(tx, id, true);
  if (crisis === null) return refused(problem('not-found'));
  const from = activationDay(crisis);
  if (from === null) return refused(problem('crisis-not-active'));
  if (crisis.state === 'reviewed') return refused(problem('crisis-reviewed'));
  const to = dayOf(crisis.endedAt ?? by.now);
  if (counts.day < from || counts.day > to) {
    return refused(problem('day-outside', { from, to }, { path: 'day' }));
  }
  await putDay(tx, by, id, counts);
  return fine(null);
}
