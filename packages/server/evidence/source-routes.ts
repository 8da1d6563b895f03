import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { Arrival, Reference } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { sourcePage } from './source-list.ts';
import { ShownSource, SourcePage, SourceQuery, WrittenSource } from './source-shapes.ts';
import { addSource, changeSource, removeSource, sourceOf } from './source-store.ts';
import { decideSuggestion, suggestionsOf } from './suggestion-store.ts';

const partnership = z.object({ partnership: z.string() });
const atSource = partnership.extend({ source: Id });
const tags = ['Evidence'];
const Named = z.object({ id: z.string(), title: z.string(), year: z.number().nullable() });
const Standing = z.object({ id: z.string(), reference: Reference });
const State = z.enum(['open', 'accepted', 'refused']);
const Suggested = z.object({
  id: z.string(),
  because: z.string(),
  likeness: z.number(),
  state: State,
  decidedBy: z.string(),
  source: Standing,
  of: Standing,
});

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/sources',
      summary: 'Publications of the register, a page at a time, with what they can be narrowed by',
      ...{ tags, middleware },
      request: { params: partnership, query: SourceQuery },
      responses: answers(SourcePage, 'One page of sources'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/sources',
      summary: 'Add a source; refused where it is there already',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(WrittenSource) },
      responses: answers(z.object({ id: z.string() }), 'The source’s id'),
    }),
    one: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/sources/{source}',
      summary: 'A source, where it came from, what was merged into it, and its studies',
      ...{ tags, middleware },
      request: { params: atSource },
      responses: answers(
        z.object({
          source: ShownSource,
          mergedInto: z.string().nullable(),
          arrivals: z.array(Arrival.omit({ source: true })),
          studies: z.array(Named),
          merged: z.array(Named.extend({ doi: z.string() })),
        }),
        'The source',
      ),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/sources/{source}',
      summary: 'Change a source',
      ...{ tags, middleware },
      request: { params: atSource, ...jsonBody(WrittenSource) },
      responses: answers(z.object({ id: z.string() }), 'The source’s id'),
    }),
    remove: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/sources/{source}/removed',
      summary: 'Take a source away, or bring it back',
      ...{ tags, middleware },
      request: { params: atSource, ...jsonBody(z.strictObject({ removed: z.boolean() })) },
      responses: answers(z.object({ removed: z.boolean() }), 'Whether it is taken away'),
    }),
    suggested: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/source-suggestions',
      summary: 'Sources that may be one publication, for a person to decide',
      ...{ tags, middleware },
      request: {
        params: partnership,
        query: z.object({ state: z.enum(['open', 'decided']).default('open') }),
      },
      responses: answers(z.object({ suggestions: z.array(Suggested) }), 'The first hundred'),
    }),
    decide: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/source-suggestions/{suggestion}',
      summary: 'Merge two sources, keep them apart, or take that back',
      ...{ tags, middleware },
      request: {
        params: partnership.extend({ suggestion: Id }),
        ...jsonBody(z.strictObject({ state: State })),
      },
      responses: answers(z.object({ state: State }), 'What was decided'),
    }),
  };
}

/** Publications: what there is to read, once each. */
export function sourceRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const page = await within(house.database, c.get('partner'), (tx) =>
        sourcePage(tx, c.req.valid('query')),
      );
      return c.json(page, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const done = await within(house.database, partner, (tx) =>
        addSource(tx, partner, c.req.valid('json')),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    })
    .openapi(route.one, async (c) => {
      const found = await within(house.database, c.get('partner'), (tx) =>
        sourceOf(tx, c.req.valid('param').source),
      );
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { source: id } = c.req.valid('param');
      const found = await within(house.database, partner, (tx) =>
        changeSource(tx, partner, id, c.req.valid('json'), house.ports.clock.now()),
      );
      return found ? c.json({ id }, 200) : refuse(c, 404, [problem('not-found')]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { source: id } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const found = await within(house.database, partner, (tx) =>
        removeSource(tx, partner, { id, removed, now: house.ports.clock.now() }),
      );
      return found ? c.json({ removed }, 200) : refuse(c, 404, [problem('not-found')]);
    })
    .openapi(route.suggested, async (c) => {
      const suggestions = await within(house.database, c.get('partner'), (tx) =>
        suggestionsOf(tx, c.req.valid('query').state),
      );
      return c.json({ suggestions }, 200);
    })
    .openapi(route.decide, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { state } = c.req.valid('json');
      const found = await within(house.database, partner, (tx) =>
        decideSuggestion(tx, partner, c.req.valid('param').suggestion, {
          ...{ state, now: house.ports.clock.now() },
        }),
      );
      return found ? c.json({ state }, 200) : refuse(c, 404, [problem('not-found')]);
    });
}
