import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate, mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { Place, PlaceType } from '@freehold/core/place';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { boundariesFor, BoundaryCollection, boundaryOf, Geometry } from './boundaries.ts';
import { addPlace, Listed, placesFound, setHomePlace, Whole, wholePlace } from './store.ts';

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const tags = ['Places'];

const Wanted = z.object({
  query: plain(z.string().max(200)).default(''),
  type: PlaceType.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const NewPlace = plain(Place.extend({ parents: z.array(Id).max(20) }));

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places',
      summary: 'Places by name or code, and how many there are of each type',
      tags,
      middleware,
      request: { params: partnership, query: Wanted },
      responses: answers(
        z.object({
          places: z.array(Listed),
          total: z.number(),
          types: z.record(z.string(), z.number()),
        }),
        'The places',
      ),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places',
      summary: 'Add one place by hand',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(NewPlace) },
      responses: answers(z.object({ id: Id }), 'The new place'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}',
      summary: 'A place: what it lies in, what lies in it, its people, whether it has a boundary',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(Whole, 'The place'),
    }),
    home: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/home-place',
      summary: 'Say which place the partnership is for',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(z.strictObject({ place: Id })) },
      responses: answers(z.object({ place: Id }), 'Its place now'),
    }),
    boundary: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/boundary',
      summary: 'The boundary of a place',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(z.object({ geometry: Geometry }), 'GeoJSON geometry'),
    }),
    boundaries: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/boundaries',
      summary: 'The boundaries of all places of a type, or of those in one parent',
      tags,
      middleware,
      request: {
        params: partnership,
        query: z.object({ type: PlaceType, parent: Id.optional() }),
      },
      responses: answers(BoundaryCollection, 'GeoJSON'),
    }),
  };
}

export function placeRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { query, type = null, limit } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), (tx) =>
        placesFound(tx, { query, type, limit }),
      );
      return c.json(found, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { parents, ...place } = c.req.valid('json');
      if (place.code !== null && place.codeYear === null)
        return refuse(c, 422, [problem('code-without-year', {}, { path: 'codeYear' })]);
      const added = await within(house.database, partner, (tx) =>
        addPlace(tx, partner.partnership, place, [...new Set(parents)]),
      );
      if (typeof added === 'string') return c.json({ id: added }, 200);
      return refuse(c, added.code === 'place-exists' ? 409 : 422, [added]);
    })
    .openapi(route.show, async (c) => {
      const { place } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) => wholePlace(tx, place));
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.home, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        setHomePlace(tx, partner.partnership, place),
      );
      if (!done) return refuse(c, 422, [problem('unknown-place', {}, { path: 'place' })]);
      return c.json({ place }, 200);
    })
    .openapi(route.boundary, async (c) => {
      const { place } = c.req.valid('param');
      const geometry = await within(house.database, c.get('partner'), (tx) =>
        boundaryOf(tx, place),
      );
      return geometry === null ? refuse(c, 404, [problem('not-found')]) : c.json({ geometry }, 200);
    })
    .openapi(route.boundaries, async (c) => {
      const { type, parent = null } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), (tx) =>
        boundariesFor(tx, { type, parent }),
      );
      return c.json(found, 200);
    });
}
