import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { todayOf } from '../directory/at.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { guideOf } from './guide.ts';
import { loadStarter } from './starter.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Evidence'];
  const params = z.object({ partnership: z.string() });
  return {
    guide: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/evidence-guide',
      summary: 'The policy guide: claims by theme, how they were found, survivors’ part',
      ...{ tags, middleware },
      request: { params, query: z.object({ format: Format.default('html') }) },
      responses: fileAnswers,
    }),
    starter: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/evidence-starter',
      summary: 'Add the starter register that ships; what is there already stays as it is',
      ...{ tags, middleware },
      request: { params },
      responses: answers(
        z.object({ sources: z.number(), studies: z.number(), claims: z.number() }),
        'How much was new',
      ),
    }),
  };
}

/** What the register gives away as a document, and what it may begin with. */
export function guideRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.guide, async (c) => {
      const { partnership } = c.get('partner');
      const { format } = c.req.valid('query');
      const today = todayOf(house);
      const guide = await within(house.database, c.get('partner'), (tx) =>
        guideOf(tx, { partnership, today }),
      );
      const name = fileName(
        { place: guide.partnership, what: 'policy-guide', madeOn: today },
        format,
      );
      return serve(c, await written(guide, format), { format, name });
    })
    .openapi(route.starter, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const loaded = await within(house.database, partner, (tx) =>
        loadStarter(tx, partner, house.ports.clock.now()),
      );
      return c.json(loaded, 200);
    });
}
