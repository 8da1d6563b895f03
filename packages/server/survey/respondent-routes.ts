import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type Env, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { unkept } from '../http/unkept.ts';
import { mostFiles } from '../rate/files.ts';
import { attachment, keepContent, received, sent } from '../rate/received.ts';
import { agree, finish, refusesFile, saveTyped, surveyPage } from './desk.ts';
import { addFile, ownFile, ownFiles, removeFile } from './files.ts';
import { respondentOnly } from './guard.ts';
import { pageBack } from './page-back.ts';
import {
  PageBack,
  SavedShown,
  SurveyFileShown,
  SurveyPage,
  TypedAnswer,
} from './respondent-shapes.ts';
import { statusOf } from './status.ts';

const link = z.object({ token: z.string().min(1).max(200) });
const onKey = link.extend({ key: z.string().min(1).max(300) });
const onFile = link.extend({ file: z.uuid() });
const tags = ['Surveys by link'];

type Guard = MiddlewareHandler<Env>;

function declared(house: House) {
  const middleware: [Guard, Guard] = [unkept, respondentOnly(house)];
  return {
    show: createRoute({
      method: 'get',
      path: '/survey/{token}',
      summary: 'What a respondent is asked, and what they have answered',
      tags,
      middleware,
      request: { params: link },
      responses: answers(SurveyPage, 'The questions and the respondent’s own answers'),
    }),
    agree: createRoute({
      method: 'post',
      path: '/survey/{token}/consent',
      summary: 'Agree to take part; nothing is kept before that',
      tags,
      middleware,
      request: { params: link, ...jsonBody(z.strictObject({ language: z.string().max(35) })) },
      responses: answers(z.object({}), 'Agreed'),
    }),
    save: createRoute({
      method: 'put',
      path: '/survey/{token}/answers/{key}',
      summary: 'Save one answer as it was typed',
      description:
        'Sending the same answer again changes nothing, and neither does one typed before the kept one: ' +
        'the answer says what is kept.',
      tags,
      middleware,
      request: { params: onKey, ...jsonBody(TypedAnswer) },
      responses: answers(SavedShown, 'What is kept now'),
    }),
    attach: createRoute({
      method: 'post',
      path: '/survey/{token}/answers/{key}/files',
      summary: 'Add a file as an answer',
      description: 'The body is the file; its name stands percent-encoded in `x-file-name`.',
      tags,
      middleware,
      request: {
        params: onKey,
        headers: z.object({ 'x-file-name': z.string().min(1) }),
        body: { content: { 'application/octet-stream': { schema: z.string() } } },
      },
      responses: answers(SurveyFileShown, 'The file as it is kept'),
    }),
    detach: createRoute({
      method: 'delete',
      path: '/survey/{token}/files/{file}',
      summary: 'Remove one of the respondent’s own files',
      tags,
      middleware,
      request: { params: onFile },
      responses: answers(z.object({}), 'Removed'),
    }),
    download: createRoute({
      method: 'get',
      path: '/survey/{token}/files/{file}',
      summary: 'One of the respondent’s own files, for saving',
      tags,
      middleware,
      request: { params: onFile },
      responses: attachment,
    }),
    finish: createRoute({
      method: 'post',
      path: '/survey/{token}/finish',
      summary: 'Say that one has finished, or has not after all',
      tags,
      middleware,
      request: { params: link, ...jsonBody(z.strictObject({ finished: z.boolean() })) },
      responses: answers(z.object({ finishedAt: z.iso.datetime().nullable() }), 'Said'),
    }),
    back: createRoute({
      method: 'get',
      path: '/survey/{token}/back',
      summary: 'Once the wave has closed: what all answered together',
      tags,
      middleware,
      request: { params: link },
      responses: answers(PageBack, 'What goes back to the respondent'),
    }),
  };
}

/** What a survey's personal link opens. There is no account, and nothing of anybody else. */
export function respondentRoutes(house: House) {
  const route = declared(house);
  const { clock, entropy, files } = house.ports;
  return router()
    .openapi(route.show, async (c) => {
      const respondent = c.get('respondent');
      const page = await within(house.database, respondent, (tx) =>
        surveyPage(tx, respondent, clock.now()),
      );
      return c.json(page, 200);
    })
    .openapi(route.agree, async (c) => {
      const respondent = c.get('respondent');
      const { language } = c.req.valid('json');
      const refusal = await within(house.database, respondent, (tx) =>
        agree(tx, respondent, language, clock.now()),
      );
      return refusal === null ? c.json({}, 200) : refuse(c, statusOf([refusal]), [refusal]);
    })
    .openapi(route.save, async (c) => {
      const respondent = c.get('respondent');
      const { key } = c.req.valid('param');
      const typed = c.req.valid('json');
      const done = await within(house.database, respondent, (tx) =>
        saveTyped(tx, respondent, { key, ...typed }, clock.now()),
      );
      return done.ok ? c.json(done.value, 200) : refuse(c, statusOf(done.problems), done.problems);
    })
    .openapi(route.attach, async (c) => {
      const respondent = c.get('respondent');
      const { key } = c.req.valid('param');
      const got = await received(c);
      if (!got.ok) return refuse(c, statusOf(got.problems), got.problems);
      const { name, type, content } = got.value;
      const storedAs = entropy.token();
      const stored = await keepContent(files, storedAs, content);
      const kept = await within(house.database, respondent, async (tx) => {
        const refusal = await refusesFile(tx, respondent, key, clock.now());
        if (refusal !== null) return refusal;
        const there = (await ownFiles(tx, respondent)).filter((each) => each.key === key);
        if (there.length >= mostFiles) return problem('too-many-files', { most: mostFiles });
        return addFile(tx, respondent, { key, name, type, storedAs, ...stored });
      });
      if ('id' in kept) return c.json(kept, 200);
      await files.remove(storedAs);
      return refuse(c, statusOf([kept]), [kept]);
    })
    .openapi(route.detach, async (c) => {
      const respondent = c.get('respondent');
      const { file } = c.req.valid('param');
      const gone = await within(house.database, respondent, async (tx) => {
        const found = await ownFile(tx, respondent, file);
        if (found === null) return problem('not-found');
        const refusal = await refusesFile(tx, respondent, found.key, clock.now());
        if (refusal !== null) return refusal;
        await removeFile(tx, file);
        return found;
      });
      if (!('id' in gone)) return refuse(c, statusOf([gone]), [gone]);
      await files.remove(gone.storedAs);
      return c.json({}, 200);
    })
    .openapi(route.download, async (c) => {
      const respondent = c.get('respondent');
      const { file } = c.req.valid('param');
      const found = await within(house.database, respondent, (tx) => ownFile(tx, respondent, file));
      return found === null ? refuse(c, 404, [problem('not-found')]) : sent(c, files, found);
    })
    .openapi(route.finish, async (c) => {
      const respondent = c.get('respondent');
      const { finished } = c.req.valid('json');
      const said = await within(house.database, respondent, (tx) =>
        finish(tx, respondent, finished, clock.now()),
      );
      if (!said.ok) return refuse(c, statusOf(said.problems), said.problems);
      return c.json({ finishedAt: said.value?.toISOString() ?? null }, 200);
    })
    .openapi(route.back, async (c) => {
      const respondent = c.get('respondent');
      const back = await within(house.database, respondent, (tx) => pageBack(tx, respondent));
      return 'code' in back ? refuse(c, 409, [back]) : c.json(back, 200);
    });
}
