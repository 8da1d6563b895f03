import { createRoute, z } from '@hono/zod-openapi';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { indexData } from './data-store.ts';
import { IndexData, IndexDataAsked } from './shapes.ts';

/** What an index can be filled with from the partnership’s own observations. */
export function indexDataRoutes(house: House) {
  const route = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/index-data',
    summary: 'The newest values of measures for all places of a type, to make an index of',
    tags: ['Indices'],
    middleware: partnerOnly(house),
    request: { params: z.object({ partnership: z.string() }), query: IndexDataAsked },
    responses: answers(IndexData, 'Values by measure, in the order of the places'),
  });
  return router().openapi(route, async (c) => {
    const { type, parent = null, measures } = c.req.valid('query');
    const found = await within(house.database, c.get('partner'), (tx) =>
      indexData(tx, { type, parent, measures }),
    );
    return c.json(found, 200);
  });
}
