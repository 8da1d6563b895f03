import { createRoute, z } from '@hono/zod-openapi';
import { mayIssueProfile, mayKeepRecord } from '@freehold/core/access';
import {
  approvalProblems,
  disclosurePrefix,
  disclosures,
  statementAreas,
  statementDocument,
  statementReview,
} from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { dayOf } from '../report/records.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  Found,
  NewStatement,
  Statement,
  StatementInBrief,
  WrittenArea,
  WrittenFacts,
} from './statement-shapes.ts';
import {
  addStatement,
  answerItem,
  changeHead,
  statementOf,
  statementsOf,
  writeArea,
  type KeptStatement,
} from './statement-store.ts';
import { inBrief, statementInput, statementPage } from './statement-view.ts';

const atPartnership = z.object({ partnership: z.string() });
const atOne = atPartnership.extend({ statement: Id });
const Version = z.object({ version: z.number() });

function declared(house: House) {
  const shared = { tags: ['Statements'], middleware: partnerOnly(house) };
  const all = '/partnerships/{partnership}/statements' as const;
  const one = `${all}/{statement}` as const;
  return {
    list: createRoute({
      method: 'get',
      path: all,
      ...shared,
      summary: 'Modern slavery statements, the newest year first',
      request: { params: atPartnership },
      responses: answers(z.object({ statements: z.array(StatementInBrief) }), 'How far each is'),
    }),
    add: createRoute({
      method: 'post',
      path: all,
      ...shared,
      summary: 'Begin an organisation’s statement for a financial year',
      request: { params: atPartnership, ...jsonBody(NewStatement) },
      responses: answers(z.object({ id: z.string() }), 'The statement'),
    }),
    page: createRoute({
      method: 'get',
      path: one,
      ...shared,
      summary: 'One statement with its texts, what was found, the plan and the year before',
      request: { params: atOne },
      responses: answers(Statement, 'The statement'),
    }),
    write: createRoute({
      method: 'put',
      path: `${one}/text`,
      ...shared,
      summary: 'Write an area, from the version that one began with',
      request: { params: atOne, ...jsonBody(WrittenArea) },
      responses: answers(Version, 'Kept'),
    }),
    find: createRoute({
      method: 'put',
      path: `${one}/answers`,
      ...shared,
      summary: 'Say whether an item or a disclosure is there, or take it back',
      request: { params: atOne, ...jsonBody(Found) },
      responses: answers(z.object({ kept: z.boolean() }), 'Kept'),
    }),
    facts: createRoute({
      method: 'put',
      path: `${one}/facts`,
      ...shared,
      summary: 'Say what the scope hangs on, and how it was approved, signed and published',
      request: { params: atOne, ...jsonBody(WrittenFacts) },
      responses: answers(Version, 'Kept'),
    }),
    move: createRoute({
      method: 'post',
      path: `${one}/move`,
      ...shared,
      summary: 'Approve a statement, or take the approval back to change it',
      request: {
        params: atOne,
        ...jsonBody(z.strictObject({ to: z.enum(['draft', 'approved']) })),
      },
      responses: answers(Statement, 'As it is now'),
    }),
    document: createRoute({
      method: 'get',
      path: `${one}/document`,
      ...shared,
      summary: 'The statement as it is published, or how it stands',
      request: {
        params: atOne,
        query: z.object({ format: Format, what: z.enum(['statement', 'review']).optional() }),
      },
      responses: fileAnswers,
    }),
  };
}

/** Modern slavery statements: written area by area, checked, approved, exported. */
export function statementRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const kept = await within(house.database, c.get('partner'), statementsOf);
      return c.json({ statements: kept.map(inBrief) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      const id = await within(house.database, partner, (tx) =>
        addStatement(tx, byOf(house, partner), asked),
      );
      if (id === null) return refuse(c, 409, [problem('statement-there', {}, { path: 'yearEnd' })]);
      return c.json({ id }, 200);
    })
    .openapi(route.page, async (c) => {
      const { statement } = c.req.valid('param');
      const page = await within(house.database, c.get('partner'), (tx) =>
        statementPage(tx, statement, dayOf(house.ports.clock.now())),
      );
      return page === null ? refuse(c, 404, [problem('not-found')]) : c.json(page, 200);
    })
    .openapi(route.write, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { statement } = c.req.valid('param');
      const asked = c.req.valid('json');
      const done = await changing(house, partner, statement, async (tx) =>
        versioned(await writeArea(tx, byOf(house, partner), statement, asked)),
      );
      return done.ok
        ? c.json({ version: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.find, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { statement } = c.req.valid('param');
      const asked = c.req.valid('json');
      if (!known.has(asked.item)) return refuse(c, 422, [problem('item-unknown')]);
      const done = await changing(house, partner, statement, async (tx) => {
        await answerItem(tx, byOf(house, partner), statement, asked);
        return fine(true);
      });
      return done.ok
        ? c.json({ kept: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.facts, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { statement } = c.req.valid('param');
      const { facts, version } = c.req.valid('json');
      const done = await changing(house, partner, statement, async (tx) => {
        const change = { version, facts, state: 'draft' as const };
        return versioned(await changeHead(tx, byOf(house, partner), statement, change));
      });
      return done.ok
        ? c.json({ version: done.value }, 200)
        : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.move, async (c) => {
      const partner = c.get('partner');
      if (!mayIssueProfile(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { statement } = c.req.valid('param');
      const { to } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const kept = await statementOf(tx, statement, true);
        if (kept === null) return refused(problem('not-found'));
        const problems = to === 'approved' ? approvalProblems(kept.facts) : [];
        if (problems.length > 0) return refused(...problems);
        await changeHead(tx, byOf(house, partner), statement, { ...kept, state: to });
        const page = await statementPage(tx, statement, dayOf(house.ports.clock.now()));
        return page === null ? refused(problem('not-found')) : fine(page);
      });
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.document, async (c) => {
      const { partnership } = c.get('partner');
      const { statement } = c.req.valid('param');
      const { format, what = 'statement' } = c.req.valid('query');
      const today = dayOf(house.ports.clock.now());
      const input = await within(house.database, c.get('partner'), (tx) =>
        statementInput(tx, { partnership, id: statement, today }),
      );
      if (input === null) return refuse(c, 404, [problem('not-found')]);
      const document = what === 'statement' ? statementDocument(input) : statementReview(input);
      const name = fileName({ ...document, what: document.kind }, format);
      return serve(c, await written(document, format), { format, name });
    });
}

const known = new Set([
  ...statementAreas.flatMap(({ items }) => items.map(({ code }) => code)),
  ...disclosures.flatMap(({ code, from }) =>
    from === undefined ? [`${disclosurePrefix}${code}`] : [],
  ),
]);

export function byOf(house: House, { partnership, name }: Partner) {
  return { partnership, name, now: house.ports.clock.now() };
}

/** Work on a statement that is still a draft, held meanwhile. [SM-4] */
export function changing<T>(
  house: House,
  partner: Partner,
  statement: string,
  work: (tx: Work, kept: KeptStatement) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return within(house.database, partner, async (tx) => {
    const kept = await statementOf(tx, statement, true);
    if (kept === null) return refused(problem('not-found'));
    if (kept.state === 'approved') return refused(problem('statement-approved'));
    return work(tx, kept);
  });
}

function versioned(version: number | null): Outcome<number> {
  return version === null ? refused(problem('changed-by-another')) : fine(version);
}
