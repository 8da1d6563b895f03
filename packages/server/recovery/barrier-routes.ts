import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepRecord } from '@freehold/core/access';
import { identifyingProblems } from '@freehold/core/cycle';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Problem } from '@freehold/core/problem';
import { barrierProblems, compensationRoutes } from '@freehold/core/recovery';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  addBarrier,
  barrierOf,
  barriersOf,
  changeBarrier,
  shownBarrier,
  type BarrierFields,
} from './barrier-store.ts';
import { Barrier, BarrierChange, NewBarrier } from './shapes.ts';

function declared(house: House) {
  const shared = { tags: ['Recovery'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string() });
  const path = '/partnerships/{partnership}/barriers' as const;
  return {
    list: createRoute({
      method: 'get',
      ...{ path, ...shared },
      summary: 'What keeps people from remedy',
      request: { params },
      responses: answers(z.object({ barriers: z.array(Barrier) }), 'The board'),
    }),
    add: createRoute({
      method: 'post',
      ...{ path, ...shared },
      summary: 'Put a barrier on the board; a text that could lead to one person is refused',
      request: { params, ...jsonBody(NewBarrier) },
      responses: answers(z.object({ id: z.string() }), 'The barrier'),
    }),
    change: createRoute({
      method: 'patch',
      path: `${path}/{barrier}`,
      ...shared,
      summary: 'Change a barrier, take it off or put it back; settling it needs a reason',
      request: { params: params.extend({ barrier: Id }), ...jsonBody(BarrierChange) },
      responses: answers(Barrier, 'The barrier as it is now'),
    }),
  };
}

/** The board of what keeps people from remedy. Nobody is in it. [RC-11] */
export function barrierRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const barriers = await within(house.database, c.get('partner'), barriersOf);
      return c.json({ barriers: barriers.map(shownBarrier) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const problems = problemsIn(fields);
      if (problems.length > 0) return refuse(c, 422, problems);
      const at = house.ports.clock.now();
      const id = await within(house.database, partner, (tx) =>
        addBarrier(tx, partner.partnership, fields, at),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { barrier } = c.req.valid('param');
      const { removed, ...change } = sent(c.req.valid('json'));
      const at = house.ports.clock.now();
      const done = await within(house.database, partner, async (tx) => {
        const before = await barrierOf(tx, barrier);
        if (before === null) return refused(problem('not-found'));
        const after = { ...before, ...change };
        const problems = problemsIn(after);
        if (problems.length > 0) return refused(...problems);
        await changeBarrier(tx, barrier, after, { removed, at });
        return fine({ ...after, changedAt: at });
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownBarrier(done.value), 200);
    });
}

function problemsIn(fields: BarrierFields): readonly Problem[] {
  const { title, detail, affects, asks, reason, route } = fields;
  const known = route === '' || compensationRoutes.some(({ code }) => code === route);
  return [
    ...barrierProblems(fields),
    ...(known ? [] : [problem('route-unknown', undefined, { path: 'route' })]),
    ...identifyingProblems({ title, detail, affects, asks, reason }),
  ];
}
