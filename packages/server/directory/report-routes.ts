import { createRoute, z } from '@hono/zod-openapi';
import { within } from '../database/within.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { AreaShown, areasFor } from './areas.ts';
import { todayOf } from './at.ts';
import { listedOf } from './listed.ts';
import { mappingReport, sectorsByListed } from './report.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Directory'];
const Areas = z
  .string()
  .regex(/^[a-z-]{1,60}$/)
  .optional();

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    areas: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/directory/areas',
      summary: 'The areas that partnerships could cover, with people and boundaries where known',
      tags,
      middleware,
      request: { params: partnership, query: z.object({ areas: Areas }) },
      responses: answers(
        z.object({
          list: z.string(),
          choices: z.array(z.string()),
          areas: z.array(AreaShown),
          /** The sectors of each partnership's members. */
          sectors: z.record(z.string(), z.array(z.string())),
        }),
        'The areas by name',
      ),
    }),
    report: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/directory/report',
      summary: 'The mapping as a report, in the chapters of the studies of 2017 and 2020',
      tags,
      middleware,
      request: { params: partnership, query: z.object({ format: Format, areas: Areas }) },
      responses: fileAnswers,
    }),
  };
}

export function mappingReportRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.areas, async (c) => {
      const { areas: asked = null } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), async (tx) => ({
        ...(await areasFor(tx, await listedOf(tx), asked)),
        sectors: await sectorsByListed(tx),
      }));
      const sectors = [...found.sectors].map(([id, each]): [string, string[]] => [
        id,
        [...new Set(each)],
      ]);
      return c.json(
        {
          list: found.list.code,
          choices: [...found.choices],
          areas: [...found.list.areas],
          sectors: Object.fromEntries(sectors),
        },
        200,
      );
    })
    .openapi(route.report, async (c) => {
      const partner = c.get('partner');
      const { format, areas = null } = c.req.valid('query');
      const today = todayOf(house);
      const document = await within(house.database, partner, (tx) =>
        mappingReport(tx, partner.partnership, today, areas),
      );
      const { partnership: place } = document;
      const name = fileName({ place, what: 'partnerships', madeOn: today }, format);
      return serve(c, await written(document, format), { format, name });
    });
}
