import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { DataCode, Mapping } from '@freehold/core/data';
import { Id } from '@freehold/core/id';
import { problem, refused, type Outcome } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import type { ImportAsked } from './import.ts';
import { mappingOf } from './mapping-store.ts';
import { startReading } from './start.ts';
import { uploadOf } from './upload.ts';

/**
 * A file and how to read it: a mapping, or the code of one at hand. `acceptRejected` keeps the other rows although
 * some are refused; a check comes first, so that a person knows which. [DT-12]
 */
const Reading = z.strictObject({
  file: Id,
  mapping: plain(z.union([DataCode, Mapping])),
  acceptRejected: z.boolean().optional(),
});
type Reading = z.infer<typeof Reading>;

function declared(house: House) {
  const shared = {
    method: 'post' as const,
    tags: ['Data'],
    middleware: partnerOnly(house),
    request: { params: z.object({ partnership: z.string() }), ...jsonBody(Reading) },
    responses: answers(z.object({ job: Id }), 'The job that does it'),
  };
  return {
    checkData: createRoute({
      ...shared,
      path: '/partnerships/{partnership}/data/check',
      summary: 'Read a file of observations without keeping anything',
    }),
    importData: createRoute({
      ...shared,
      path: '/partnerships/{partnership}/data/import',
      summary: 'Read a file of observations and keep what it says',
    }),
    checkPlaces: createRoute({
      ...shared,
      path: '/partnerships/{partnership}/places/check',
      summary: 'Read a file of places, populations or boundaries without keeping anything',
    }),
    importPlaces: createRoute({
      ...shared,
      path: '/partnerships/{partnership}/places/import',
      summary: 'Read a file of places, populations or boundaries and keep what it says',
    }),
  };
}

/** Reading files as jobs. */
export function readingRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.checkData, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), true);
      return begun.ok ? c.json({ job: begun.value }, 200) : refuse(c, ...refusal(begun));
    })
    .openapi(route.importData, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), false);
      return begun.ok ? c.json({ job: begun.value }, 200) : refuse(c, ...refusal(begun));
    })
    .openapi(route.checkPlaces, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), true);
      return begun.ok ? c.json({ job: begun.value }, 200) : refuse(c, ...refusal(begun));
    })
    .openapi(route.importPlaces, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), false);
      return begun.ok ? c.json({ job: begun.value }, 200) : refuse(c, ...refusal(begun));
    });
}

/** Problems: `not-allowed`, `not-found` for the file, `mapping-unknown`. */
async function begin(
  house: House,
  partner: Partner,
  { file, mapping: named, acceptRejected = false }: Reading,
  dryRun: boolean,
): Promise<Outcome<string>> {
  if (!mayEditPlace(partner.role)) return refused(problem('not-allowed'));
  const { upload, mapping } = await within(house.database, partner, async (tx) => ({
    upload: await uploadOf(tx, file),
    mapping: typeof named === 'string' ? await mappingOf(tx, named) : named,
  }));
  if (upload === null) return refused(problem('not-found'));
  if (mapping === null) return refused(problem('mapping-unknown', {}, { path: 'mapping' }));
  const asked: ImportAsked = { dryRun, acceptRejected };
  return { ok: true, value: await startReading(house, partner, upload, mapping, asked) };
}

const statuses = { 'not-allowed': 403, 'not-found': 404 } as const;

function refusal({ problems }: Extract<Outcome<string>, { ok: false }>) {
  const code = problems[0]?.code;
  const status = code === 'not-allowed' || code === 'not-found' ? statuses[code] : 422;
  return [status, problems] as const;
}
