import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepRecord } from '@freehold/core/access';
import { StatementArea } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { fine, problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { NewStep, StatementStep, StepChange, TextVersion } from './statement-shapes.ts';
import { statementOf, stepsOf, versionsOf } from './statement-store.ts';

function declared(house: House) {
  const shared = { tags: ['Statements'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string(), statement: Id });
  return {
    versions: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/statements/{statement}/versions',
      ...shared,
      summary: 'What stood in an area before, the newest first',
      request: { params, query: z.object({ area: StatementArea }) },
      responses: answers(z.object({ versions: z.array(TextVersion) }), 'The versions'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/statements/{statement}/steps',
      ...shared,
      summary: 'Put a step into the improvement plan; an approved statement’s plan goes on',
      request: { params, ...jsonBody(NewStep) },
      responses: answers(z.object({ id: z.string() }), 'The step'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/statement-steps/{statementStep}',
      ...shared,
      summary: 'Change a step, say that it is done, take it out or put it back',
      request: {
        params: z.object({ partnership: z.string(), statementStep: Id }),
        ...jsonBody(StepChange),
      },
      responses: answers(z.object({ steps: z.array(StatementStep) }), 'The plan as it is now'),
    }),
  };
}

/** A statement's improvement plan, and what stood in its texts before. */
export function statementPlanRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.versions, async (c) => {
      const { statement } = c.req.valid('param');
      const { area } = c.req.valid('query');
      const versions = await within(house.database, c.get('partner'), async (tx) =>
        (await statementOf(tx, statement)) === null ? null : versionsOf(tx, statement, area),
      );
      return versions === null ? refuse(c, 404, [problem('not-found')]) : c.json({ versions }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { statement } = c.req.valid('param');
      const { area, what, ownerRole, dueOn } = c.req.valid('json');
      const id = await within(house.database, partner, async (tx) => {
        if ((await statementOf(tx, statement)) === null) return null;
        const row = await tx
          .insertInto('statement_step')
          .values({
            ...{ partnership_id: partner.partnership, statement_id: statement, area, what },
            ...{ owner_role: ownerRole, due_on: dueOn, made_at: house.ports.clock.now() },
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return row.id;
      });
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { statementStep } = c.req.valid('param');
      const { area, what, ownerRole, dueOn, doneOn, removed } = sent(c.req.valid('json'));
      const now = house.ports.clock.now();
      const done = await within(house.database, partner, async (tx) => {
        const row = await tx
          .updateTable('statement_step')
          .set({
            // Something is always set, so that an empty change finds the step too.
            id: statementStep,
            ...(area !== undefined && { area }),
            ...(what !== undefined && { what }),
            ...(ownerRole !== undefined && { owner_role: ownerRole }),
            ...(dueOn !== undefined && { due_on: dueOn }),
            ...(doneOn !== undefined && { done_on: doneOn }),
            ...(removed !== undefined && { removed_at: removed ? now : null }),
          })
          .where('id', '=', statementStep)
          .returning('statement_id')
          .executeTakeFirst();
        if (row === undefined) return refused(problem('not-found'));
        return fine(await stepsOf(tx, row.statement_id));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ steps: [...done.value] }, 200);
    });
}
