import { createRoute, z } from '@hono/zod-openapi';
import type { Document } from '@freehold/core/document';
import {
  barriersBrief,
  outcomesShown,
  recoveryReport,
  remedyReport,
  remedyYears,
  type RecoverySetting,
} from '@freehold/core/recovery';
import { within, type Work } from '../database/within.ts';
import { ownSetting } from '../diligence/own-setting.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { dayOf } from '../report/records.ts';
import { partnerOnly } from '../session/guard.ts';
import { barriersOf } from './barrier-store.ts';
import { claimsOf, filesOf, outcomesOf, sourceOf, type Kind } from './count-store.ts';
import { CountFile, OutcomeShown, RemedyYear } from './shapes.ts';

const params = z.object({ partnership: z.string() });

function declared(house: House) {
  const shared = { tags: ['Recovery'], middleware: partnerOnly(house) };
  const file = <Path extends string>(path: Path, summary: string) =>
    createRoute({
      method: 'get',
      ...{ path, summary, ...shared },
      request: { params, query: z.object({ format: Format }) },
      responses: fileAnswers,
    });
  const counts = { least: z.number(), source: z.string(), files: z.array(CountFile) };
  return {
    remedy: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/remedy',
      ...shared,
      summary: 'Claims for compensation by year, as counts that may be shown',
      request: { params },
      responses: answers(z.object({ ...counts, years: z.array(RemedyYear) }), 'Newest first'),
    }),
    recovery: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/recovery',
      ...shared,
      summary: 'The seven core outcomes over time, as counts that may be shown',
      request: { params },
      responses: answers(z.object({ ...counts, outcomes: z.array(OutcomeShown) }), 'Newest first'),
    }),
    remedyReport: file('/partnerships/{partnership}/remedy/report', 'The remedy report'),
    recoveryReport: file('/partnerships/{partnership}/recovery/report', 'The recovery report'),
    brief: file('/partnerships/{partnership}/barriers/report', 'The brief on barriers to remedy'),
  };
}

/** Remedy and recovery as everybody of the partnership may see them, and their reports. [RC-1] to [RC-10] */
export function recoveryRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.remedy, async (c) => {
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const setting = await settingOf(tx, house, c.get('partner'), 'claims');
        const years = remedyYears(await claimsOf(tx), setting.least);
        return { setting, years, files: await filesOf(tx, 'claims') };
      });
      const { setting, years, files } = found;
      const { least, source } = setting;
      return c.json({ least, source, files, years: plainly(RemedyYear, years) }, 200);
    })
    .openapi(route.recovery, async (c) => {
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const setting = await settingOf(tx, house, c.get('partner'), 'outcomes');
        const outcomes = outcomesShown(await outcomesOf(tx), setting.least);
        return { setting, outcomes, files: await filesOf(tx, 'outcomes') };
      });
      const { setting, outcomes, files } = found;
      const { least, source } = setting;
      return c.json({ least, source, files, outcomes: plainly(OutcomeShown, outcomes) }, 200);
    })
    .openapi(route.remedyReport, async (c) => {
      const { format } = c.req.valid('query');
      const document = await within(house.database, c.get('partner'), async (tx) => {
        const setting = await settingOf(tx, house, c.get('partner'), 'claims');
        return remedyReport(setting, remedyYears(await claimsOf(tx), setting.least));
      });
      return serve(c, await written(document, format), { format, name: named(document, format) });
    })
    .openapi(route.recoveryReport, async (c) => {
      const { format } = c.req.valid('query');
      const document = await within(house.database, c.get('partner'), async (tx) => {
        const setting = await settingOf(tx, house, c.get('partner'), 'outcomes');
        return recoveryReport(setting, outcomesShown(await outcomesOf(tx), setting.least));
      });
      return serve(c, await written(document, format), { format, name: named(document, format) });
    })
    .openapi(route.brief, async (c) => {
      const { format } = c.req.valid('query');
      const document = await within(house.database, c.get('partner'), async (tx) => {
        const setting = await settingOf(tx, house, c.get('partner'), 'claims');
        return barriersBrief(setting, await barriersOf(tx));
      });
      return serve(c, await written(document, format), { format, name: named(document, format) });
    });
}

async function settingOf(
  tx: Work,
  house: House,
  { partnership }: Partner,
  kind: Kind,
): Promise<RecoverySetting> {
  const own = await ownSetting(tx, partnership);
  return { ...own, today: dayOf(house.ports.clock.now()), source: await sourceOf(tx, kind) };
}

function named(document: Document, format: Format): string {
  return fileName({ ...document, what: document.kind }, format);
}

/** What core made, through the schema that says which fields leave. */
function plainly<S extends z.ZodType>(schema: S, values: readonly unknown[]): z.output<S>[] {
  return z.array(schema).parse(values);
}
