import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { todayOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  groupsOf,
  keepDecision,
  keepGroup,
  keepMember,
  ShownGroup,
  WrittenDecision,
  WrittenGroup,
  WrittenMember,
} from './group-store.ts';

const partnership = z.object({ partnership: z.string() });
const atGroup = partnership.extend({ workingGroup: Id });
const kept = answers(z.object({ id: z.string() }), 'What was kept');
const tags = ['Evidence'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/working-groups',
      summary: 'Working groups: who sits in them, survivor seats, declared interests, decisions',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(z.object({ groups: z.array(ShownGroup) }), 'The groups'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/working-groups',
      summary: 'Add a working group',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(WrittenGroup) },
      responses: kept,
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/working-groups/{workingGroup}',
      summary: 'Change a working group',
      ...{ tags, middleware },
      request: { params: atGroup, ...jsonBody(WrittenGroup) },
      responses: kept,
    }),
    join: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/working-groups/{workingGroup}/members',
      summary: 'Give somebody a seat in a working group',
      ...{ tags, middleware },
      request: { params: atGroup, ...jsonBody(WrittenMember) },
      responses: kept,
    }),
    seat: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/group-members/{groupMember}',
      summary: 'Change a seat, declare an interest, or leave',
      ...{ tags, middleware },
      request: { params: partnership.extend({ groupMember: Id }), ...jsonBody(WrittenMember) },
      responses: kept,
    }),
    decide: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/working-groups/{workingGroup}/decisions',
      summary: 'Put down what a working group decided, and who disagreed',
      ...{ tags, middleware },
      request: { params: atGroup, ...jsonBody(WrittenDecision) },
      responses: kept,
    }),
  };
}

/** Working groups: the people who judge claims. */
export function groupRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const groups = await within(house.database, c.get('partner'), (tx) =>
        groupsOf(tx, todayOf(house)),
      );
      return c.json({ groups: [...groups] }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const id = await within(house.database, partner, (tx) =>
        keepGroup(tx, partner, null, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const id = await within(house.database, partner, (tx) =>
        keepGroup(tx, partner, c.req.valid('param').workingGroup, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.join, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const group = c.req.valid('param').workingGroup;
      const id = await within(house.database, partner, (tx) =>
        keepMember(tx, partner, { group }, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.seat, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const at = { id: c.req.valid('param').groupMember };
      const id = await within(house.database, partner, (tx) =>
        keepMember(tx, partner, at, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.decide, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const id = await within(house.database, partner, (tx) =>
        keepDecision(tx, partner, c.req.valid('param').workingGroup, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    });
}
