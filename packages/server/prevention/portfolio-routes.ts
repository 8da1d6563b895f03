import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { sureness } from '@freehold/core/prevention';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { gather } from './gathered.ts';
import { theoriesNamed } from './links.ts';
import { handOf } from './routes.ts';
import { keepPreventionSetting, preventionSetting } from './setting-store.ts';
import { Intervention, NewSetting, Setting, shownIntervention, TypeListShown } from './shapes.ts';

const partnership = z.object({ partnership: z.string() });

/**
 * A portfolio as plain data: the page counts it with core, so that a what-if is counted by the same rules. `known`
 * is the best that the register says of a type; `spelt` takes spellings of one organisation together.
 */
const Portfolio = z
  .object({
    today: z.iso.date(),
    interventions: z.array(Intervention),
    list: TypeListShown,
    setting: Setting,
    known: z.array(
      z.object({
        type: z.string(),
        confidence: z.enum(sureness),
        claim: z.object({ id: z.string(), statement: z.string(), status: z.string() }),
        contexts: z.array(z.string()),
      }),
    ),
    claims: z.array(
      z.object({
        id: z.string(),
        statement: z.string(),
        types: z.array(z.string()),
        confidence: z.enum(sureness),
      }),
    ),
    theories: z.array(z.object({ id: z.string(), title: z.string() })),
    spelt: z.array(z.object({ name: z.string(), key: z.string(), listed: z.string().nullable() })),
    places: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Portfolio');

function declared(house: House) {
  const shared = { tags: ['Prevention'], middleware: partnerOnly(house) };
  return {
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/portfolio',
      summary: 'What the partnership does, by which list, with what is known of each type',
      ...shared,
      request: { params: partnership, query: z.object({ place: Id.optional() }) },
      responses: answers(Portfolio, 'As of today'),
    }),
    set: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/portfolio/setting',
      summary: 'Choose from which share of spend on Treat outweighs, and which country one is in',
      ...shared,
      request: { params: partnership, ...jsonBody(NewSetting) },
      responses: answers(Setting, 'What holds now'),
    }),
  };
}

export function portfolioRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.show, async (c) => {
      const { place = null } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), async (tx) => ({
        ...(await gather(tx, place)),
        theories: await theoriesNamed(tx),
      }));
      const known = [...found.known].flatMap(([type, { confidence, claim: id, contexts }]) => {
        const claim = found.claims.get(id);
        if (claim === undefined) return [];
        const { statement, status } = claim;
        return [{ type, confidence, claim: { id, statement, status }, contexts: [...contexts] }];
      });
      const shown = {
        today: house.ports.clock.now().toISOString().slice(0, 10),
        interventions: found.interventions.map(shownIntervention),
        ...{ list: found.list, setting: found.setting, known, theories: found.theories },
        claims: [...found.claims.values()].map(({ id, statement, types, confidence }) => ({
          ...{ id, statement, types, confidence },
        })),
        ...{ spelt: [...found.spelt], places: [...found.places] },
      };
      return c.json(shown, 200);
    })
    .openapi(route.set, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const setting = await within(house.database, partner, async (tx) => {
        await keepPreventionSetting(tx, handOf(house, partner), c.req.valid('json'));
        return preventionSetting(tx);
      });
      return c.json(setting, 200);
    });
}
