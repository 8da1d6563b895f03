import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { Home } from '../review/home-shape.ts';
import { homeOf } from '../review/home.ts';
import { partnerOnly } from '../session/guard.ts';
import { cycleNow } from './overview.ts';
import { CycleNow } from './shapes.ts';

const HomeWithCycle = Home.extend({ cycle: CycleNow }).openapi('PlaceHome');

export function homeRoutes(house: House) {
  const show = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/places/{place}/home',
    summary: 'A place at a glance: its cycle, what is due, its scores, gaps and assets',
    tags: ['Places'],
    middleware: partnerOnly(house),
    request: { params: z.object({ partnership: z.string(), place: Id }) },
    responses: answers(HomeWithCycle, 'The place’s home'),
  });
  return router().openapi(show, async (c) => {
    const partner = c.get('partner');
    const { place } = c.req.valid('param');
    const today = house.ports.clock.now().toISOString().slice(0, 10);
    const home = await within(house.database, partner, async (tx) => {
      const found = await homeOf(tx, place, partner.role);
      return found && { ...found, cycle: await cycleNow(tx, place, found.running, today) };
    });
    return home === null ? refuse(c, 404, [problem('not-found')]) : c.json(home, 200);
  });
}
