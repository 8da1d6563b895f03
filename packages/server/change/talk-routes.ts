import { createRoute, z } from '@hono/zod-openapi';
import { mayDrawTheories, mayNoteProgress } from '@freehold/core/access';
import { Theory } from '@freehold/core/change';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { addComment, settleComment } from './comment-store.ts';
import { NewComment, NewVersion, TheoryComment, TheoryVersion } from './shapes.ts';
import { shownComment, shownVersion } from './shown.ts';
import { theoryOf } from './store.ts';
import { keepVersion, versionOf } from './version-store.ts';

function declared(house: House) {
  const shared = { tags: ['Theories of change'], middleware: partnerOnly(house) };
  const one = z.object({ partnership: z.string(), theory: Id });
  return {
    keep: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/theories/{theory}/versions',
      summary: 'Keep a theory as it is now as a version',
      ...shared,
      request: { params: one, ...jsonBody(NewVersion) },
      responses: answers(
        z.object({ id: z.string(), number: z.number() }),
        'The version’s id and number',
      ),
    }),
    version: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/theories/{theory}/versions/{theoryVersion}',
      summary: 'A theory as it was in a version',
      ...shared,
      request: { params: one.extend({ theoryVersion: Id }) },
      responses: answers(TheoryVersion.extend({ theory: Theory }), 'The version'),
    }),
    comment: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/theories/{theory}/comments',
      summary: 'Say something about a theory, a node or a link',
      ...shared,
      request: { params: one, ...jsonBody(NewComment) },
      responses: answers(TheoryComment, 'The comment'),
    }),
    settle: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/theory-comments/{theoryComment}',
      summary: 'Mark a comment as settled, or open it again',
      ...shared,
      request: {
        params: z.object({ partnership: z.string(), theoryComment: Id }),
        ...jsonBody(z.strictObject({ settled: z.boolean() })),
      },
      responses: answers(TheoryComment, 'The comment as it is now'),
    }),
  };
}

/** Versions of a theory, and what is said about it. */
export function theoryTalkRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      if (!mayDrawTheories(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { revision, note } = c.req.valid('json');
      const done = await within(
        house.database,
        partner,
        async (tx): Promise<Outcome<{ id: string; number: number }>> => {
          const theory = await theoryOf(tx, c.req.valid('param').theory, true);
          if (theory === null) return refused(problem('not-found'));
          if (theory.revision !== revision) return refused(problem('changed-by-another'));
          return fine(await keepVersion(tx, partner, theory, { note, at: clock.now() }));
        },
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    })
    .openapi(route.version, async (c) => {
      const { theory, theoryVersion } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) =>
        versionOf(tx, theory, theoryVersion),
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ ...shownVersion(found), theory: found.theory }, 200);
    })
    .openapi(route.comment, async (c) => {
      const partner = c.get('partner');
      if (!mayNoteProgress(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const said = { ...c.req.valid('json'), at: clock.now() };
      const { theory } = c.req.valid('param');
      const added = await within(house.database, partner, async (tx) =>
        (await theoryOf(tx, theory)) === null ? null : addComment(tx, partner, theory, said),
      );
      if (added === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shownComment(added), 200);
    })
    .openapi(route.settle, async (c) => {
      const partner = c.get('partner');
      if (!mayNoteProgress(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const change = { ...c.req.valid('json'), name: partner.name, at: clock.now() };
      const { theoryComment } = c.req.valid('param');
      const comment = await within(house.database, partner, (tx) =>
        settleComment(tx, theoryComment, change),
      );
      if (comment === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shownComment(comment), 200);
    });
}
