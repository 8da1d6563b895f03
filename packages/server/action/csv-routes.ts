import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { knownPlace } from '../review/at.ts';
import { partnerOnly } from '../session/guard.ts';
import { actionsCsv } from './csv.ts';
import { actionsOf, dayOf } from './store.ts';

export function actionCsvRoutes(house: House) {
  const download = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/places/{place}/actions.csv',
    summary: 'A place’s actions as CSV',
    tags: ['Actions'],
    middleware: partnerOnly(house),
    request: { params: z.object({ partnership: z.string(), place: Id }) },
    responses: {
      ...answers(z.object({}), 'Not used'),
      200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
    },
  });
  return router().openapi(download, async (c) => {
    const { place } = c.req.valid('param');
    const kept = await within(house.database, c.get('partner'), async (tx) =>
      (await knownPlace(tx, place))
        ? { actions: await actionsOf(tx, place), gaps: await gapsOf(tx, place) }
        : null,
    );
    if (kept === null) return refuse(c, 404, [problem('not-found')]);
    const titles = new Map(kept.gaps.map(({ id, title }) => [id, title]));
    // The byte order mark tells spreadsheets that accents are in UTF-8.
    const text = `\uFEFF${actionsCsv(kept.actions, titles, dayOf(house.ports.clock.now()))}`;
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="actions.csv"',
    });
  });
}
