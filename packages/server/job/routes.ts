import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { stream } from 'hono/streaming';
import { within } from '../database/within.ts';
import { bytesOf } from '../http/bytes.ts';
import { router, type House } from '../http/house.ts';
import { answers, ProblemLine, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { problemHeader } from './problem-book.ts';
import {
  askToCancel,
  isUndoable,
  JobResult,
  jobOf,
  JobState,
  jobsOf,
  type JobRow,
} from './store.ts';

/** `done` and `total` share a unit of their own (bytes, mostly); `total` is null until it is known. */
export const Job = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    state: JobState,
    done: z.number(),
    total: z.number().nullable(),
    secondsLeft: z.number().nullable(),
    result: JobResult.nullable(),
    problems: z.array(ProblemLine),
    problemCount: z.number(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    /** When what it brought was taken back. */
    undoneAt: z.iso.datetime().nullable(),
    undoable: z.boolean(),
  })
  .openapi('Job');

const partnership = z.object({ partnership: z.string() });
const params = partnership.extend({ job: Id });
const tags = ['Jobs'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/jobs',
      summary: 'The newest jobs, without their problems',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ jobs: z.array(Job) }), 'Newest first'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/jobs/{job}',
      summary: 'How far a job is, or how it ended, with its first hundred problems',
      tags,
      middleware,
      request: { params },
      responses: answers(Job, 'The job'),
    }),
    cancel: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/jobs/{job}/cancel',
      summary: 'Ask a job to stop; nothing of it is kept',
      tags,
      middleware,
      request: { params },
      responses: answers(z.object({}), 'Asked'),
    }),
    errors: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/jobs/{job}/errors.csv',
      summary: 'All problems of a job, by row and column',
      tags,
      middleware,
      request: { params },
      responses: {
        ...answers(z.string(), 'A CSV file'),
        200: { description: 'A CSV file', content: { 'text/csv': { schema: z.string() } } },
      },
    }),
  };
}

export function jobRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const rows = await within(house.database, c.get('partner'), jobsOf);
      const now = house.ports.clock.now();
      return c.json({ jobs: rows.map((row) => shown(row, now)) }, 200);
    })
    .openapi(route.show, async (c) => {
      const { job } = c.req.valid('param');
      const row = await within(house.database, c.get('partner'), (tx) => jobOf(tx, job));
      if (row === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shown(row, house.ports.clock.now()), 200);
    })
    .openapi(route.cancel, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { job } = c.req.valid('param');
      const [asked, row] = await within(house.database, partner, async (tx) => [
        await askToCancel(tx, job),
        await jobOf(tx, job),
      ]);
      if (row === null) return refuse(c, 404, [problem('not-found')]);
      return asked ? c.json({}, 200) : refuse(c, 409, [problem('job-ended')]);
    })
    .openapi(route.errors, async (c) => {
      const { job } = c.req.valid('param');
      const row = await within(house.database, c.get('partner'), (tx) => jobOf(tx, job));
      if (row === null) return refuse(c, 404, [problem('not-found')]);
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="errors-${job.slice(0, 8)}.csv"`);
      const { errorsStoredAs } = row;
      if (errorsStoredAs === null) return c.body(problemHeader, 200);
      return stream(c, async (out) => {
        for await (const chunk of bytesOf(house.ports.files.open(errorsStoredAs)))
          await out.write(chunk);
      });
    });
}

function shown(row: JobRow, now: Date): z.infer<typeof Job> {
  const { id, kind, title, state, done, total, problemCount } = row;
  return {
    id,
    kind,
    title,
    state,
    done,
    total,
    secondsLeft: secondsLeft(row, now),
    result: JobResult.nullable().parse(row.result),
    problems: z.array(ProblemLine).parse(row.problems),
    problemCount,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoable: isUndoable(row),
  };
}

/** At the pace so far; null before there is one. */
function secondsLeft({ state, done, total, startedAt }: JobRow, now: Date): number | null {
  const elapsed = (now.getTime() - startedAt.getTime()) / 1000;
  if (state !== 'running' || total === null || done === 0 || elapsed <= 0) return null;
  return Math.max(0, Math.round((elapsed / done) * (total - done)));
}
