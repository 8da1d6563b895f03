import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { add, change } from './change.ts';
import { linksOf } from './links.ts';
import {
  Intervention,
  InterventionChange,
  Links,
  NewIntervention,
  shownIntervention,
} from './shapes.ts';
import { interventionOf, interventionsOf, type Hand } from './store.ts';

const partnership = z.object({ partnership: z.string() });
const at = partnership.extend({ intervention: Id });
const tags = ['Prevention'];

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/interventions',
      summary: 'What the partnership does, did or means to do; with a place what is done there',
      ...shared,
      request: { params: partnership, query: z.object({ place: Id.optional() }) },
      responses: answers(
        z.object({ interventions: z.array(Intervention) }),
        'In the order in which they were written down; removed ones are left out',
      ),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/interventions',
      summary: 'Add an intervention',
      ...shared,
      request: { params: partnership, ...jsonBody(NewIntervention) },
      responses: answers(Intervention, 'The intervention'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/interventions/{intervention}',
      summary: 'An intervention with what it is linked to',
      ...shared,
      request: { params: at },
      responses: answers(z.object({ intervention: Intervention, links: Links }), 'As it is now'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/interventions/{intervention}',
      summary: 'Change an intervention, stop it, remove it, or bring it back',
      description:
        'Refused with `changed-meanwhile` where somebody else has changed the same field since `version`.',
      ...shared,
      request: { params: at, ...jsonBody(InterventionChange) },
      responses: answers(Intervention, 'The intervention as it is now'),
    }),
  };
}

/** Interventions. Everybody in the partnership reads them; who looks after places changes them. */
export function interventionRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { place = null } = c.req.valid('query');
      const kept = await within(house.database, c.get('partner'), (tx) =>
        interventionsOf(tx, place),
      );
      return c.json({ interventions: kept.map(shownIntervention) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const done = await within(house.database, partner, (tx) =>
        add(tx, handOf(house, partner), c.req.valid('json')),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownIntervention(done.value), 200);
    })
    .openapi(route.show, async (c) => {
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const kept = await interventionOf(tx, c.req.valid('param').intervention);
        return kept === null ? null : { kept, links: await linksOf(tx, kept) };
      });
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ intervention: shownIntervention(found.kept), links: found.links }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { version, ...asked } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        change(tx, handOf(house, partner), c.req.valid('param').intervention, {
          ...sent(asked),
          version,
        }),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownIntervention(done.value), 200);
    });
}

export function handOf(house: House, { partnership: of, name }: Partner): Hand {
  return { partnership: of, byName: name, at: house.ports.clock.now() };
}
