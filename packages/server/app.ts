import { OpenAPIHono } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { HTTPException } from 'hono/http-exception';
import { problem } from '@freehold/core/problem';
import { accountRoutes } from './account/routes.ts';
import { actionRoom } from './action/room.ts';
import { assetRoutes } from './asset/routes.ts';
import { changeRoom } from './change/room.ts';
import { comparisonRoom } from './comparison/room.ts';
import { compositeRoom } from './composite/room.ts';
import { decisionRoutes } from './decision/routes.ts';
import { evidenceRooms } from './evidence/room.ts';
import { frameworkRoutes } from './framework/routes.ts';
import { gapRoutes } from './gap/routes.ts';
import { AuditLog } from './audit/log.ts';
import { auditRoutes } from './audit/routes.ts';
import { watched } from './audit/watch.ts';
import { ourFault } from './http/fault.ts';
import { guardedBy } from './http/headers.ts';
import { crisisRoom } from './crisis/room.ts';
import { cycleRoom } from './cycle/room.ts';
import { dataRoutes } from './data/routes.ts';
import { diligenceRoom } from './diligence/room.ts';
import { statementRoom } from './diligence/statement-room.ts';
import { directoryRoom } from './directory/room.ts';
import type { Env, House } from './http/house.ts';
import { bodiesWithin, unguessed, unhurried } from './http/limits.ts';
import { refuse } from './http/problem.ts';
import { sameSiteOnly } from './http/same-site.ts';
import { memberRoutes } from './partnership/member-routes.ts';
import { networkRoom } from './network/room.ts';
import { partnershipRoutes } from './partnership/routes.ts';
import { jobRoutes } from './job/routes.ts';
import { placeRoutes } from './place/routes.ts';
import { rateRoutes } from './rate/routes.ts';
import { reviewRoom } from './review/room.ts';
import { preventionRoom } from './prevention/room.ts';
import { problemProfileRoutes } from './problem-profile/routes.ts';
import { recoveryRoom } from './recovery/room.ts';
import { releaseRoutes } from './release/routes.ts';
import { reportRoutes } from './report/routes.ts';
import { riskRoutes } from './risk/routes.ts';
import { survivorInputRoutes } from './survivor-input/routes.ts';
import { evidenceMapRoutes } from './evidence/map-routes.ts';
import { screeningDecisionRoutes } from './evidence/screening-decide-routes.ts';
import { screeningRoutes } from './evidence/screening-routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { respondentRoutes } from './survey/respondent-routes.ts';
import { surveyRoom } from './survey/room.ts';

/** The HTTP application: every route, checked by the schemas that also make `/api/openapi.json`. */
export function app(house: House) {
  const web = new OpenAPIHono<Env>();
  web.use(guardedBy(house.config));
  web.use('/api/*', unhurried(house));
  web.use('/api/*', watched(new AuditLog(house.database), house.ports.clock));
  web.use('/api/*', sameSiteOnly(house.config));
  web.use('/api/*', bodiesWithin());
  web.use('/api/session/link', unguessed(house));
  web.use('/api/rate/*', unguessed(house));
  web.use('/api/survey/*', unguessed(house));
  web.onError((error, c) =>
    error instanceof HTTPException && error.status === 400
      ? refuse(c, 400, [problem('not-readable')])
      : ourFault(c, error, house.ports.entropy.token().slice(0, 8)),
  );
  web.get('/healthz', (c) => c.json({ alive: true }));
  web.get('/readyz', async (c) => {
    try {
      await sql`select 1`.execute(house.database);
      return c.json({ ready: true });
    } catch {
      return c.json({ ready: false }, 503);
    }
  });
  const api = routes(house);
  web.route('/api', api);
  web.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Freehold', version: '0.1.0' },
  });
  web.all('/api/*', (c) => refuse(c, 404, [problem('not-found')]));
  return web;
}

/**
 * Every room's routes. Rooms stand side by side: merged into one type, the compiler would compare each route with
 * every other, which takes it minutes.
 */
const rooms = [
  sessionRoutes,
  accountRoutes,
  auditRoutes,
  partnershipRoutes,
  memberRoutes,
  frameworkRoutes,
  placeRoutes,
  dataRoutes,
  jobRoutes,
  reviewRoom,
  cycleRoom,
  gapRoutes,
  assetRoutes,
  actionRoom,
  comparisonRoom,
  compositeRoom,
  changeRoom,
  riskRoutes,
  crisisRoom,
  decisionRoutes,
  survivorInputRoutes,
  problemProfileRoutes,
  preventionRoom,
  reportRoutes,
  diligenceRoom,
  statementRoom,
  recoveryRoom,
  releaseRoutes,
  directoryRoom,
  ...evidenceRooms,
  networkRoom,
  evidenceMapRoutes,
  screeningRoutes,
  screeningDecisionRoutes,
  rateRoutes,
  surveyRoom,
  respondentRoutes,
] as const;

/** All rooms' routes under `/api`. */
export function routes(house: House): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>();
  for (const room of rooms) api.route('/', room(house));
  return api;
}

/** The routes of each room; the web app's client is typed from here. */
export type Rooms = RoutesOf<typeof rooms>;
type RoutesOf<All extends readonly ((house: House) => unknown)[]> = {
  readonly [At in keyof All]: ReturnType<All[At]>;
};
