import { createRoute, z } from '@hono/zod-openapi';
import { organisationKey } from '@freehold/core/directory';
import { portfolioReview, type PortfolioReview } from '@freehold/core/prevention';
import { within, type Work } from '../database/within.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { router, type House } from '../http/house.ts';
import { partnerOnly } from '../session/guard.ts';
import { gather } from './gathered.ts';

/** The review of the portfolio, as a page to print, DOCX, CSV or JSON. */
export function portfolioReportRoutes(house: House) {
  const show = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/portfolio/report',
    summary: 'The review of the prevention portfolio, with its shift and a funding-bid annex',
    tags: ['Prevention'],
    middleware: partnerOnly(house),
    request: {
      params: z.object({ partnership: z.string() }),
      query: z.object({ format: Format }),
    },
    responses: fileAnswers,
  });
  return router().openapi(show, async (c) => {
    const { format } = c.req.valid('query');
    const today = house.ports.clock.now().toISOString().slice(0, 10);
    const input = await within(house.database, c.get('partner'), (tx) => reviewed(tx, today));
    const document = portfolioReview(input);
    const named = { place: input.place, what: document.kind, madeOn: today };
    return serve(c, await written(document, format), { format, name: fileName(named, format) });
  });
}

async function reviewed(tx: Work, today: string): Promise<PortfolioReview> {
  const { list, setting, known, claims, spelt, places, ...rest } = await gather(tx, null);
  const own = await tx
    .selectFrom('partnership as p')
    .leftJoin('place', 'place.id', 'p.home_place_id')
    .select(['p.name', 'p.made_up as madeUp', 'place.name as home'])
    .executeTakeFirstOrThrow();
  const gaps = await tx.selectFrom('gap').select(['id', 'title']).execute();
  const keys = new Map(spelt.map(({ name, key }) => [name, key]));
  return {
    ...{ today, list, known, claims, places },
    partnership: { name: own.name, madeUp: own.madeUp },
    place: own.home ?? own.name,
    interventions: rest.interventions,
    ...{ treatShare: setting.treatShare, shareProposed: setting.proposed },
    gaps: new Map(gaps.map(({ id, title }) => [id, title])),
    spelling: { keyOf: (name) => keys.get(name) ?? organisationKey(name) },
  };
}
