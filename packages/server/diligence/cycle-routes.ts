import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepRecord } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { actionOf, actionsOf, addAction, changeAction } from './action-store.ts';
import {
  Action,
  ActionChange,
  actionFields,
  Board,
  NewAction,
  NewRisk,
  Risk,
  RiskChange,
  riskFields,
  shown,
} from './cycle-shapes.ts';
import { linkFault } from './links.ts';
import { addRisk, changeRisk, riskOf, risksOf } from './risk-store.ts';
import { settingOf } from './setting-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Due diligence'];

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    board: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/diligence',
      summary: 'The cycle on one board: risks as they are weighed here, and actions by step',
      ...shared,
      request: { params: partnership },
      responses: answers(Board, 'Risks and actions'),
    }),
    addRisk: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/diligence/risks',
      summary: 'Note a risk in a supply chain',
      ...shared,
      request: { params: partnership, ...jsonBody(NewRisk) },
      responses: answers(Risk, 'The risk, kept'),
    }),
    changeRisk: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/diligence/risks/{diligenceRisk}',
      summary: 'Change a risk, or close it with a reason',
      ...shared,
      request: { params: partnership.extend({ diligenceRisk: Id }), ...jsonBody(RiskChange) },
      responses: answers(Risk, 'The risk as it is now'),
    }),
    addAction: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/diligence/actions',
      summary: 'Plan an action in one of the six steps',
      ...shared,
      request: { params: partnership, ...jsonBody(NewAction) },
      responses: answers(Action, 'The action, kept'),
    }),
    changeAction: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/diligence/actions/{diligenceAction}',
      summary: 'Change an action, or say how it stands',
      ...shared,
      request: { params: partnership.extend({ diligenceAction: Id }), ...jsonBody(ActionChange) },
      responses: answers(Action, 'The action as it is now'),
    }),
  };
}

/** Risks and actions of the due-diligence cycle. */
export function cycleRoutes(house: House) {
  const route = declared(house);
  const isFault = (value: object): value is Problem => 'code' in value;
  return router()
    .openapi(route.board, async (c) => {
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const { severityBy } = (await settingOf(tx)).setting;
        return { severityBy, risks: await risksOf(tx, severityBy), actions: await actionsOf(tx) };
      });
      return c.json(
        {
          severityBy: found.severityBy,
          risks: found.risks.map(shown),
          actions: found.actions.map(shown),
        },
        200,
      );
    })
    .openapi(route.addRisk, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const fault = await linkFault(tx, fields);
        if (fault !== null) return fault;
        const { severityBy } = (await settingOf(tx)).setting;
        const risk = await riskOf(
          tx,
          await addRisk(tx, handOf(house, partner), fields),
          severityBy,
        );
        return risk ?? problem('not-found');
      });
      return isFault(done) ? refuse(c, statusOf([done]), [done]) : c.json(shown(done), 200);
    })
    .openapi(route.changeRisk, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { diligenceRisk } = c.req.valid('param');
      const change = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const { severityBy } = (await settingOf(tx)).setting;
        const before = await riskOf(tx, diligenceRisk, severityBy);
        if (before === null) return problem('not-found');
        const after = { ...riskFields(before), ...sent(change) };
        const fault =
          after.status === 'closed' && after.reason === ''
            ? problem('reason-needed', undefined, { path: 'reason' })
            : await linkFault(tx, after);
        if (fault !== null) return fault;
        await changeRisk(tx, diligenceRisk, after, house.ports.clock.now());
        return (await riskOf(tx, diligenceRisk, severityBy)) ?? problem('not-found');
      });
      return isFault(done) ? refuse(c, statusOf([done]), [done]) : c.json(shown(done), 200);
    })
    .openapi(route.addAction, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const fault = await linkFault(tx, fields);
        if (fault !== null) return fault;
        const action = await actionOf(tx, await addAction(tx, handOf(house, partner), fields));
        return action ?? problem('not-found');
      });
      return isFault(done) ? refuse(c, statusOf([done]), [done]) : c.json(shown(done), 200);
    })
    .openapi(route.changeAction, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { diligenceAction } = c.req.valid('param');
      const change = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const before = await actionOf(tx, diligenceAction);
        if (before === null) return problem('not-found');
        const after = { ...actionFields(before), ...sent(change) };
        const fault = await linkFault(tx, after);
        if (fault !== null) return fault;
        await changeAction(tx, diligenceAction, after, house.ports.clock.now());
        return (await actionOf(tx, diligenceAction)) ?? problem('not-found');
      });
      return isFault(done) ? refuse(c, statusOf([done]), [done]) : c.json(shown(done), 200);
    });
}
