import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { fileRoutes } from './file-routes.ts';
import { partnerOnly } from '../session/guard.ts';
import { placeThere } from '../place/store.ts';
import { measureByCode } from './measure-store.ts';
import { positionOf, type Group } from './position.ts';
import { readingRoutes } from './reading-routes.ts';
import { measuresOfPlace, seriesOf } from './series.ts';
import {
  DataSetListed,
  GroupKind,
  MeasureListed,
  PlaceMeasures,
  PlacePosition,
  PlaceSeries,
} from './shapes.ts';
import { dataSetsListed, measuresListed } from './store.ts';
import { undoRoutes } from './undo-routes.ts';

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const tags = ['Data'];

const MeasureCode = plain(z.string().min(1).max(80));
const mostChosen = 500;

/** `places`: ids with commas between them, for a chosen group. */
const PositionAsked = z.object({
  measure: MeasureCode,
  group: GroupKind.default('same-type'),
  parent: Id.optional(),
  places: z
    .string()
    .max(mostChosen * 37)
    .optional(),
});

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    measures: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/measures',
      summary: 'What is measured, and how much there is of it',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ measures: z.array(MeasureListed) }), 'By title'),
    }),
    dataSets: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/data-sets',
      summary: 'Where the observations come from',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ dataSets: z.array(DataSetListed) }), 'By title'),
    }),
    ofPlace: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/measures',
      summary: 'The newest value of each measure for a place, or for the nearest place it lies in',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(PlaceMeasures, 'By title of the measure'),
    }),
    series: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/series',
      summary: 'A measure of a place over time; small counts are suppressed',
      tags,
      middleware,
      request: { params: atPlace, query: z.object({ measure: MeasureCode }) },
      responses: answers(PlaceSeries, 'The series'),
    }),
    position: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/position',
      summary: 'A place’s newest value beside those of a group of places',
      tags,
      middleware,
      request: { params: atPlace, query: PositionAsked },
      responses: answers(PlacePosition, 'The position'),
    }),
  };
}

/** Measured data: files in, measures and their values out. */
export function dataRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.measures, async (c) => {
      const measures = await within(house.database, c.get('partner'), measuresListed);
      return c.json({ measures }, 200);
    })
    .openapi(route.dataSets, async (c) => {
      const dataSets = await within(house.database, c.get('partner'), dataSetsListed);
      return c.json({ dataSets }, 200);
    })
    .openapi(route.ofPlace, async (c) => {
      const { place } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) =>
        (await placeThere(tx, place)) === null ? null : measuresOfPlace(tx, place),
      );
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.series, async (c) => {
      const { place } = c.req.valid('param');
      const { measure } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const series = await seriesOf(tx, place, measure);
        if (series !== null) return series;
        const [there, known] = [await placeThere(tx, place), await measureByCode(tx, measure)];
        if (there === null || known === null) return null;
        return { measure: known, place: there, own: true, points: [], source: null };
      });
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.position, async (c) => {
      const { place } = c.req.valid('param');
      const { measure, ...asked } = c.req.valid('query');
      const group = groupOf(asked);
      if ('code' in group) return refuse(c, 422, [group]);
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const position = await positionOf(tx, place, measure, group);
        if (position !== null) return position;
        const [there, known] = [await placeThere(tx, place), await measureByCode(tx, measure)];
        return there === null || known === null
          ? null
          : { ...nowhere, measure: known, place: there };
      });
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .route('/', fileRoutes(house))
    .route('/', readingRoutes(house))
    .route('/', undoRoutes(house));
}

/** A position where nothing has been imported. */
const nowhere = {
  period: null,
  own: null,
  group: null,
  quintile: null,
  score: null,
  members: [],
  source: null,
  reason: 'no-observations' as const,
};

/** Problems: `parent-needed`, `places-needed`. */
function groupOf({ group, parent, places = '' }: Omit<z.infer<typeof PositionAsked>, 'measure'>) {
  if (group === 'same-type') return { kind: group } satisfies Group;
  if (group === 'same-parent')
    return parent === undefined
      ? problem('parent-needed', {}, { path: 'parent' })
      : ({ kind: group, parent } satisfies Group);
  const chosen = z.array(Id).min(1).max(mostChosen).safeParse(places.split(','));
  return chosen.success
    ? ({ kind: group, places: chosen.data } satisfies Group)
    : problem('places-needed', {}, { path: 'places' });
}
