import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { claimsFrom, outcomesFrom } from '@freehold/core/recovery';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { addClaims, addOutcomes, filesOf, yearsIn } from './count-store.ts';
import { FileText } from './shapes.ts';

const Read = z.object({
  rows: z.number(),
  years: z.array(z.number()),
  /** The years that a file kept before holds too; the new one counts from then on. */
  replaces: z.array(z.number()),
});

function declared(house: House) {
  const shared = { tags: ['Recovery'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string() });
  const path = '/partnerships/{partnership}/recovery-files' as const;
  return {
    check: createRoute({
      method: 'post',
      path: `${path}/check`,
      ...shared,
      summary: 'Read a file of counts without keeping anything; every problem by row and column',
      request: { params, ...jsonBody(FileText) },
      responses: answers(Read, 'What it would bring'),
    }),
    keep: createRoute({
      method: 'post',
      ...{ path, ...shared },
      summary: 'Keep a file of counts; for its years it counts instead of those before',
      request: { params, ...jsonBody(FileText) },
      responses: answers(z.object({ id: z.string() }), 'The file'),
    }),
    remove: createRoute({
      method: 'put',
      path: `${path}/{recoveryFile}/removed`,
      ...shared,
      summary: 'Take a file out, so that the one before counts again, or put it back',
      request: {
        params: params.extend({ recoveryFile: Id }),
        ...jsonBody(z.strictObject({ removed: z.boolean() })),
      },
      responses: answers(z.object({ removed: z.boolean() }), 'As it is now'),
    }),
  };
}

/** Files of counts: looked at, kept, taken out again. */
export function countFileRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.check, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { kind, text } = c.req.valid('json');
      const read = kind === 'claims' ? claimsFrom(text) : outcomesFrom(text);
      if (!read.ok) return refuse(c, 422, read.problems);
      const years = yearsIn(read.value);
      const files = await within(house.database, partner, (tx) => filesOf(tx, kind));
      const there = files.flatMap((each) => (each.removedAt === null ? each.years : []));
      const replaces = years.filter((year) => there.includes(year));
      return c.json({ rows: read.value.length, years, replaces }, 200);
    })
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { kind, text, source } = c.req.valid('json');
      const { partnership, name } = partner;
      const by = { partnership, name, source, now: house.ports.clock.now() };
      if (kind === 'claims') {
        const read = claimsFrom(text);
        if (!read.ok) return refuse(c, 422, read.problems);
        const id = await within(house.database, partner, (tx) => addClaims(tx, by, read.value));
        return c.json({ id }, 200);
      }
      const read = outcomesFrom(text);
      if (!read.ok) return refuse(c, 422, read.problems);
      const id = await within(house.database, partner, (tx) => addOutcomes(tx, by, read.value));
      return c.json({ id }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { recoveryFile } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const row = await within(house.database, partner, (tx) =>
        tx
          .updateTable('recovery_batch')
          .set({ removed_at: removed ? house.ports.clock.now() : null })
          .where('id', '=', recoveryFile)
          .returning('id')
          .executeTakeFirst(),
      );
      return row === undefined ? refuse(c, 404, [problem('not-found')]) : c.json({ removed }, 200);
    });
}
