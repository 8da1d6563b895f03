import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { guessedMapping, SupplierMapping } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { uploadOf } from '../data/upload.ts';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, lineOf, ProblemLine, refuse } from '../http/problem.ts';
import { startJob } from '../job/run.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { importSuppliers } from './import.ts';
import { tableIn } from './table-in.ts';
import { undoImport } from './undo-import.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Suppliers'];
const Reading = z.strictObject({ file: Id, mapping: plain(SupplierMapping) });

/** What an import came to: suppliers and sites that were new, those that were there, and likely pairs. */
const Counts = z.object({
  ...{ suppliers: z.number(), same: z.number(), sites: z.number() },
  ...{ unplaced: z.number(), alike: z.number() },
});

const rowsShown = 20;
const longestCell = 300;

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  const reading = {
    method: 'post' as const,
    ...shared,
    request: { params: partnership, ...jsonBody(Reading) },
    responses: answers(z.object({ job: Id }), 'The job that does it'),
  };
  return {
    preview: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/supplier-files/preview',
      summary: 'The first rows of a file of suppliers (CSV or XLSX), and a guess at its columns',
      ...shared,
      request: { params: partnership, ...jsonBody(z.strictObject({ file: Id })) },
      responses: answers(
        z.object({
          columns: z.array(z.string()),
          rows: z.array(z.array(z.string())),
          total: z.number(),
          mapping: SupplierMapping,
          problems: z.array(ProblemLine),
        }),
        'The first twenty rows',
      ),
    }),
    check: createRoute({
      ...reading,
      path: '/partnerships/{partnership}/supplier-files/check',
      summary: 'Read a file of suppliers without keeping anything',
    }),
    import: createRoute({
      ...reading,
      path: '/partnerships/{partnership}/supplier-files/import',
      summary: 'Read a file of suppliers and keep what it says',
    }),
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/supplier-imports',
      summary: 'What has been imported, the newest first',
      ...shared,
      request: { params: partnership },
      responses: answers(
        z.object({
          imports: z.array(
            z.object({
              ...{ id: Id, title: z.string(), byName: z.string(), at: z.iso.datetime() },
              ...{ undoneAt: z.iso.datetime().nullable(), counts: Counts },
            }),
          ),
        }),
        'The imports',
      ),
    }),
    undo: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/supplier-imports/{supplierImport}/undo',
      summary: 'Take an import back; what people have worked on since stays',
      ...shared,
      request: { params: partnership.extend({ supplierImport: Id }) },
      responses: answers(
        z.object({ suppliers: z.number(), sites: z.number() }),
        'How much was taken back',
      ),
    }),
  };
}

/** Files of suppliers: looked at, checked, kept and taken back. */
export function supplierImportRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.preview, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { file } = c.req.valid('json');
      const upload = await within(house.database, partner, (tx) => uploadOf(tx, file));
      if (upload === null) return refuse(c, 404, [problem('not-found')]);
      const table = await tableIn(house, upload);
      if (!table.ok) return refuse(c, 422, table.problems);
      const { header, rows, problems } = table.value;
      return c.json(
        {
          columns: header.map(shortened),
          rows: rows
            .slice(0, rowsShown)
            .map(({ cells }) => header.map((name) => shortened(cells[name] ?? ''))),
          total: rows.length,
          mapping: guessedMapping(header, upload.name),
          problems: problems.slice(0, rowsShown).map(lineOf),
        },
        200,
      );
    })
    .openapi(route.check, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), true);
      return typeof begun === 'string'
        ? c.json({ job: begun }, 200)
        : refuse(c, statusOf([begun]), [begun]);
    })
    .openapi(route.import, async (c) => {
      const begun = await begin(house, c.get('partner'), c.req.valid('json'), false);
      return typeof begun === 'string'
        ? c.json({ job: begun }, 200)
        : refuse(c, statusOf([begun]), [begun]);
    })
    .openapi(route.list, async (c) => {
      const rows = await within(house.database, c.get('partner'), (tx) =>
        tx.selectFrom('supplier_import').selectAll().orderBy('at', 'desc').orderBy('id').execute(),
      );
      const imports = rows.map((row) => ({
        ...{ id: row.id, title: row.title, byName: row.by_name, at: row.at.toISOString() },
        undoneAt: row.undone_at?.toISOString() ?? null,
        counts: Counts.parse(row.counts),
      }));
      return c.json({ imports }, 200);
    })
    .openapi(route.undo, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { supplierImport } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        undoImport(tx, supplierImport, house.ports.clock.now()),
      );
      return 'code' in done ? refuse(c, undoStatus(done), [done]) : c.json(done, 200);
    });
}

async function begin(
  house: House,
  partner: Partner,
  { file, mapping }: z.infer<typeof Reading>,
  dryRun: boolean,
): Promise<string | Problem> {
  if (!mayEditPlace(partner.role)) return problem('not-allowed');
  const upload = await within(house.database, partner, (tx) => uploadOf(tx, file));
  if (upload === null) return problem('not-found');
  const kind = dryRun ? 'check-suppliers' : 'import-suppliers';
  const asked = { upload, mapping, dryRun, byName: partner.name };
  return startJob(
    house,
    partner,
    { kind, title: `Suppliers: ${upload.name}` },
    importSuppliers(house, asked),
  );
}

function undoStatus({ code }: Problem) {
  return code === 'undone-already' ? 409 : 404;
}

function shortened(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell).toWellFormed()}…` : text;
}
