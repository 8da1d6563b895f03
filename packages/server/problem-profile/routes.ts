import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound, mayIssueProfile, mayKeepRecord } from '@freehold/core/access';
import { identifyingProblems, ProfilePart } from '@freehold/core/cycle';
import { Id } from '@freehold/core/id';
import { fine, problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { writePart } from '../document/parts.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { dayOf } from '../report/records.ts';
import { knownPlace } from '../review/at.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { fill } from './gathered.ts';
import { draftDocument, profileAt } from './page.ts';
import { Head, Profile, Written } from './shapes.ts';
import { addIssue, draftOf, issuedDocument, keepDraft, nextNumber } from './store.ts';

function declared(house: House) {
  const shared = { tags: ['Problem profile'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string(), place: Id });
  const path = '/partnerships/{partnership}/places/{place}/problem-profile' as const;
  return {
    page: createRoute({
      method: 'get',
      ...{ path, ...shared },
      summary: 'The draft of a place’s problem profile, and its issued versions',
      request: { params },
      responses: answers(Profile, 'Part by part'),
    }),
    keep: createRoute({
      method: 'put',
      ...{ path, ...shared },
      summary: 'Begin the problem profile, or change its title and marking',
      description: 'A draft that is begun is filled in from what is recorded.',
      request: { params, ...jsonBody(Head) },
      responses: answers(Profile, 'As it is now'),
    }),
    fill: createRoute({
      method: 'post',
      path: `${path}/fill`,
      ...shared,
      summary: 'Fill parts in again from what is recorded now',
      description: 'What people wrote stays. Without parts named, all are filled in.',
      request: {
        params,
        ...jsonBody(z.strictObject({ parts: z.array(ProfilePart).max(40) })),
      },
      responses: answers(Profile, 'As it is now'),
    }),
    write: createRoute({
      method: 'put',
      path: `${path}/part`,
      ...shared,
      summary: 'Write a part, and say what is decided about it',
      request: { params, ...jsonBody(Written) },
      responses: answers(z.object({ version: z.number() }), 'Kept'),
    }),
    issue: createRoute({
      method: 'post',
      path: `${path}/issues`,
      ...shared,
      summary: 'Issue the draft as a version, for good',
      request: {
        params,
        ...jsonBody(plain(z.strictObject({ note: z.string().trim().max(1000) }))),
      },
      responses: answers(z.object({ id: z.string(), number: z.number() }), 'The version'),
    }),
    draft: createRoute({
      method: 'get',
      path: `${path}/document`,
      ...shared,
      summary: 'The draft as a document',
      request: { params, query: z.object({ format: Format }) },
      responses: fileAnswers,
    }),
    issued: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/problem-profile-issues/{issue}',
      ...shared,
      summary: 'An issued version as a document',
      request: {
        params: z.object({ partnership: z.string(), issue: Id }),
        query: z.object({ format: Format }),
      },
      responses: fileAnswers,
    }),
  };
}

/** The problem profile: a draft that fills itself in, what people write, and versions that stay. */
export function problemProfileRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.page, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const page = await within(house.database, partner, (tx) => profileAt(tx, place));
      return page === null ? refuse(c, 404, [problem('not-found')]) : c.json(page, 200);
    })
    .openapi(route.keep, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const at = { partnership: partner.partnership, place: c.req.valid('param').place };
      const head = c.req.valid('json');
      const now = house.ports.clock.now();
      const done = await within(house.database, partner, async (tx) => {
        if (!(await knownPlace(tx, at.place))) return null;
        const before = await draftOf(tx, at.place);
        await keepDraft(tx, at, head);
        const stale = before === null ? ProfilePart.options : (['handling'] as const);
        if (before?.marking !== head.marking)
          await fill(tx, at, { marking: head.marking, parts: stale, now });
        return profileAt(tx, at.place);
      });
      return done === null ? refuse(c, 404, [problem('not-found')]) : c.json(done, 200);
    })
    .openapi(route.fill, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const at = { partnership: partner.partnership, place: c.req.valid('param').place };
      const { parts } = c.req.valid('json');
      const now = house.ports.clock.now();
      const done = await within(house.database, partner, async (tx) => {
        const draft = await draftOf(tx, at.place);
        if (draft === null) return null;
        const asked = parts.length === 0 ? ProfilePart.options : parts;
        await fill(tx, at, { marking: draft.marking, parts: asked, now });
        return profileAt(tx, at.place);
      });
      return done === null ? refuse(c, 404, [problem('not-found')]) : c.json(done, 200);
    })
    .openapi(route.write, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const change = c.req.valid('json');
      const told = careful.has(change.part) ? identifyingProblems({ written: change.written }) : [];
      if (told.length > 0) return refuse(c, 422, told);
      const done = await within(house.database, partner, async (tx) => {
        if ((await draftOf(tx, place)) === null) return refused(problem('not-found'));
        const version = await writePart(
          tx,
          { partnership: partner.partnership, place, document: 'problem-profile', edition: '' },
          { ...change, changedBy: partner.name, changedAt: house.ports.clock.now() },
        );
        return version === null ? refused(problem('changed-by-another')) : fine(version);
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ version: done.value }, 200);
    })
    .openapi(route.issue, async (c) => {
      const partner = c.get('partner');
      if (!mayIssueProfile(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const { note } = c.req.valid('json');
      const at = house.ports.clock.now();
      const done = await within(house.database, partner, async (tx) => {
        const number = await nextNumber(tx, place);
        const issue = { number, byName: partner.name, on: dayOf(at) };
        const document = await draftDocument(tx, { ...partner, place }, dayOf(at), issue);
        if (document === null) return refused(problem('not-found'));
        const id = await addIssue(tx, { ...partner, place }, { number, document, note, at });
        return fine({ id, number });
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    })
    .openapi(route.draft, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const { format } = c.req.valid('query');
      const today = dayOf(house.ports.clock.now());
      const document = await within(house.database, partner, (tx) =>
        draftDocument(tx, { partnership: partner.partnership, place }, today),
      );
      if (document === null) return refuse(c, 404, [problem('not-found')]);
      const name = fileName({ ...document, what: 'problem-profile-draft' }, format);
      return serve(c, await written(document, format), { format, name });
    })
    .openapi(route.issued, async (c) => {
      const { issue } = c.req.valid('param');
      const { format } = c.req.valid('query');
      const document = await within(house.database, c.get('partner'), (tx) =>
        issuedDocument(tx, issue),
      );
      if (document === null) return refuse(c, 404, [problem('not-found')]);
      const name = fileName({ ...document, what: 'problem-profile' }, format);
      return serve(c, await written(document, format), { format, name });
    });
}

/** Parts about people: a text that could lead to one person is refused. [SV-2] */
const careful: ReadonlySet<ProfilePart> = new Set(['people', 'survivors', 'by-type']);
