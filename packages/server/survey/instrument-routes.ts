import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { problem, type Problem } from '@freehold/core/problem';
import { checked, estimatedMinutes, fromXlsForm, Instrument } from '@freehold/core/survey';
import { shippedInstruments } from '@freehold/core/survey/shipped';
import { within } from '../database/within.ts';
import { fileName } from '../framework/received.ts';
import { mostFileBytes, readWorkbook } from '../framework/workbook.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, lineOf, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  addVersion,
  changeInstrument,
  instrumentOf,
  instrumentsOf,
  removeInstrument,
  setState,
  type KeptInstrument,
} from './instruments.ts';
import {
  atInstrument,
  ImportedForm,
  InstrumentLine,
  InstrumentShown,
  partnership,
} from './shapes.ts';
import { instrumentLines } from './shown.ts';
import { statusOf } from './status.ts';

const tags = ['Surveys'];
const Made = z.object({ id: z.string() });

/** A new draft: of a shipped instrument, of a version of one's own, or from nothing but a title. */
const NewInstrument = z
  .union([
    z.strictObject({ shipped: z.string().min(1).max(60) }),
    z.strictObject({ copyOf: z.uuid() }),
    z.strictObject({ title: z.string().trim().min(1).max(200) }),
  ])
  .openapi('NewSurveyInstrument');

function declared(house: House) {
  const middleware = partnerOnly(house);
  const root = '/partnerships/{partnership}/survey-instruments' as const;
  return {
    list: createRoute({
      method: 'get',
      path: root,
      summary: 'Every version of every instrument, and what Freehold ships',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ instruments: z.array(InstrumentLine) }), 'The instruments'),
    }),
    add: createRoute({
      method: 'post',
      path: root,
      summary: 'Begin a draft: from a shipped instrument, from a version, or empty',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(NewInstrument) },
      responses: answers(Made, 'The draft'),
    }),
    bring: createRoute({
      method: 'post',
      path: `${root}/import`,
      summary: 'Read an XLSForm; keep it as a draft, or only look',
      description:
        'The body is the XLSX file; its name stands percent-encoded in `x-file-name`. What is left out is named by sheet, row and column. [SV-30] to [SV-37]',
      tags,
      middleware,
      request: {
        params: partnership,
        query: z.object({ keep: z.enum(['yes', 'no']) }),
        body: { content: { 'application/octet-stream': { schema: z.string() } } },
      },
      responses: answers(ImportedForm, 'What was read'),
    }),
    show: createRoute({
      method: 'get',
      path: `${root}/{instrument}`,
      summary: 'One version with everything that it asks',
      tags,
      middleware,
      request: { params: atInstrument },
      responses: answers(InstrumentShown, 'The version'),
    }),
    change: createRoute({
      method: 'put',
      path: `${root}/{instrument}`,
      summary: 'Change a draft; every fault of it is named',
      tags,
      middleware,
      request: { params: atInstrument, ...jsonBody(Instrument) },
      responses: answers(InstrumentShown, 'The draft as it is now'),
    }),
    publish: createRoute({
      method: 'post',
      path: `${root}/{instrument}/publish`,
      summary: 'Publish a draft, so that waves can ask it',
      tags,
      middleware,
      request: { params: atInstrument },
      responses: answers(Made, 'Published'),
    }),
    remove: createRoute({
      method: 'delete',
      path: `${root}/{instrument}`,
      summary: 'Delete a draft that no wave asks',
      tags,
      middleware,
      request: { params: atInstrument },
      responses: answers(z.object({}), 'Deleted'),
    }),
  };
}

export function instrumentRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const kept = await within(house.database, c.get('partner'), instrumentsOf);
      return c.json({ instruments: instrumentLines(kept) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      const id = await within(house.database, partner, async (tx) => {
        const copied = 'copyOf' in asked ? await instrumentOf(tx, asked.copyOf) : null;
        const content =
          'copyOf' in asked
            ? copied?.content
            : 'shipped' in asked
              ? shippedInstruments.find(({ code }) => code === asked.shipped)
              : emptyInstrument(asked.title);
        return content === undefined ? null : addVersion(tx, partner.partnership, content);
      });
      return id === null ? refuse(c, 404, [problem('not-found')]) : c.json({ id }, 200);
    })
    .openapi(route.bring, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (bytes.length === 0) return refuse(c, 422, [problem('file-empty')]);
      if (bytes.length > mostFileBytes)
        return refuse(c, 413, [problem('too-large', { mostBytes: mostFileBytes })]);
      const sheets = await readWorkbook(bytes);
      if (!sheets.ok) return refuse(c, 422, sheets.problems.slice(0, 100));
      const form = fromXlsForm(sheets.value, fileName(c.req.header('x-file-name')));
      if (!form.ok) return c.json(notRead(form.problems), 200);
      const { instrument, notes } = form.value;
      const id =
        c.req.valid('query').keep === 'yes'
          ? await within(house.database, partner, (tx) =>
              addVersion(tx, partner.partnership, instrument),
            )
          : null;
      return c.json({ id, instrument, notes: notes.map(lineOf), problems: [] }, 200);
    })
    .openapi(route.show, async (c) => {
      const { instrument } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) =>
        instrumentOf(tx, instrument),
      );
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(whole(found), 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const content = checked(c.req.valid('json'));
      const done = await within(house.database, partner, async (tx) => {
        const found = await instrumentOf(tx, c.req.valid('param').instrument, 'update');
        if (found === null) return problem('not-found');
        if (found.state !== 'draft') return problem(`instrument-${found.state}`);
        if (!content.ok) return null;
        // The code is what its versions are known by; it stays.
        const next = { ...content.value, code: found.code };
        await changeInstrument(tx, found.id, next, clock.now());
        return { ...found, content: next };
      });
      if (done !== null && !('id' in done)) return refuse(c, statusOf([done]), [done]);
      if (done !== null) return c.json(whole(done), 200);
      return refuse(c, 422, content.ok ? [] : content.problems.slice(0, 100));
    })
    .openapi(route.publish, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { instrument } = c.req.valid('param');
      const refusal = await within(house.database, partner, async (tx) => {
        const found = await instrumentOf(tx, instrument, 'update');
        if (found === null) return problem('not-found');
        if (found.state !== 'draft') return problem(`instrument-${found.state}`);
        await setState(tx, instrument, 'published');
        return null;
      });
      if (refusal !== null) return refuse(c, statusOf([refusal]), [refusal]);
      return c.json({ id: instrument }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { instrument } = c.req.valid('param');
      const refusal = await within(house.database, partner, async (tx) => {
        const found = await instrumentOf(tx, instrument, 'update');
        if (found === null) return problem('not-found');
        // A draft has no waves: they ask published versions only.
        if (found.state !== 'draft') return problem(`instrument-${found.state}`);
        await removeInstrument(tx, instrument);
        return null;
      });
      if (refusal !== null) return refuse(c, statusOf([refusal]), [refusal]);
      return c.json({}, 200);
    });
}

function whole({ id, version, state, shipped, content }: KeptInstrument) {
  return { id, version, state, shipped, minutes: estimatedMinutes(content), instrument: content };
}

function notRead(problems: readonly Problem[]) {
  return { id: null, instrument: null, notes: [], problems: problems.map(lineOf) };
}

function emptyInstrument(title: string): Instrument {
  const code = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return Instrument.parse({
    code: code === '' ? 'survey' : code,
    title: { en: title },
    languages: [{ code: 'en', name: 'English' }],
    sections: [{ code: 'section-1', title: { en: 'Section 1' }, questions: [] }],
  });
}
