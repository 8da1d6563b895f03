import { createRoute, z } from '@hono/zod-openapi';
import type { Role } from '@freehold/core/access';
import {
  logframeCells,
  theoryReport,
  theoryReports,
  type ReportInput,
} from '@freehold/core/change';
import { day } from '@freehold/core/document';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { dayOf } from '../action/store.ts';
import { within, type Work } from '../database/within.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { writeWorkbook } from '../framework/workbook.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { knownFor } from './known.ts';
import { theoryOf } from './store.ts';
import { versionsOf } from './version-store.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function declared(house: House) {
  const shared = { tags: ['Theories of change'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string(), theory: Id });
  return {
    report: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/theories/{theory}/report',
      summary: 'A theory told, as a logframe, its indicators, or what each link rests on',
      ...shared,
      request: { params, query: z.object({ kind: z.enum(theoryReports), format: Format }) },
      responses: fileAnswers,
    }),
    workbook: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/theories/{theory}/logframe.xlsx',
      summary: 'The logframe of a theory as a workbook',
      ...shared,
      request: { params },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: { description: 'The workbook', content: { [workbook]: { schema: z.string() } } },
      },
    }),
  };
}

/** The reports of a theory. */
export function theoryReportRoutes(house: House) {
  const route = declared(house);
  const today = () => dayOf(house.ports.clock.now());
  return router()
    .openapi(route.report, async (c) => {
      const { kind, format } = c.req.valid('query');
      const asked = { ...c.get('partner'), ...c.req.valid('param'), today: today() };
      const input = await within(house.database, c.get('partner'), (tx) => inputOf(tx, asked));
      if (input === null) return refuse(c, 404, [problem('not-found')]);
      const named = { place: input.theory.title, what: kind, madeOn: input.madeOn };
      const file = await written(theoryReport(kind, input), format);
      return serve(c, file, { format, name: fileName(named, format) });
    })
    .openapi(route.workbook, async (c) => {
      const { theory } = c.req.valid('param');
      const kept = await within(house.database, c.get('partner'), (tx) => theoryOf(tx, theory));
      if (kept === null) return refuse(c, 404, [problem('not-found')]);
      const rows = logframeCells(kept.theory).map((cells) => cells.map(String));
      const named = { place: kept.theory.title, what: 'logframe', madeOn: today() };
      return c.body(await writeWorkbook([{ name: 'Logframe', rows }]), 200, {
        'content-type': workbook,
        'content-disposition': `attachment; filename="${fileName(named, 'csv').replace(/csv$/, 'xlsx')}"`,
      });
    });
}

type Asked = {
  readonly partnership: string;
  readonly theory: string;
  readonly role: Role;
  readonly today: string;
};

async function inputOf(
  tx: Work,
  { partnership, theory, role, today }: Asked,
): Promise<ReportInput | null> {
  const kept = await theoryOf(tx, theory);
  if (kept === null) return null;
  const known = await knownFor(tx, kept.place?.id ?? null, { role, today });
  const own = await tx
    .selectFrom('partnership')
    .where('id', '=', partnership)
    .select(['name', 'made_up'])
    .executeTakeFirstOrThrow();
  const [last] = await versionsOf(tx, theory);
  return {
    ...{ theory: kept.theory, known, partnership: own.name, madeUp: own.made_up },
    ...{ place: kept.place?.name ?? own.name, madeOn: today },
    edition: `Working copy, saved ${day(kept.changedAt.toISOString())}${last === undefined ? '' : `; last version ${last.number}`}`,
  };
}
