import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { CleanUpKind, Suggestion } from '@freehold/core/directory';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { handOf } from './at.ts';
import { cleanUpOf, itemToSettle, type Item } from './clean-up.ts';
import { listedOf } from './listed.ts';
import { statusOf } from './partnership-routes.ts';
import { refuseFor, settle, Settlement, unsettle } from './settle.ts';

const partnership = z.object({ partnership: z.string() });
const atItem = partnership.extend({ cleanUp: Id });
const tags = ['Directory'];
const Done = z.object({ id: Id });
const Refused = plain(z.strictObject({ organisation: z.string().min(1).max(100) }));

const ItemShown = z
  .object({
    id: Id,
    kind: CleanUpKind,
    listed: z.object({ id: Id, name: z.string() }).nullable(),
    file: z.string(),
    row: z.number().nullable(),
    column: z.string(),
    text: z.string(),
    details: z.record(z.string(), z.string()),
    suggestions: z.array(Suggestion),
    state: z.enum(['open', 'settled', 'dismissed']),
    decision: z.object({ what: z.string(), said: z.string() }).nullable(),
    reason: z.string(),
    decidedBy: z.string(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .openapi('CleanUpItem');

function declared(house: House) {
  const middleware = partnerOnly(house);
  const one = '/partnerships/{partnership}/directory/clean-up/{cleanUp}';
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/directory/clean-up',
      summary: 'What waits for a person after imports, with suggestions, and what was decided',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ items: z.array(ItemShown) }), 'In the order of the files'),
    }),
    settle: createRoute({
      method: 'post',
      path: `${one}/settle`,
      summary: 'Decide about an item; accepted spellings are learnt',
      tags,
      middleware,
      request: { params: atItem, ...jsonBody(plain(Settlement)) },
      responses: answers(Done, 'The item'),
    }),
    refuse: createRoute({
      method: 'post',
      path: `${one}/refuse`,
      summary: 'Say that a spelling is not an organisation: it is not suggested again',
      tags,
      middleware,
      request: { params: atItem, ...jsonBody(Refused) },
      responses: answers(Done, 'The item'),
    }),
    reopen: createRoute({
      method: 'post',
      path: `${one}/reopen`,
      summary: 'Take a decision back, with what it brought about',
      tags,
      middleware,
      request: { params: atItem },
      responses: answers(Done, 'The item, open again'),
    }),
  };
}

export function cleanUpRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const items = await within(house.database, c.get('partner'), async (tx) => {
        const names = new Map((await listedOf(tx)).map(({ id, name }) => [id, { id, name }]));
        return (await cleanUpOf(tx)).map((item) =>
          shown(item, names.get(item.listed ?? '') ?? null),
        );
      });
      return c.json({ items }, 200);
    })
    .openapi(route.settle, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { cleanUp: id } = c.req.valid('param');
      const said = c.req.valid('json');
      const hand = handOf(house, partner);
      const done = await within(house.database, partner, async (tx) => {
        const item = await itemToSettle(tx, id);
        if (item === null) return problem('not-found');
        if (item.state !== 'open') return problem('settled-already');
        const decision = await settle(tx, hand, item, said);
        if ('code' in decision) return decision;
        await tx
          .updateTable('clean_up_item')
          .set({
            state: said.what === 'dismiss' ? 'dismissed' : 'settled',
            reason: said.what === 'dismiss' ? said.reason : '',
            decision: JSON.stringify(decision),
            ...{ decided_by: hand.byName, decided_at: hand.at },
          })
          .where('id', '=', id)
          .execute();
        return null;
      });
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.refuse, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { cleanUp: id } = c.req.valid('param');
      const { organisation } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const item = await itemToSettle(tx, id);
        if (item === null) return problem('not-found');
        await refuseFor(tx, handOf(house, partner), item, organisation);
        return null;
      });
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.reopen, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { cleanUp: id } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) => {
        const item = await itemToSettle(tx, id);
        if (item === null) return problem('not-found');
        await unsettle(tx, handOf(house, partner), item);
        await tx
          .updateTable('clean_up_item')
          .set({ state: 'open', reason: '', decision: null, decided_by: '', decided_at: null })
          .where('id', '=', id)
          .execute();
        return null;
      });
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    });
}

function shown(item: Item, listed: { id: string; name: string } | null) {
  const { decision, decidedAt, suggestions, ...rest } = item;
  return {
    ...rest,
    listed,
    details: { ...item.details },
    suggestions: [...suggestions],
    decision: decision && { what: decision.what, said: decision.said },
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
