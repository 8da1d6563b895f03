import { createRoute, z } from '@hono/zod-openapi';
import { mayReadWholeAudit } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { auditOf } from './store.ts';

const AuditRow = z
  .object({
    seq: z.number(),
    at: z.string(),
    action: z.string(),
    record: z.string(),
    outcome: z.string(),
    person: z.string().nullable(),
    personName: z.string().nullable(),
    raterAgency: z.string().nullable(),
    hash: z.string(),
  })
  .openapi('AuditRow');

const Filter = z.object({
  person: z.uuid().optional(),
  action: z.string().max(200).optional(),
  outcome: z.enum(['fine', 'refused']).optional(),
  before: z.coerce.number().int().positive().optional(),
});

const path = z.object({ partnership: z.uuid() });

/** A co-ordinator reads everything of the partnership; everybody else reads what they did themselves. */
export function auditRoutes(house: House) {
  const middleware = partnerOnly(house);
  const list = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/audit',
    summary: 'Who looked at what and changed what; newest first, 100 at a time',
    middleware,
    request: { params: path, query: Filter },
    responses: answers(
      z.object({ rows: z.array(AuditRow), all: z.boolean() }),
      'The audit; `all` is false when only one’s own rows are shown',
    ),
  });
  const download = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/audit.csv',
    summary: 'The partnership’s audit as CSV, with hashes',
    middleware,
    request: { params: path },
    responses: {
      ...answers(z.object({}), 'Not used'),
      200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
    },
  });
  return router()
    .openapi(list, async (c) => {
      const partner = c.get('partner');
      const filter = c.req.valid('query');
      const all = mayReadWholeAudit(partner.role);
      const person = all ? filter.person : partner.person;
      const rows = await within(house.database, partner, (tx) =>
        auditOf(tx, { ...filter, person, limit: 100 }),
      );
      return c.json({ rows, all }, 200);
    })
    .openapi(download, async (c) => {
      const partner = c.get('partner');
      if (!mayReadWholeAudit(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const rows = await within(house.database, partner, (tx) => auditOf(tx, { limit: 100_000 }));
      const head = ['seq', 'at', 'person', 'agency', 'action', 'record', 'outcome', 'hash'];
      const lines = rows.map((row) => [
        String(row.seq),
        row.at,
        row.personName ?? row.person ?? '',
        row.raterAgency ?? '',
        row.action,
        row.record,
        row.outcome,
        row.hash,
      ]);
      return c.body(csvText([head, ...lines]), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.csv"',
      });
    });
}
