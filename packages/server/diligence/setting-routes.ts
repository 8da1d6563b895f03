import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace, mayKeepRecord } from '@freehold/core/access';
import { DiligenceSetting } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { startJob } from '../job/run.ts';
import { partnerOnly } from '../session/guard.ts';
import { prioritiseAll } from './prioritise.ts';
import { keepSetting, settingOf } from './setting-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Due diligence'];

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/diligence/setting',
      summary: 'How risks and suppliers are weighed here, and where to refer to',
      ...shared,
      request: { params: partnership },
      responses: answers(
        z.object({
          setting: DiligenceSetting,
          /** 0 where what Freehold ships holds. */
          version: z.number(),
          byName: z.string(),
          at: z.iso.datetime().nullable(),
        }),
        'The setting',
      ),
    }),
    keep: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/diligence/setting',
      summary:
        'Change how risks and suppliers are weighed; suppliers move when they are next put in order',
      ...shared,
      request: {
        params: partnership,
        ...jsonBody(plain(z.strictObject({ setting: DiligenceSetting, version: z.int().min(0) }))),
      },
      responses: answers(z.object({ version: z.number() }), 'Kept'),
    }),
    prioritise: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/diligence/prioritise',
      summary: 'Put every supplier in order by the rules, or only count what would change',
      ...shared,
      request: { params: partnership, ...jsonBody(z.strictObject({ dryRun: z.boolean() })) },
      responses: answers(z.object({ job: Id }), 'The job that does it'),
    }),
  };
}

export function settingRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.show, async (c) => {
      const { at, ...kept } = await within(house.database, c.get('partner'), settingOf);
      return c.json({ ...kept, at: at?.toISOString() ?? null }, 200);
    })
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { setting, version } = c.req.valid('json');
      const kept = await within(house.database, partner, (tx) =>
        keepSetting(tx, handOf(house, partner), setting, version),
      );
      return kept === null
        ? refuse(c, 409, [problem('changed-meanwhile')])
        : c.json({ version: kept }, 200);
    })
    .openapi(route.prioritise, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { dryRun } = c.req.valid('json');
      const kind = dryRun ? 'check-supplier-priorities' : 'supplier-priorities';
      const title = dryRun ? 'What the rules would change' : 'Put suppliers in order';
      const job = await startJob(house, partner, { kind, title }, prioritiseAll(house, { dryRun }));
      return c.json({ job }, 200);
    });
}
