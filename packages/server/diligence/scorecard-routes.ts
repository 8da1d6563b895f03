import { createRoute, z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { mayKeepRecord } from '@freehold/core/access';
import { scorecardDocument, ScorecardLevel, ScorecardSection } from '@freehold/core/diligence';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { dayOf } from '../report/records.ts';
import { partnerOnly } from '../session/guard.ts';
import { ownSetting } from './own-setting.ts';
import { byOf } from './statement-routes.ts';

const Year = z.int().min(2000).max(2100);

const Answer = plain(
  z.strictObject({
    year: Year,
    section: ScorecardSection,
    level: ScorecardLevel.nullable(),
    evidence: z.string().trim().max(4000),
    link: z.union([z.literal(''), z.httpUrl()]),
    version: z.int().min(0),
  }),
);

const Shown = z
  .object({
    ...{ year: z.number(), section: ScorecardSection, level: z.number().nullable() },
    ...{ evidence: z.string(), link: z.string(), version: z.number() },
    ...{ changedBy: z.string(), changedAt: z.iso.datetime() },
  })
  .openapi('ScorecardAnswer');

function declared(house: House) {
  const shared = { tags: ['Scorecard'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string() });
  const path = '/partnerships/{partnership}/scorecard' as const;
  return {
    list: createRoute({
      method: 'get',
      ...{ path, ...shared },
      summary: 'The council scorecard, every year that is answered',
      request: { params },
      responses: answers(z.object({ answers: z.array(Shown) }), 'The newest year first'),
    }),
    keep: createRoute({
      method: 'put',
      ...{ path, ...shared },
      summary: 'Answer a section for a year, from the version that one began with',
      request: { params, ...jsonBody(Answer) },
      responses: answers(z.object({ version: z.number() }), 'Kept'),
    }),
    document: createRoute({
      method: 'get',
      path: `${path}/document`,
      ...shared,
      summary: 'The scorecard of a year as a document',
      request: {
        params,
        query: z.object({ format: Format, year: z.coerce.number().pipe(Year) }),
      },
      responses: fileAnswers,
    }),
  };
}

/** The council scorecard: five sections, four levels, with evidence, year by year. */
export function scorecardRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) =>
      c.json({ answers: await within(house.database, c.get('partner'), answersOf) }, 200),
    )
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      const version = await within(house.database, partner, (tx) =>
        keep(tx, byOf(house, partner), asked),
      );
      if (version === null) return refuse(c, 409, [problem('changed-by-another')]);
      return c.json({ version }, 200);
    })
    .openapi(route.document, async (c) => {
      const partner = c.get('partner');
      const { format, year } = c.req.valid('query');
      const today = dayOf(house.ports.clock.now());
      const document = await within(house.database, partner, async (tx) =>
        scorecardDocument(
          { year, today, ...(await ownSetting(tx, partner.partnership)) },
          await answersOf(tx),
        ),
      );
      const name = fileName({ ...document, what: 'scorecard' }, format);
      return serve(c, await written(document, format), { format, name });
    });
}

async function answersOf(tx: Work): Promise<z.infer<typeof Shown>[]> {
  const rows = await tx
    .selectFrom('scorecard_answer')
    .select([
      ...(['year', 'section', 'level', 'evidence', 'link', 'version'] as const),
      ...(['changed_by_name as changedBy', 'changed_at as changedAt'] as const),
    ])
    .orderBy('year', 'desc')
    .orderBy('section')
    .execute();
  return rows.map(({ section, changedAt, ...row }) => ({
    ...row,
    section: ScorecardSection.parse(section),
    changedAt: changedAt.toISOString(),
  }));
}

/** Keeps an answer, if nobody else has since `version`; the new version, or null. */
async function keep(
  tx: Work,
  { partnership, name, now }: ReturnType<typeof byOf>,
  { year, section, level, evidence, link, version }: z.infer<typeof Answer>,
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    insert into scorecard_answer as a (partnership_id, year, section, level, evidence, link,
      changed_by_name, changed_at)
    values (${partnership}, ${year}, ${section}, ${level}, ${evidence}, ${link}, ${name}, ${now})
    on conflict (partnership_id, year, section) do update set level = excluded.level,
      evidence = excluded.evidence, link = excluded.link, version = a.version + 1,
      changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at
    where a.version = ${version}
    returning version`.execute(tx);
  return rows[0]?.version ?? null;
}
