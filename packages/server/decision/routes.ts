import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepRecord } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { knownPlace } from '../review/at.ts';
import { found, statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { linkProblems } from './links.ts';
import { Correction, Decision, NewDecision } from './shapes.ts';
import { addDecision, decisionOf, decisionsOf, shownDecision } from './store.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Record'];
  const atPlace = z.object({ partnership: z.string(), place: Id });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/decisions',
      summary: 'The decisions of a place, corrected ones too',
      ...{ tags, middleware },
      request: { params: atPlace },
      responses: answers(z.object({ decisions: z.array(Decision) }), 'As they were written down'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/decisions',
      summary: 'Put a decision on record, in the round that is open',
      ...{ tags, middleware },
      request: { params: atPlace, ...jsonBody(NewDecision) },
      responses: answers(Decision, 'The decision, kept'),
    }),
    correct: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/decisions/{decision}/correct',
      summary: 'Correct a decision: what it was stays, and says what stands in for it',
      ...{ tags, middleware },
      request: {
        params: z.object({ partnership: z.string(), decision: Id }),
        ...jsonBody(Correction),
      },
      responses: answers(Decision, 'The correction, kept'),
    }),
  };
}

/** Decisions. They are put on record and corrected, and never changed. [DE-1] */
export function decisionRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const decisions = await within(house.database, c.get('partner'), async (tx) =>
        (await knownPlace(tx, place)) ? decisionsOf(tx, place) : null,
      );
      if (decisions === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ decisions: decisions.map(shownDecision) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        if (!(await knownPlace(tx, place))) return refused(problem('not-found'));
        const problems = await linkProblems(tx, place, fields);
        if (problems.length > 0) return refused(...problems);
        return found(
          await decisionOf(tx, (await addDecision(tx, { ...partner, place }, fields)) ?? ''),
        );
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownDecision(done.value), 200);
    })
    .openapi(route.correct, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { decision } = c.req.valid('param');
      const { correction, ...fields } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const before = await decisionOf(tx, decision);
        if (before === null) return refused(problem('not-found'));
        const problems = await linkProblems(tx, before.place, fields);
        if (problems.length > 0) return refused(...problems);
        const about = { ...partner, place: before.place };
        const id = await addDecision(tx, about, fields, { id: decision, why: correction });
        return id === null
          ? refused(problem('corrected-already'))
          : found(await decisionOf(tx, id));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownDecision(done.value), 200);
    });
}
