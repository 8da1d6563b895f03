import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepRecord } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { linkProblems } from '../decision/links.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { found, statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { NewRisk, Risk, RiskChange } from './shapes.ts';
import { addRisk, changeRisk, riskOf, risksOf, shownRisk } from './store.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Record'];
  const atPlace = z.object({ partnership: z.string(), place: Id });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/risks',
      summary: 'The risk register of a place',
      ...{ tags, middleware },
      request: { params: atPlace },
      responses: answers(z.object({ risks: z.array(Risk) }), 'The risks, closed ones too'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/risks',
      summary: 'Put a risk on record, in the round that is open',
      ...{ tags, middleware },
      request: { params: atPlace, ...jsonBody(NewRisk) },
      responses: answers(Risk, 'The risk, kept'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/risks/{risk}',
      summary: 'Change, accept or close a risk; accepting and closing need a reason',
      ...{ tags, middleware },
      request: {
        params: z.object({ partnership: z.string(), risk: Id }),
        ...jsonBody(RiskChange),
      },
      responses: answers(Risk, 'The risk as it is now'),
    }),
  };
}

/** The risk register. */
export function riskRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const risks = await within(house.database, c.get('partner'), async (tx) =>
        (await knownPlace(tx, place)) ? risksOf(tx, place) : null,
      );
      if (risks === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ risks: risks.map(shownRisk) }, 200);
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
        return found(await riskOf(tx, await addRisk(tx, { ...partner, place }, fields)));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownRisk(done.value), 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { risk } = c.req.valid('param');
      const change = sent(c.req.valid('json'));
      const done = await within(house.database, partner, async (tx) => {
        const before = await riskOf(tx, risk, true);
        if (before === null) return refused(problem('not-found'));
        const after = { ...before, ...change };
        const problems = [
          ...(after.status !== 'open' && after.reason === ''
            ? [problem('risk-reason-needed', undefined, { path: 'reason' })]
            : []),
          ...(await linkProblems(tx, before.place, { gaps: change.gaps ?? [] })),
        ];
        if (problems.length > 0) return refused(...problems);
        await changeRisk(tx, risk, after, house.ports.clock.now());
        return found(await riskOf(tx, risk));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownRisk(done.value), 200);
    });
}
