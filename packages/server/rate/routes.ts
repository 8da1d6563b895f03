import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type Env, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { unkept } from '../http/unkept.ts';
import { raterOnly } from '../session/guard.ts';
import { statusOf } from '../review/status.ts';
import { asksFor, raterPage, saveTyped } from './desk.ts';
import { addFile, countFiles, fileOf, mostFiles, removeFile } from './files.ts';
import { attachment, keepContent, received, sent } from './received.ts';
import { KeptFile, RatePage, Saved, Typed } from './shapes.ts';
import { finish, openRound } from './store.ts';

const link = z.object({ token: z.string().min(1).max(200) });
const onIndicator = link.extend({ indicator: z.string().min(1).max(40) });
const onFile = link.extend({ file: Id });
const tags = ['Rating by link'];

type Guard = MiddlewareHandler<Env>;

function declared(house: House) {
  const middleware: [Guard, Guard] = [unkept, raterOnly(house)];
  return {
    show: createRoute({
      method: 'get',
      path: '/rate/{token}',
      summary: 'What a rater is asked, and what they have answered',
      tags,
      middleware,
      request: { params: link },
      responses: answers(RatePage, 'The cards and the rater’s own answers'),
    }),
    save: createRoute({
      method: 'put',
      path: '/rate/{token}/ratings/{indicator}',
      summary: 'Save one answer as it was typed',
      description:
        'Sending the same answer again changes nothing, and neither does one typed before the kept one: ' +
        'the answer says what is kept.',
      tags,
      middleware,
      request: { params: onIndicator, ...jsonBody(Typed) },
      responses: answers(Saved, 'What is kept now'),
    }),
    attach: createRoute({
      method: 'post',
      path: '/rate/{token}/ratings/{indicator}/files',
      summary: 'Add a file to an answer',
      description: 'The body is the file; its name stands percent-encoded in `x-file-name`.',
      tags,
      middleware,
      request: {
        params: onIndicator,
        headers: z.object({ 'x-file-name': z.string().min(1) }),
        body: { content: { 'application/octet-stream': { schema: z.string() } } },
      },
      responses: answers(KeptFile, 'The file as it is kept'),
    }),
    detach: createRoute({
      method: 'delete',
      path: '/rate/{token}/files/{file}',
      summary: 'Remove one of the rater’s own files',
      tags,
      middleware,
      request: { params: onFile },
      responses: answers(z.object({}), 'Removed'),
    }),
    download: createRoute({
      method: 'get',
      path: '/rate/{token}/files/{file}',
      summary: 'One of the rater’s own files, for saving',
      tags,
      middleware,
      request: { params: onFile },
      responses: attachment,
    }),
    finish: createRoute({
      method: 'post',
      path: '/rate/{token}/finish',
      summary: 'Say that one has finished, or has not after all',
      tags,
      middleware,
      request: { params: link, ...jsonBody(z.strictObject({ finished: z.boolean() })) },
      responses: answers(z.object({ finishedAt: z.iso.datetime().nullable() }), 'Said'),
    }),
  };
}

export function rateRoutes(house: House) {
  const route = declared(house);
  const { clock, entropy, files } = house.ports;
  return router()
    .openapi(route.show, async (c) => {
      const rater = c.get('rater');
      const page = await within(house.database, rater, (tx) => raterPage(tx, rater, clock.now()));
      return c.json(page, 200);
    })
    .openapi(route.save, async (c) => {
      const rater = c.get('rater');
      const { indicator } = c.req.valid('param');
      const typed = c.req.valid('json');
      const done = await within(house.database, rater, (tx) =>
        saveTyped(tx, rater, { indicator, ...typed }, clock.now()),
      );
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.attach, async (c) => {
      const rater = c.get('rater');
      const { indicator } = c.req.valid('param');
      const got = await received(c);
      if (!got.ok) return refuse(c, statusOf(got.problems), got.problems);
      const { name, type, content } = got.value;
      const storedAs = entropy.token();
      const stored = await keepContent(files, storedAs, content);
      const kept = await within(house.database, rater, async (tx) => {
        const round = await openRound(tx, rater);
        if (round.state !== 'rating') return problem('round-closed');
        if (!(await asksFor(tx, round, indicator))) return problem('indicator-unknown');
        if ((await countFiles(tx, rater, indicator)) >= mostFiles)
          return problem('too-many-files', { most: mostFiles });
        return addFile(tx, rater, { indicator, name, type, storedAs, ...stored });
      });
      if ('id' in kept) return c.json(kept, 200);
      await files.remove(storedAs);
      return refuse(c, statusOf([kept]), [kept]);
    })
    .openapi(route.detach, async (c) => {
      const rater = c.get('rater');
      const { file } = c.req.valid('param');
      const gone = await within(house.database, rater, async (tx) => {
        const round = await openRound(tx, rater);
        if (round.state !== 'rating') return problem('round-closed');
        return (await removeFile(tx, rater, file)) ?? problem('not-found');
      });
      if (typeof gone !== 'string') return refuse(c, statusOf([gone]), [gone]);
      await files.remove(gone);
      return c.json({}, 200);
    })
    .openapi(route.finish, async (c) => {
      const rater = c.get('rater');
      const at = c.req.valid('json').finished ? clock.now() : null;
      const said = await within(house.database, rater, async (tx) => {
        if ((await openRound(tx, rater)).state !== 'rating') return false;
        await finish(tx, rater, at);
        return true;
      });
      if (!said) return refuse(c, 409, [problem('round-closed')]);
      return c.json({ finishedAt: at?.toISOString() ?? null }, 200);
    })
    .openapi(route.download, async (c) => {
      const rater = c.get('rater');
      const { file } = c.req.valid('param');
      const found = await within(house.database, rater, (tx) => fileOf(tx, file));
      if (found?.rater !== rater.rater) return refuse(c, 404, [problem('not-found')]);
      return sent(c, files, found);
    });
}
