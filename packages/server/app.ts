import { OpenAPIHono } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { problem } from '@freehold/core/problem';
import { accountRoutes } from './account/routes.ts';
import { assetRoutes } from './asset/routes.ts';
import { frameworkRoutes } from './framework/routes.ts';
import { gapRoutes } from './gap/routes.ts';
import { AuditLog } from './audit/log.ts';
import { auditRoutes } from './audit/routes.ts';
import { watched } from './audit/watch.ts';
import type { Env, House } from './http/house.ts';
import { refuse } from './http/problem.ts';
import { partnershipRoutes } from './partnership/routes.ts';
import { rateRoutes } from './rate/routes.ts';
import { reviewRoom } from './review/room.ts';
import { sessionRoutes } from './session/routes.ts';

const largestBody = 64 * 1024 * 1024;

/** The HTTP application: every route, checked by the schemas that also make `/api/openapi.json`. */
export function app(house: House) {
  const web = new OpenAPIHono<Env>();
  web.use(secureHeaders());
  web.use('/api/*', watched(new AuditLog(house.database), house.ports.clock));
  web.use('/api/*', csrf());
  web.use('/api/*', bodyLimit({ maxSize: largestBody, onError: (c) => tooLarge(c) }));
  web.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return refuse(c, 403, [problem('other-site')]);
    const reference = house.ports.entropy.token().slice(0, 8);
    console.error(`fault ${reference} ${c.req.method} ${c.req.routePath}`, error);
    return c.json(
      { type: 'about:blank#our-fault', title: 'Our fault', status: 500, reference, problems: [] },
      500,
      { 'content-type': 'application/problem+json' },
    );
  });
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

/** All rooms' routes under `/api`; the web app's client is typed from here. */
export function routes(house: House) {
  return new OpenAPIHono<Env>()
    .route('/', sessionRoutes(house))
    .route('/', accountRoutes(house))
    .route('/', auditRoutes(house))
    .route('/', partnershipRoutes(house))
    .route('/', frameworkRoutes(house))
    .route('/', reviewRoom(house))
    .route('/', gapRoutes(house))
    .route('/', assetRoutes(house))
    .route('/', rateRoutes(house));
}

export type Api = ReturnType<typeof routes>;

function tooLarge(c: Parameters<typeof refuse>[0]) {
  return refuse(c, 413, [problem('too-large', { mostBytes: largestBody })]);
}
