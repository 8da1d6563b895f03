import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mayFollowRound, mayKeepRecord } from '@freehold/core/access';
import { AnnualPart, identifyingProblems, reportYear } from '@freehold/core/cycle';
import type { Document } from '@freehold/core/document';
import { Id } from '@freehold/core/id';
import { fine, problem, refused } from '@freehold/core/problem';
import { roundsOf } from '../cycle/store.ts';
import { within, type Work } from '../database/within.ts';
import { partsOf, writePart } from '../document/parts.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { issuesOf } from '../problem-profile/store.ts';
import { knownPlace } from '../review/at.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  actionPlanOf,
  annualReportOf,
  closeOutOf,
  fundingCaseOf,
  type Asked,
} from './documents.ts';
import { dayOf } from './records.ts';
import { AnnualText, Issue } from './shapes.ts';

const atPlace = z.object({ partnership: z.string(), place: Id });
const Year = z.coerce.number().int().min(2000).max(2999);

function declared(house: House) {
  const shared = { tags: ['Reports'], middleware: partnerOnly(house) };
  // The path keeps its own type: the web's client is typed by every path as it is written.
  const file = <const Path extends string, P extends z.ZodObject, Q extends z.ZodObject>(
    path: Path,
    summary: string,
    { params, query }: { params: P; query: Q },
  ) =>
    createRoute({
      method: 'get',
      ...{ path, summary, ...shared },
      request: { params, query },
      responses: fileAnswers,
    });
  const format = z.object({ format: Format });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/reports',
      summary: 'What can be reported about a place: its rounds, its years, issued problem profiles',
      ...shared,
      request: { params: atPlace },
      responses: answers(
        z.object({
          rounds: z.array(
            z.object({
              id: z.string(),
              number: z.number(),
              title: z.string(),
              state: z.enum(['open', 'closed']),
            }),
          ),
          /** Years by the day they begin in, the running one last. */
          years: z.array(z.number()),
          issues: z.array(Issue),
        }),
        'What there is',
      ),
    }),
    plan: file(
      '/partnerships/{partnership}/places/{place}/reports/action-plan',
      'The action plan of a place',
      { params: atPlace, query: format },
    ),
    funding: file(
      '/partnerships/{partnership}/places/{place}/reports/funding-case',
      'The funding case of a place: gap, action, cost',
      { params: atPlace, query: format },
    ),
    annual: file(
      '/partnerships/{partnership}/places/{place}/reports/annual',
      'The annual partnership report',
      { params: atPlace, query: format.extend({ year: Year }) },
    ),
    closeOut: file(
      '/partnerships/{partnership}/rounds/{round}/report',
      'The close-out of a round',
      { params: z.object({ partnership: z.string(), round: Id }), query: format },
    ),
    texts: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/reports/annual/texts',
      summary: 'What people wrote for the annual report of a year',
      ...shared,
      request: { params: atPlace, query: z.object({ year: Year }) },
      responses: answers(z.object({ texts: z.array(AnnualText) }), 'The parts that are written'),
    }),
    write: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/places/{place}/reports/annual/texts',
      summary: 'Write a part of the annual report',
      description: '`version` is the one that was begun from; 0 where nothing was written.',
      ...shared,
      request: {
        params: atPlace,
        ...jsonBody(
          plain(
            z.strictObject({
              year: z.int().min(2000).max(2999),
              part: AnnualPart,
              written: z.string().max(20_000),
              version: z.int().min(0),
            }),
          ),
        ),
      },
      responses: answers(z.object({ version: z.number() }), 'Kept'),
    }),
  };
}

/** The four reports of a place, and what people write for the annual one. */
export function reportRoutes(house: House) {
  const route = declared(house);
  const today = () => dayOf(house.ports.clock.now());
  const give = async (
    c: Context,
    partner: Partner,
    format: Format,
    made: (tx: Work, asked: Omit<Asked, 'place'>) => Promise<Document | null>,
  ) => {
    if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
    const { partnership, role } = partner;
    const document = await within(house.database, partner, (tx) =>
      made(tx, { partnership, role, today: today() }),
    );
    if (document === null) return refuse(c, 404, [problem('not-found')]);
    const { place, kind, madeOn } = document;
    const name = fileName({ place, what: kind, madeOn }, format);
    return serve(c, await written(document, format), { format, name });
  };
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) =>
        (await knownPlace(tx, place))
          ? { rounds: await roundsOf(tx, place), issues: await issuesOf(tx, place) }
          : null,
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      const year = reportYear(today());
      return c.json(
        {
          rounds: found.rounds.map(({ id, number, title, state }) => ({
            id,
            number,
            title,
            state,
          })),
          years: [year - 2, year - 1, year],
          issues: [...found.issues],
        },
        200,
      );
    })
    .openapi(route.plan, (c) => {
      const { place } = c.req.valid('param');
      return give(c, c.get('partner'), c.req.valid('query').format, (tx, asked) =>
        actionPlanOf(tx, { ...asked, place }),
      );
    })
    .openapi(route.funding, (c) => {
      const { place } = c.req.valid('param');
      return give(c, c.get('partner'), c.req.valid('query').format, (tx, asked) =>
        fundingCaseOf(tx, { ...asked, place }),
      );
    })
    .openapi(route.annual, (c) => {
      const { place } = c.req.valid('param');
      const { format, year } = c.req.valid('query');
      return give(c, c.get('partner'), format, (tx, asked) =>
        annualReportOf(tx, { ...asked, place }, year),
      );
    })
    .openapi(route.closeOut, (c) => {
      const { round } = c.req.valid('param');
      return give(c, c.get('partner'), c.req.valid('query').format, (tx, asked) =>
        closeOutOf(tx, asked, round),
      );
    })
    .openapi(route.texts, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const edition = String(c.req.valid('query').year);
      const rows = await within(house.database, partner, async (tx) =>
        (await knownPlace(tx, place))
          ? partsOf(tx, { place, document: 'annual-report', edition })
          : null,
      );
      if (rows === null) return refuse(c, 404, [problem('not-found')]);
      const texts = rows.map((row) => ({
        ...{ part: AnnualPart.parse(row.part), written: row.written, version: row.version },
        ...{ changedBy: row.changedBy, changedAt: row.changedAt.toISOString() },
      }));
      return c.json({ texts }, 200);
    })
    .openapi(route.write, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const { year, part, ...change } = c.req.valid('json');
      // A case study is about somebody: nothing in it may lead to them. [SV-2]
      const told = part === 'case-studies' ? identifyingProblems({ written: change.written }) : [];
      if (told.length > 0) return refuse(c, 422, told);
      const done = await within(house.database, partner, async (tx) => {
        if (!(await knownPlace(tx, place))) return refused(problem('not-found'));
        const about = { partnership: partner.partnership, place, edition: String(year) };
        const version = await writePart(
          tx,
          { ...about, document: 'annual-report' },
          {
            ...{ part, ...change, state: 'open', changedBy: partner.name },
            changedAt: house.ports.clock.now(),
          },
        );
        return version === null ? refused(problem('changed-by-another')) : fine(version);
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ version: done.value }, 200);
    });
}
