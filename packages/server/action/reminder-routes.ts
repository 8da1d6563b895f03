import { createRoute, z } from '@hono/zod-openapi';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { Reminder, shownReminder } from './reminder-shapes.ts';
import { remindersOf, sayWants, wantsReminders } from './reminder-store.ts';

const partnership = z.object({ partnership: z.string() });
const Wants = z.strictObject({ wants: z.boolean() });
const tags = ['Actions'];

/** Whether one wants reminders oneself, and what was sent. */
export function reminderRoutes(house: House) {
  const middleware = partnerOnly(house);
  const list = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/reminders',
    summary: 'The newest hundred reminders that were sent, and whether one wants any oneself',
    tags,
    middleware,
    request: { params: partnership },
    responses: answers(Wants.extend({ sent: z.array(Reminder) }), 'Newest first'),
  });
  const choose = createRoute({
    method: 'put',
    path: '/partnerships/{partnership}/reminders',
    summary: 'Say whether one wants to be reminded of one’s own actions',
    tags,
    middleware,
    request: { params: partnership, ...jsonBody(Wants) },
    responses: answers(Wants, 'As it is now'),
  });
  return router()
    .openapi(list, async (c) => {
      const partner = c.get('partner');
      const { wants, sent } = await within(house.database, partner, async (tx) => ({
        wants: await wantsReminders(tx, partner.person),
        sent: await remindersOf(tx, null),
      }));
      return c.json({ wants, sent: sent.map((each) => shownReminder(each, partner)) }, 200);
    })
    .openapi(choose, async (c) => {
      const partner = c.get('partner');
      const { wants } = c.req.valid('json');
      await within(house.database, partner, (tx) => sayWants(tx, partner, wants));
      return c.json({ wants }, 200);
    });
}
