import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { isUndoable, jobOf } from '../job/store.ts';
import { UndonePart } from '../job/undone.ts';
import { partnerOnly } from '../session/guard.ts';
import { startUndoing } from './undo-job.ts';
import { wouldUndo } from './undo.ts';

const params = z.object({ partnership: z.string(), job: Id });

function declared(house: House) {
  const shared = { tags: ['Data'], middleware: partnerOnly(house), request: { params } };
  return {
    would: createRoute({
      ...shared,
      method: 'get',
      path: '/partnerships/{partnership}/jobs/{job}/undo',
      summary: 'What taking an import back would remove, what it would set back, and what stays',
      responses: answers(z.object({ parts: z.array(UndonePart) }), 'By table'),
    }),
    undo: createRoute({
      ...shared,
      method: 'post',
      path: '/partnerships/{partnership}/jobs/{job}/undo',
      summary: 'Take an import of data or places back as a whole; its file is removed too',
      responses: answers(z.object({ job: Id }), 'The job that does it'),
    }),
  };
}

/** Taking an import back. */
export function undoRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.would, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { job } = c.req.valid('param');
      const found = await within(house.database, partner, async (tx) => {
        const asked = await undoable(tx, job);
        return 'code' in asked ? asked : { parts: [...(await wouldUndo(tx, job))] };
      });
      return 'code' in found ? refuse(c, statusOf(found), [found]) : c.json(found, 200);
    })
    .openapi(route.undo, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { job } = c.req.valid('param');
      const found = await within(house.database, partner, (tx) => undoable(tx, job));
      if ('code' in found) return refuse(c, statusOf(found), [found]);
      return c.json({ job: await startUndoing(house, partner, { id: job, ...found }) }, 200);
    });
}

/** Problems: `not-found`, `undone-already`, `not-undoable`. */
async function undoable(tx: Work, job: string): Promise<{ readonly title: string } | Problem> {
  const row = await jobOf(tx, job);
  if (row === null) return problem('not-found');
  if (row.undoneAt !== null) return problem('undone-already');
  return isUndoable(row) ? { title: row.title } : problem('not-undoable');
}

function statusOf({ code }: Problem) {
  return code === 'not-found' ? 404 : 409;
}
