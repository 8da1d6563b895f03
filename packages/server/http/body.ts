import type { z } from '@hono/zod-openapi';

/** A request's JSON body, checked by a schema before the route sees it. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}
