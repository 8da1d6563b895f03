import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { Fate, StudyMapping } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { uploadOf } from '../data/upload.ts';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { startJob } from '../job/run.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { bringIn } from './bring.ts';
import { arrivalsOf, importsOf, ShownImport } from './import-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Evidence'];

/** Files that were sent; with a mapping they are tables of studies, without one references. */
const Reading = z.strictObject({
  files: z.array(Id).min(1).max(50),
  mapping: plain(StudyMapping).nullable(),
});
type Reading = z.infer<typeof Reading>;

function declared(house: House) {
  const middleware = partnerOnly(house);
  const reading = {
    method: 'post' as const,
    ...{ tags, middleware },
    request: { params: partnership, ...jsonBody(Reading) },
    responses: answers(z.object({ job: Id }), 'The job that does it'),
  };
  return {
    check: createRoute({
      ...reading,
      path: '/partnerships/{partnership}/evidence-files/check',
      summary: 'Read files of references or studies without keeping anything',
    }),
    import: createRoute({
      ...reading,
      path: '/partnerships/{partnership}/evidence-files/import',
      summary: 'Read files of references or studies and keep what they say',
    }),
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/evidence-imports',
      summary: 'What has been brought into the register, the newest first',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(z.object({ imports: z.array(ShownImport) }), 'The imports'),
    }),
    records: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/evidence-imports/{evidenceImport}/records.csv',
      summary: 'Every record of an import, and what became of it',
      ...{ tags, middleware },
      request: {
        params: partnership.extend({ evidenceImport: Id }),
        query: z.object({ fate: Fate.optional() }),
      },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: { description: 'The account', content: { 'text/csv': { schema: z.string() } } },
      },
    }),
  };
}

/** Bringing references and studies in: look, check, keep, and the account of every record. */
export function importRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.check, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), true);
      if (!begun.ok) return refuse(c, statusOf(begun.problems), begun.problems);
      return c.json({ job: begun.value }, 200);
    })
    .openapi(route.import, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), false);
      if (!begun.ok) return refuse(c, statusOf(begun.problems), begun.problems);
      return c.json({ job: begun.value }, 200);
    })
    .openapi(route.list, async (c) =>
      c.json({ imports: await within(house.database, c.get('partner'), importsOf) }, 200),
    )
    .openapi(route.records, async (c) => {
      const { evidenceImport } = c.req.valid('param');
      const { fate } = c.req.valid('query');
      const rows = await within(house.database, c.get('partner'), (tx) =>
        arrivalsOf(tx, evidenceImport, fate ?? null),
      );
      if (rows === null) return refuse(c, 404, [problem('not-found')]);
      return c.body(`\uFEFF${csvText(rows)}`, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="records.csv"',
        'cache-control': 'no-store',
      });
    });
}

async function begin(
  house: House,
  partner: Partner,
  { files, mapping }: Reading,
  dryRun: boolean,
): Promise<Outcome<string>> {
  if (!mayKeepEvidence(partner.role)) return refused(problem('not-allowed'));
  const uploads = await within(house.database, partner, async (tx) =>
    Promise.all(files.map((file) => uploadOf(tx, file))),
  );
  const found = uploads.filter((upload) => upload !== null);
  if (found.length < files.length) return refused(problem('not-found'));
  const kind = dryRun ? 'check-evidence' : 'import-evidence';
  const title = found
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);
  const asked = { files: found, mapping, dryRun, byName: partner.name };
  return fine(await startJob(house, partner, { kind, title }, bringIn(house, asked)));
}
