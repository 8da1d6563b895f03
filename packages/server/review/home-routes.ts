import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { Home } from './home-shape.ts';
import { homeOf } from './home.ts';

export function homeRoutes(house: House) {
  const show = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/places/{place}/home',
    summary: 'A place at a glance: its scores, the round under way, gaps and assets',
    tags: ['Places'],
    middleware: partnerOnly(house),
    request: { params: z.object({ partnership: z.string(), place: Id }) },
    responses: answers(Home, 'The place’s home'),
  });
  return router().openapi(show, async (c) => {
    const partner = c.get('partner');
    const home = await within(house.database, partner, (tx) =>
      homeOf(tx, c.req.valid('param').place, partner.role),
    );
    return home === null ? refuse(c, 404, [problem('not-found')]) : c.json(home, 200);
  });
}
