import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Account, DirectoryMapping, mapping2017 } from '@freehold/core/directory';
import { Id } from '@freehold/core/id';
import { problem, refused, fine, type Outcome } from '@freehold/core/problem';
import { uploadOf } from '../data/upload.ts';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { startJob } from '../job/run.ts';
import { partnerOnly } from '../session/guard.ts';
import { handOf } from './at.ts';
import { importDirectory } from './import.ts';
import { statusOf } from './partnership-routes.ts';
import { undoImport } from './undo-import.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Directory'];

/** Two files that were sent; without a mapping they are read as those of the 2017 map. */
const Reading = z.strictObject({
  partnerships: Id,
  members: Id.nullable(),
  mapping: plain(DirectoryMapping).optional(),
});
type Reading = z.infer<typeof Reading>;

const ImportShown = z.object({
  id: Id,
  title: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  accounts: z.array(Account),
});

function declared(house: House) {
  const middleware = partnerOnly(house);
  const reading = {
    method: 'post' as const,
    tags,
    middleware,
    request: { params: partnership, ...jsonBody(Reading) },
    responses: answers(z.object({ job: Id }), 'The job that does it'),
  };
  return {
    check: createRoute({
      ...reading,
      path: '/partnerships/{partnership}/directory/check',
      summary: 'Read files of partnerships and members without keeping anything',
    }),
    import: createRoute({
      ...reading,
      path: '/partnerships/{partnership}/directory/import',
      summary: 'Read files of partnerships and members and keep what they say',
    }),
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/directory/imports',
      summary: 'What has been imported into the directory, the newest first',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ imports: z.array(ImportShown) }), 'The imports'),
    }),
    undo: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/directory/imports/{directoryImport}/undo',
      summary: 'Take an import back; what people have edited since stays',
      tags,
      middleware,
      request: { params: partnership.extend({ directoryImport: Id }) },
      responses: answers(
        z.object({ partnerships: z.number(), organisations: z.number() }),
        'How much was taken back',
      ),
    }),
  };
}

export function importRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.check, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), true);
      return begun.ok ? c.json({ job: begun.value }, 200) : refuse(c, ...refusal(begun));
    })
    .openapi(route.import, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), false);
      return begun.ok ? c.json({ job: begun.value }, 200) : refuse(c, ...refusal(begun));
    })
    .openapi(route.list, async (c) => {
      const rows = await within(house.database, c.get('partner'), (tx) =>
        tx.selectFrom('directory_import').selectAll().orderBy('at', 'desc').orderBy('id').execute(),
      );
      const imports = rows.map((row) => ({
        ...{ id: row.id, title: row.title, byName: row.by_name, at: row.at.toISOString() },
        undoneAt: row.undone_at?.toISOString() ?? null,
        accounts: z.array(Account).parse(row.counts),
      }));
      return c.json({ imports }, 200);
    })
    .openapi(route.undo, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { directoryImport } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        undoImport(tx, handOf(house, partner), directoryImport),
      );
      return 'code' in done ? refuse(c, statusOf(done), [done]) : c.json(done, 200);
    });
}

async function begin(
  house: House,
  partner: Partner,
  { partnerships, members, mapping = mapping2017 }: Reading,
  dryRun: boolean,
): Promise<Outcome<string>> {
  if (!mayEditPlace(partner.role)) return refused(problem('not-allowed'));
  const found = await within(house.database, partner, async (tx) => ({
    partnerships: await uploadOf(tx, partnerships),
    members: members === null ? null : await uploadOf(tx, members),
  }));
  if (found.partnerships === null || (members !== null && found.members === null))
    return refused(problem('not-found'));
  const kind = dryRun ? 'check-directory' : 'import-directory';
  const title = `${mapping.title}: ${found.partnerships.name}`;
  const asked = {
    ...{ partnerships: found.partnerships, members: found.members, mapping },
    ...{ dryRun, byName: partner.name },
  };
  return fine(await startJob(house, partner, { kind, title }, importDirectory(house, asked)));
}

function refusal(outcome: Outcome<string> & { ok: false }) {
  const [first] = outcome.problems;
  return [first?.code === 'not-allowed' ? 403 : 404, outcome.problems] as const;
}
