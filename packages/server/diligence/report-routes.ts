import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound } from '@freehold/core/access';
import { diligenceReport } from '@freehold/core/diligence';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { todayOf } from '../directory/at.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnershipOf } from '../partnership/store.ts';
import { partnerOnly } from '../session/guard.ts';
import { actionsOf } from './action-store.ts';
import { diligenceCounts } from './counts.ts';
import { incidentsOf, remediesOf } from './incident-store.ts';
import { risksOf } from './risk-store.ts';
import { settingOf } from './setting-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Due diligence'];
const Sum = z.object({
  ...{ atLeast: z.number(), shown: z.number(), withheld: z.number(), notKnown: z.number() },
});
const Bands = z.object({
  ...{ high: z.number(), medium: z.number(), low: z.number(), 'not-known': z.number() },
});

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    counts: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/diligence/counts',
      summary: 'Due diligence in counts; numbers of workers as far as they may be shown',
      ...shared,
      request: { params: partnership },
      responses: answers(
        z.object({
          ...{ suppliers: z.number(), sites: z.number(), countries: z.number() },
          tiers: z.record(z.string(), z.number()),
          ...{ suppliersByBand: Bands, risksByBand: Bands },
          risks: z.object({ open: z.number(), closed: z.number() }),
          actions: z.object({ all: z.number(), done: z.number(), late: z.number() }),
          incidents: z.object({ all: z.number(), open: z.number(), closed: z.number() }),
          affected: Sum,
          remedies: z.object({ all: z.number(), checked: z.number(), works: z.number() }),
          assessments: z.object({ all: z.number(), refer: z.number(), referred: z.number() }),
        }),
        'The counts',
      ),
    }),
    report: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/diligence/report',
      summary: 'The due-diligence report of a year',
      ...shared,
      request: {
        params: partnership,
        query: z.object({
          format: Format,
          year: z.coerce.number().int().min(2000).max(2999),
        }),
      },
      responses: fileAnswers,
    }),
  };
}

export function diligenceReportRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.counts, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const counts = await within(house.database, partner, (tx) =>
        diligenceCounts(tx, todayOf(house)),
      );
      return c.json(counts, 200);
    })
    .openapi(route.report, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { format, year } = c.req.valid('query');
      const document = await within(house.database, partner, (tx) =>
        reportOf(tx, { ours: partner.partnership, today: todayOf(house), year }),
      );
      const { kind, madeOn } = document;
      const name = fileName({ place: document.partnership, what: kind, madeOn }, format);
      return serve(c, await written(document, format), { format, name });
    });
}

async function reportOf(
  tx: Work,
  { ours, today, year }: { readonly ours: string; readonly today: string; readonly year: number },
) {
  const { name, madeUp, leastCell } = await partnershipOf(tx, ours);
  const { severityBy } = (await settingOf(tx)).setting;
  const {
    risks: _risks,
    actions: _actions,
    incidents: _all,
    ...counts
  } = await diligenceCounts(tx, today);
  const remedies = await remediesOf(tx, null);
  const inYear = (on: string | null) => on?.startsWith(String(year)) ?? false;
  const of = <T extends { readonly supplier: { readonly name: string } | null }>(each: T) => ({
    ...each,
    supplier: each.supplier?.name ?? '',
  });
  return diligenceReport({
    ...counts,
    ...{ partnership: { name, madeUp }, madeOn: today, year, severityBy, least: leastCell },
    risks: (await risksOf(tx, severityBy)).map(of),
    actions: (await actionsOf(tx)).map(of),
    incidents: (await incidentsOf(tx))
      .filter(({ foundOn, closedOn }) => inYear(foundOn) || inYear(closedOn))
      .map((incident) => ({
        ...of(incident),
        remedies: remedies.filter((each) => each.incident === incident.id),
      })),
  });
}
