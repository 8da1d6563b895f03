import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepRecord } from '@freehold/core/access';
import { counted, countsShown } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { ownSetting } from './own-setting.ts';
import { byOf } from './statement-routes.ts';

const Whole = z.int().min(0).max(10_000_000);
const NewCount = plain(
  z
    .strictObject({
      measure: z.enum(counted.map(({ code }) => code)),
      year: z.int().min(2000).max(2100),
      quarter: z.int().min(0).max(4),
      n: Whole,
      outOf: Whole.nullable(),
      source: z.string().trim().min(1).max(300),
      note: z.string().trim().max(1000),
    })
    .refine(({ n, outOf }) => outOf === null || n <= outOf, {
      message: 'a part is no more than its whole',
      path: ['outOf'],
    }),
).openapi('NewDiligenceCount');

const Shown = z
  .object({
    ...{ id: z.string(), measure: z.string(), year: z.number(), quarter: z.number() },
    ...{ n: z.number().nullable(), outOf: z.number().nullable(), suppressed: z.boolean() },
    ...{ source: z.string(), note: z.string(), changedBy: z.string() },
    changedAt: z.iso.datetime(),
  })
  .openapi('DiligenceCount');

function declared(house: House) {
  const shared = { tags: ['Scorecard'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string() });
  const path = '/partnerships/{partnership}/diligence-counts' as const;
  return {
    list: createRoute({
      method: 'get',
      ...{ path, ...shared },
      summary: 'Training, ways to complain and workers’ voice, as counts',
      request: { params },
      responses: answers(
        z.object({ least: z.number(), counts: z.array(Shown) }),
        'The newest first; small ones hidden',
      ),
    }),
    keep: createRoute({
      method: 'put',
      ...{ path, ...shared },
      summary: 'Keep a count for a year or a quarter; what stood there is replaced',
      request: { params, ...jsonBody(NewCount) },
      responses: answers(z.object({ id: z.string() }), 'Kept'),
    }),
    remove: createRoute({
      method: 'put',
      path: `${path}/{diligenceCount}/removed`,
      ...shared,
      summary: 'Take a count out, or put it back',
      request: {
        params: params.extend({ diligenceCount: Id }),
        ...jsonBody(z.strictObject({ removed: z.boolean() })),
      },
      responses: answers(z.object({ removed: z.boolean() }), 'As it is now'),
    }),
  };
}

/** Training, ways to complain and workers' voice: counts with what they are part of, never a person. */
export function countRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      const found = await within(house.database, partner, async (tx) => {
        const { least } = await ownSetting(tx, partner.partnership);
        return { least, counts: await countsOf(tx, least) };
      });
      return c.json(found, 200);
    })
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { measure, year, quarter, n, outOf, source, note } = c.req.valid('json');
      const by = byOf(house, partner);
      const change = {
        ...{ n, out_of: outOf, source, note, removed_at: null },
        ...{ changed_by_name: by.name, changed_at: by.now },
      };
      const { id } = await within(house.database, partner, (tx) =>
        tx
          .insertInto('diligence_count')
          .values({ partnership_id: by.partnership, measure, year, quarter, ...change })
          .onConflict((on) =>
            on.columns(['partnership_id', 'measure', 'year', 'quarter']).doUpdateSet(change),
          )
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { diligenceCount } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const row = await within(house.database, partner, (tx) =>
        tx
          .updateTable('diligence_count')
          .set({ removed_at: removed ? house.ports.clock.now() : null })
          .where('id', '=', diligenceCount)
          .returning('id')
          .executeTakeFirst(),
      );
      return row === undefined ? refuse(c, 404, [problem('not-found')]) : c.json({ removed }, 200);
    });
}

async function countsOf(tx: Work, least: number): Promise<z.infer<typeof Shown>[]> {
  const rows = await tx
    .selectFrom('diligence_count')
    .where('removed_at', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .orderBy('measure')
    .select([
      ...(['id', 'measure', 'year', 'quarter', 'n', 'out_of as outOf', 'source', 'note'] as const),
      ...(['changed_by_name as changedBy', 'changed_at as changedAt'] as const),
    ])
    .execute();
  return countsShown(rows, least).map(({ shown, changedAt, ...row }) => ({
    ...row,
    ...shown,
    changedAt: changedAt.toISOString(),
  }));
}
