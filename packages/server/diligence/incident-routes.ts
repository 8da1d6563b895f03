import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound, mayKeepRecord } from '@freehold/core/access';
import { closingProblems, remedyProblems } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { partnershipOf } from '../partnership/store.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  Incident,
  IncidentChange,
  incidentFields,
  NewIncident,
  NewRemedy,
  Remedy,
  RemedyChange,
  shownIncident,
  shownRemedy,
} from './incident-shapes.ts';
import {
  addIncident,
  addRemedy,
  changeIncident,
  changeRemedy,
  incidentOf,
  incidentsOf,
  remediesOf,
  remedyOf,
} from './incident-store.ts';
import { linkFault } from './links.ts';

const partnership = z.object({ partnership: z.string() });
const atIncident = partnership.extend({ incident: Id });
const tags = ['Incidents'];
const Whole = z.object({ incident: Incident, remedies: z.array(Remedy) });

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/incidents',
      summary: 'Incidents with their remedies, the newest first; counts and no names',
      ...shared,
      request: { params: partnership },
      responses: answers(
        z.object({ incidents: z.array(Incident), remedies: z.array(Remedy) }),
        'All of them',
      ),
    }),
    one: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/incidents/{incident}',
      summary: 'An incident with its remedies',
      ...shared,
      request: { params: atIncident },
      responses: answers(Whole, 'The incident'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/incidents',
      summary: 'Write an incident down',
      ...shared,
      request: { params: partnership, ...jsonBody(NewIncident) },
      responses: answers(Incident, 'The incident, with what in it looks like a person'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/incidents/{incident}',
      summary: 'Change an incident; closing needs a checked remedy or a stated reason',
      ...shared,
      request: { params: atIncident, ...jsonBody(IncidentChange) },
      responses: answers(Incident, 'The incident as it is now'),
    }),
    addRemedy: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/incidents/{incident}/remedies',
      summary: 'Write down what was done for the workers',
      ...shared,
      request: { params: atIncident, ...jsonBody(NewRemedy) },
      responses: answers(Remedy, 'The remedy, kept'),
    }),
    changeRemedy: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/incident-remedies/{incidentRemedy}',
      summary: 'Change a remedy, or say what a later check found',
      ...shared,
      request: { params: partnership.extend({ incidentRemedy: Id }), ...jsonBody(RemedyChange) },
      responses: answers(Remedy, 'The remedy as it is now'),
    }),
  };
}

/** Incidents and what makes them good. */
export function incidentRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const found = await within(house.database, partner, async (tx) => ({
        least: await leastOf(tx, partner.partnership),
        incidents: await incidentsOf(tx),
        remedies: await remediesOf(tx, null),
      }));
      return c.json(
        {
          incidents: found.incidents.map((each) => shownIncident(each, found.least)),
          remedies: found.remedies.map((each) => shownRemedy(each, found.least)),
        },
        200,
      );
    })
    .openapi(route.one, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { incident } = c.req.valid('param');
      const found = await within(house.database, partner, async (tx) => ({
        least: await leastOf(tx, partner.partnership),
        one: await incidentOf(tx, incident),
        remedies: await remediesOf(tx, incident),
      }));
      if (found.one === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(
        {
          incident: shownIncident(found.one, found.least),
          remedies: found.remedies.map((each) => shownRemedy(each, found.least)),
        },
        200,
      );
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const fault = await linkFault(tx, fields);
        if (fault !== null) return refused(fault);
        const id = await addIncident(tx, handOf(house, partner), fields);
        return shownAgain(tx, partner.partnership, id);
      });
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { incident } = c.req.valid('param');
      const change = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const before = await incidentOf(tx, incident, true);
        if (before === null) return refused(problem('not-found'));
        const after = { ...incidentFields(before), ...sent(change) };
        const remedies = after.status === 'closed' ? await remediesOf(tx, incident) : [];
        const faults = after.status === 'closed' ? closingProblems(after.reason, remedies) : [];
        const unknown = await linkFault(tx, after);
        if (faults.length > 0 || unknown !== null)
          return refused(...faults, ...(unknown === null ? [] : [unknown]));
        await changeIncident(tx, incident, after, house.ports.clock.now());
        return shownAgain(tx, partner.partnership, incident);
      });
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.addRemedy, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { incident } = c.req.valid('param');
      const fields = c.req.valid('json');
      const faults = remedyProblems(fields);
      if (faults.length > 0) return refuse(c, 422, faults);
      const done = await within(house.database, partner, async (tx) => {
        if ((await incidentOf(tx, incident, true)) === null) return null;
        const id = await addRemedy(tx, handOf(house, partner), incident, fields);
        return remedyShown(tx, partner.partnership, id);
      });
      return done === null ? refuse(c, 404, [problem('not-found')]) : c.json(done, 200);
    })
    .openapi(route.changeRemedy, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { incidentRemedy } = c.req.valid('param');
      const change = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const before = await remedyOf(tx, incidentRemedy);
        if (before === null) return refused(problem('not-found'));
        const after = { ...before, ...sent(change) };
        const faults = [
          ...remedyProblems(after),
          ...(await stillClosed(tx, before.incident, after)),
        ];
        if (faults.length > 0) return refused(...faults);
        await changeRemedy(tx, incidentRemedy, after, house.ports.clock.now());
        const now = await remedyShown(tx, partner.partnership, incidentRemedy);
        return now === null ? refused(problem('not-found')) : fine(now);
      });
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    });
}

/** What a changed remedy would leave without ground: an incident that was closed because of it. */
async function stillClosed(
  tx: Work,
  id: string,
  after: { readonly id: string } & Parameters<typeof remedyProblems>[0],
) {
  const incident = await incidentOf(tx, id, true);
  if (incident?.status !== 'closed') return [];
  const others = (await remediesOf(tx, id)).filter((each) => each.id !== after.id);
  return closingProblems(incident.reason, [...others, after]);
}

async function shownAgain(
  tx: Work,
  ours: string,
  id: string,
): Promise<Outcome<z.infer<typeof Incident>>> {
  const incident = await incidentOf(tx, id);
  return incident === null
    ? refused(problem('not-found'))
    : fine(shownIncident(incident, await leastOf(tx, ours)));
}

async function remedyShown(
  tx: Work,
  ours: string,
  id: string,
): Promise<z.infer<typeof Remedy> | null> {
  const remedy = await remedyOf(tx, id);
  return remedy === null ? null : shownRemedy(remedy, await leastOf(tx, ours));
}

async function leastOf(tx: Work, ours: string): Promise<number> {
  return (await partnershipOf(tx, ours)).leastCell;
}
