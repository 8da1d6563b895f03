import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { decide, decisionsOf, undo, type Hand } from './clean-up.ts';
import { atTarget, atWave, CleanUp, CleanUpLine } from './shapes.ts';
import { statusOf } from './status.ts';
import { answerCounts, targetsOf } from './targets.ts';
import { waveOf } from './waves.ts';

const tags = ['Surveys'];
const Decision = z
  .strictObject({
    to: CleanUp,
    into: z.uuid().nullable(),
    reason: z.string().trim().max(1000),
  })
  .openapi('SurveyCleanUpDecision');

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/survey-waves/{wave}/clean-up',
      summary: 'The answer sets that came in, and what was decided about each',
      tags,
      middleware,
      request: { params: atWave },
      responses: answers(z.object({ sets: z.array(CleanUpLine) }), 'The queue'),
    }),
    decide: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/survey-targets/{respondent}/clean-up',
      summary: 'Keep an answer set, merge it into another, or remove it with a reason',
      tags,
      middleware,
      request: { params: atTarget, ...jsonBody(Decision) },
      responses: answers(z.object({}), 'Decided'),
    }),
    undo: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/survey-targets/{respondent}/clean-up/undo',
      summary: 'Take the last decision about an answer set back',
      tags,
      middleware,
      request: { params: atTarget },
      responses: answers(z.object({}), 'Taken back'),
    }),
  };
}

export function cleanUpRoutes(house: House) {
  const route = declared(house);
  const hand = ({ partnership, name }: Partner): Hand => ({
    ...{ partnership, byName: name },
    at: house.ports.clock.now(),
  });
  return router()
    .openapi(route.list, async (c) => {
      const { wave: id } = c.req.valid('param');
      const sets = await within(house.database, c.get('partner'), async (tx) => {
        if ((await waveOf(tx, id)) === null) return null;
        const targets = (await targetsOf(tx, id)).filter(({ consentedAt }) => consentedAt !== null);
        const answered = await answerCounts(tx, id);
        const steps = Map.groupBy(await decisionsOf(tx, id), ({ target }) => target);
        return targets.map((each) => ({
          ...{ target: each.id, label: each.label, organisation: each.organisation },
          ...{ state: each.cleanUp, mergedInto: each.mergedInto },
          answered: answered.get(each.id) ?? 0,
          finishedAt: each.finishedAt?.toISOString() ?? null,
          steps: (steps.get(each.id) ?? []).map(
            ({ from, to, into, reason, byName, undone, at }) => ({
              ...{ from, to, into, reason, byName, undone },
              at: at.toISOString(),
            }),
          ),
        }));
      });
      return sets === null ? refuse(c, 404, [problem('not-found')]) : c.json({ sets }, 200);
    })
    .openapi(route.decide, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { respondent: target } = c.req.valid('param');
      const refusal = await within(house.database, partner, (tx) =>
        decide(tx, hand(partner), target, c.req.valid('json')),
      );
      return refusal === null ? c.json({}, 200) : refuse(c, statusOf([refusal]), [refusal]);
    })
    .openapi(route.undo, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { respondent: target } = c.req.valid('param');
      const refusal = await within(house.database, partner, (tx) => undo(tx, target));
      return refusal === null ? c.json({}, 200) : refuse(c, statusOf([refusal]), [refusal]);
    });
}
