import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate, mayKeepEvidence } from '@freehold/core/access';
import { ConfidenceRule, countFaults } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { changesSince, ShownChange } from './change.ts';
import { shownRule } from './claim-read.ts';
import { ShownRule } from './claim-shapes.ts';
import { keepRule } from './claim-store.ts';
import { keepProtocol, protocolsOf, ShownProtocol, WrittenProtocol } from './protocol-store.ts';

const partnership = z.object({ partnership: z.string() });
const kept = answers(z.object({ id: z.string() }), 'What was kept');
const tags = ['Evidence'];
const NewRule = plain(
  z.strictObject({
    /** Null goes back to the usual rule. */
    rule: ConfidenceRule.nullable(),
    reason: z.string().trim().min(1).max(2000),
  }),
);

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    protocols: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/search-protocols',
      summary: 'How searches were made, and what came of them',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(z.object({ protocols: z.array(ShownProtocol) }), 'The protocols'),
    }),
    addProtocol: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/search-protocols',
      summary: 'Add a search protocol',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(WrittenProtocol) },
      responses: kept,
    }),
    changeProtocol: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/search-protocols/{protocol}',
      summary: 'Change a search protocol',
      ...{ tags, middleware },
      request: { params: partnership.extend({ protocol: Id }), ...jsonBody(WrittenProtocol) },
      responses: kept,
    }),
    rule: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/confidence-rule',
      summary: 'The rule by which studies become confidence in a claim',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(ShownRule, 'The rule that holds, and the usual one'),
    }),
    setRule: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/confidence-rule',
      summary: 'Set the partnership’s own numbers for the rule, with a reason',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(NewRule) },
      responses: answers(ShownRule, 'The rule that holds now'),
    }),
    changes: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/evidence-changes',
      summary: 'What changed in the register since a day, the newest first',
      ...{ tags, middleware },
      request: { params: partnership, query: z.object({ since: z.iso.date().optional() }) },
      responses: answers(
        z.object({ changes: z.array(ShownChange), total: z.number() }),
        'The newest 200 changes, and how many there were',
      ),
    }),
  };
}

/** What keeps a register alive: searches, the rule, and what changed. */
export function livingRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.protocols, async (c) => {
      const protocols = await within(house.database, c.get('partner'), protocolsOf);
      return c.json({ protocols }, 200);
    })
    .openapi(route.addProtocol, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const faults = countFaults(c.req.valid('json'));
      if (faults.length > 0) return refuse(c, 422, faults);
      const id = await within(house.database, partner, (tx) =>
        keepProtocol(tx, partner, null, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.changeProtocol, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const faults = countFaults(c.req.valid('json'));
      if (faults.length > 0) return refuse(c, 422, faults);
      const id = await within(house.database, partner, (tx) =>
        keepProtocol(tx, partner, c.req.valid('param').protocol, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.rule, async (c) =>
      c.json(await within(house.database, c.get('partner'), shownRule), 200),
    )
    .openapi(route.setRule, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const shown = await within(house.database, partner, async (tx) => {
        await keepRule(tx, partner, c.req.valid('json'), house.ports.clock.now());
        return shownRule(tx);
      });
      return c.json(shown, 200);
    })
    .openapi(route.changes, async (c) => {
      const { since } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), (tx) =>
        changesSince(tx, since ?? null),
      );
      return c.json(found, 200);
    });
}
