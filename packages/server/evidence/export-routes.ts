import { createRoute, z } from '@hono/zod-openapi';
import { within } from '../database/within.ts';
import { todayOf } from '../directory/at.ts';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { exported } from './export.ts';

export const ExportFormat = z.enum(['ris', 'bib', 'csv', 'xlsx', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

const types: Readonly<Record<ExportFormat, string>> = {
  ris: 'application/x-research-info-systems; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

function declared(house: House) {
  return {
    sources: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/sources.file',
      summary: 'Take the register along: references, or with JSON the studies and claims too',
      tags: ['Evidence'],
      middleware: partnerOnly(house),
      request: {
        params: z.object({ partnership: z.string() }),
        query: z.object({ format: ExportFormat }),
      },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: {
          description: 'The file',
          content: Object.fromEntries(
            Object.values(types).map((type) => [
              type.split(';')[0] ?? type,
              { schema: z.string() },
            ]),
          ),
        },
      },
    }),
  };
}

/** Downloads of the register. */
export function exportRoutes(house: House) {
  const route = declared(house);
  return router().openapi(route.sources, async (c) => {
    const { format } = c.req.valid('query');
    const file = await within(house.database, c.get('partner'), (tx) => exported(tx, format));
    return c.body(file, 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="evidence-${todayOf(house)}.${format}"`,
      'cache-control': 'no-store',
    });
  });
}
