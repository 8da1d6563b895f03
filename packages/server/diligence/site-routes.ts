import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { addSite, changeSite, removeSite } from './site-store.ts';
import { NewSite } from './supplier-shapes.ts';
import { supplierOf } from './supplier-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Suppliers'];
const Kept = z.object({ id: z.string() });

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  const site = partnership.extend({ site: Id });
  return {
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/suppliers/{supplier}/sites',
      summary: 'Add a site of a supplier; where it lies is worked out',
      ...shared,
      request: { params: partnership.extend({ supplier: Id }), ...jsonBody(NewSite) },
      responses: answers(Kept, 'Kept'),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/supplier-sites/{site}',
      summary: 'Change a site; where it lies is worked out again',
      ...shared,
      request: { params: site, ...jsonBody(NewSite) },
      responses: answers(Kept, 'Kept'),
    }),
    remove: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/supplier-sites/{site}',
      summary: 'Take a site off; what names it stays',
      ...shared,
      request: { params: site },
      responses: answers(Kept, 'Gone'),
    }),
  };
}

export function siteRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { supplier } = c.req.valid('param');
      const id = await within(house.database, partner, async (tx) =>
        (await supplierOf(tx, supplier)) === null
          ? null
          : addSite(tx, handOf(house, partner), supplier, c.req.valid('json')),
      );
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { site } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        changeSite(tx, site, c.req.valid('json'), house.ports.clock.now()),
      );
      return done ? c.json({ id: site }, 200) : refuse(c, 404, [problem('not-found')]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { site } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) => removeSite(tx, site));
      return done ? c.json({ id: site }, 200) : refuse(c, 404, [problem('not-found')]);
    });
}
