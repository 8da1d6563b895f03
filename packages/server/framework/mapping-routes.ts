import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import {
  checkedMapping,
  indicatorsOf,
  Mapping,
  proposedMapping,
  type Framework,
} from '@freehold/core/framework';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { MappingShown, statusOf } from './shapes.ts';
import { keepMapping, keptMapping, versionsWithContent } from './store.ts';

const params = z.object({ partnership: z.string() });
const query = z.object({ from: Id, to: Id });
const tags = ['Frameworks'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/framework-mappings',
      summary: 'How answers carry from one version to another, as kept or as proposed',
      tags,
      middleware,
      request: { params, query },
      responses: answers(MappingShown, 'The mapping'),
    }),
    keep: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/framework-mappings',
      summary: 'Keep a mapping as people judged it',
      tags,
      middleware,
      request: { params, query, ...jsonBody(Mapping) },
      responses: answers(MappingShown, 'The mapping as kept'),
    }),
  };
}

export function mappingRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.show, async (c) => {
      const asked = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), async (tx) => ({
        versions: await versionsWithContent(tx, [asked.from, asked.to]),
        kept: await keptMapping(tx, asked),
      }));
      const [from, to] = [found.versions.get(asked.from), found.versions.get(asked.to)];
      if (from === undefined || to === undefined) return refuse(c, 404, [problem('not-found')]);
      const mapping = found.kept ?? proposedMapping(from.content, to.content);
      const titles = { from: titlesOf(from.content), to: titlesOf(to.content) };
      return c.json({ kept: found.kept !== null, mapping, titles }, 200);
    })
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      const asked = c.req.valid('query');
      const judged = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const versions = await versionsWithContent(tx, [asked.from, asked.to]);
        const [from, to] = [versions.get(asked.from), versions.get(asked.to)];
        if (from === undefined || to === undefined) return [problem('not-found')];
        if (!mayCoordinate(partner.role)) return [problem('not-allowed')];
        // Between two shared versions a mapping would be everybody's.
        if (from.shared && to.shared) return [problem('version-shared')];
        const checked = checkedMapping(judged, from.content, to.content);
        if (!checked.ok) return checked.problems;
        await keepMapping(tx, partner.partnership, asked, checked.value);
        const titles = { from: titlesOf(from.content), to: titlesOf(to.content) };
        return { kept: true, mapping: checked.value, titles };
      });
      if ('mapping' in done) return c.json(done, 200);
      return refuse(c, statusOf(done), done);
    });
}

function titlesOf(framework: Framework): Record<string, string> {
  return Object.fromEntries(
    indicatorsOf(framework).map(({ indicator }) => [indicator.code, indicator.title]),
  );
}
