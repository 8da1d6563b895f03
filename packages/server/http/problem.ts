import { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import type { Problem } from '@freehold/core/problem';

const Where = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  path: z.string().optional(),
});

/** One problem as it is sent: its code, its place and its values. */
export const ProblemLine = z.object({
  code: z.string(),
  where: Where.optional(),
  details: z
    .record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
    )
    .optional(),
});
export type ProblemLine = z.infer<typeof ProblemLine>;

/** RFC 9457 problem JSON; `problems` lists each fault with its code, its place and its values. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    problems: z.array(ProblemLine),
  })
  .openapi('Problem');
export type ProblemBody = z.infer<typeof ProblemBody>;

export type Refused = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;
/** What the machine lacks, not the request; no route declares them. */
type Lacking = 503 | 507;

const titles: Record<Refused | Lacking, string> = {
  400: 'The request could not be read',
  401: 'Sign in first',
  403: 'This is not yours to do',
  404: 'Not found',
  409: 'This does not fit what is there now',
  413: 'Too large',
  422: 'Something needs mending',
  429: 'Too many requests; wait a little',
  503: 'Not to be had at present',
  507: 'Nothing can be kept at present',
};

/**
 * An answer with problems: every route may give one. Its type fits whatever a route promises, so that a route's type
 * holds its good answer only; what a refusal looks like, the web reads in one place.
 */
export type Refusal = Response & TypedResponse<never, never, never>;

/** Answers with problems as data. */
export function refuse(
  c: Context,
  status: Refused | Lacking,
  problems: readonly Problem[],
): Refusal {
  const body: ProblemBody = {
    type: `about:blank#${problems[0]?.code ?? 'problem'}`,
    title: titles[status],
    status,
    problems: problems.map(lineOf),
  };
  return c.json(body, status, { 'content-type': 'application/problem+json' }) as Refusal;
}

/** A problem as it is sent. */
export function lineOf({ code, where, details }: Problem): ProblemLine {
  return {
    code,
    ...(where && { where }),
    ...(details && {
      details: Object.fromEntries(
        Object.entries(details).map(([key, value]) => [
          key,
          Array.isArray(value) ? [...(value as readonly string[])] : (value as string),
        ]),
      ),
    }),
  };
}

type Answers<S extends z.ZodType> = {
  readonly 200: {
    readonly description: string;
    readonly content: { readonly 'application/json': { readonly schema: S } };
  };
};

/**
 * The usual answers of a route: one schema when it goes well, problem JSON when it does not. All of them are in the
 * OpenAPI document; the type has the good one only, because nine a route cost the compiler minutes.
 */
export function answers<S extends z.ZodType>(schema: S, description: string): Answers<S> {
  const problemJson = { 'application/problem+json': { schema: ProblemBody } };
  const all = {
    200: { description, content: { 'application/json': { schema } } },
    400: { description: titles[400], content: problemJson },
    401: { description: titles[401], content: problemJson },
    403: { description: titles[403], content: problemJson },
    404: { description: titles[404], content: problemJson },
    409: { description: titles[409], content: problemJson },
    413: { description: titles[413], content: problemJson },
    422: { description: titles[422], content: problemJson },
    429: { description: titles[429], content: problemJson },
  };
  return all;
}
