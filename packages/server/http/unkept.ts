import { createMiddleware } from 'hono/factory';
import type { Env } from './house.ts';

/** What a personal link opens is its holder's own: no shared cache keeps it. */
export const unkept = createMiddleware<Env>(async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
});
