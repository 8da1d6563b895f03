import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { Finding, Reference, Stance, Study } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { shownGrades, ShownGrades } from './grade-shapes.ts';
import { studiesOf } from './known.ts';
import { StudyPage, StudyQuery, studyPage } from './study-list.ts';
import { addStudy, changeStudy, removeStudy } from './study-store.ts';

const partnership = z.object({ partnership: z.string() });
const atStudy = partnership.extend({ study: Id });
const tags = ['Evidence'];

/** A study as a person writes it; grades are given apart. */
export const WrittenStudy = plain(
  Study.omit({
    ...{ id: true, sms: true, weight: true, nesta: true, amstar: true, verdict: true },
    origin: true,
  }).extend({
    source: Id.nullable().default(null),
    findings: z.array(Finding).max(200).default([]),
  }),
).openapi('WrittenStudy');

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/studies',
      summary: 'Studies of the register, a page at a time, with what they can be narrowed by',
      ...{ tags, middleware },
      request: { params: partnership, query: StudyQuery },
      responses: answers(StudyPage, 'One page of studies'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/studies',
      summary: 'Add a study',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(WrittenStudy) },
      responses: answers(z.object({ id: z.string() }), 'The study’s id'),
    }),
    one: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/studies/{study}',
      summary: 'A study with its grades, its publication and the claims that rest on it',
      ...{ tags, middleware },
      request: { params: atStudy },
      responses: answers(
        z.object({
          study: Study,
          reference: Reference.nullable(),
          grades: ShownGrades,
          claims: z.array(z.object({ id: z.string(), statement: z.string(), stance: Stance })),
        }),
        'The study',
      ),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/studies/{study}',
      summary: 'Change a study; its grades stay',
      ...{ tags, middleware },
      request: { params: atStudy, ...jsonBody(WrittenStudy) },
      responses: answers(z.object({ id: z.string() }), 'The study’s id'),
    }),
    remove: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/studies/{study}/removed',
      summary: 'Take a study away, or bring it back',
      ...{ tags, middleware },
      request: { params: atStudy, ...jsonBody(z.strictObject({ removed: z.boolean() })) },
      responses: answers(z.object({ removed: z.boolean() }), 'Whether it is taken away'),
    }),
  };
}

/** Studies: what was found, where, how, and by whom it was graded. */
export function studyRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const studies = await within(house.database, c.get('partner'), (tx) => studiesOf(tx));
      return c.json(studyPage(studies, c.req.valid('query')), 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const done = await within(house.database, partner, (tx) =>
        addStudy(tx, partner, c.req.valid('json')),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    })
    .openapi(route.one, async (c) => {
      const { study: id } = c.req.valid('param');
      const partner = c.get('partner');
      const found = await within(house.database, partner, async (tx) => {
        const [study] = await studiesOf(tx, [id]);
        if (study === undefined) return null;
        const grades = await shownGrades(tx, study, partner.person);
        return {
          ...{ study, grades, reference: await referenceOf(tx, study.source) },
          claims: await claimsOn(tx, id),
        };
      });
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { study: id } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        changeStudy(tx, partner, id, c.req.valid('json'), house.ports.clock.now()),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { study: id } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const found = await within(house.database, partner, (tx) =>
        removeStudy(tx, partner, { id, removed, now: house.ports.clock.now() }),
      );
      return found ? c.json({ removed }, 200) : refuse(c, 404, [problem('not-found')]);
    });
}

async function referenceOf(tx: Work, source: string | null) {
  if (source === null) return null;
  const row = await tx
    .selectFrom('evidence_source')
    .select('reference')
    .where('id', '=', source)
    .executeTakeFirst();
  return row === undefined ? null : Reference.parse(row.reference);
}

function claimsOn(tx: Work, study: string) {
  return tx
    .selectFrom('evidence_claim_study as link')
    .innerJoin('evidence_claim as claim', 'claim.id', 'link.claim_id')
    .select(['claim.id', 'claim.statement', 'link.stance'])
    .where('link.study_id', '=', study)
    .where('claim.removed_at', 'is', null)
    .orderBy('claim.statement')
    .execute();
}
