import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound, mayKeepRecord } from '@freehold/core/access';
import { Answers, assessed, AssessmentResult, AssessmentRule } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { addAssessment, assessmentsOf, refer } from './assessment-store.ts';
import { Named, shown } from './cycle-shapes.ts';
import { linkFault } from './links.ts';
import { settingOf } from './setting-store.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Forced-labour assessments'];
const Linked = z.uuid().nullable();

const NewAssessment = plain(
  z.strictObject({
    title: z.string().trim().min(1).max(300),
    ...{ supplier: Linked, site: Linked, incident: Linked },
    answers: Answers,
    madeOn: z.iso.date(),
  }),
);
/** Where it was referred to and when; null takes that back. */
const Referral = plain(
  z.strictObject({
    referredOn: z.iso.date().nullable(),
    referredTo: z.string().trim().max(300),
  }),
);

const Assessment = z
  .object({
    id: z.string(),
    title: z.string(),
    supplier: Named.nullable(),
    site: Named.nullable(),
    incident: z.string().nullable(),
    answers: Answers,
    rule: AssessmentRule,
    result: AssessmentResult,
    madeOn: z.string(),
    referredOn: z.string().nullable(),
    referredTo: z.string(),
    byName: z.string(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('ForcedLabourAssessment');

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/forced-labour-assessments',
      summary: 'Assessments of places of work, the newest first: prompts, never verdicts',
      ...shared,
      request: { params: partnership },
      responses: answers(z.object({ assessments: z.array(Assessment) }), 'All of them'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/forced-labour-assessments',
      summary: 'Answer the eleven indicators; the rule of the day says what to do next',
      ...shared,
      request: { params: partnership, ...jsonBody(NewAssessment) },
      responses: answers(Assessment, 'The assessment with its prompt'),
    }),
    refer: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/forced-labour-assessments/{assessment}/referral',
      summary: 'Say where it was referred to and when',
      ...shared,
      request: { params: partnership.extend({ assessment: Id }), ...jsonBody(Referral) },
      responses: answers(Referral, 'Kept'),
    }),
  };
}

export function assessmentRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      if (!mayFollowRound(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const found = await within(house.database, partner, (tx) => assessmentsOf(tx, null));
      return c.json({ assessments: found.map(shown) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const fault = await linkFault(tx, fields);
        if (fault !== null) return fault;
        const rule = (await settingOf(tx)).setting.assessment;
        const id = await addAssessment(tx, handOf(house, partner), {
          ...{ ...fields, rule, result: assessed(fields.answers, rule) },
        });
        return (await assessmentsOf(tx, id))[0] ?? problem('not-found');
      });
      return 'code' in done ? refuse(c, statusOf([done]), [done]) : c.json(shown(done), 200);
    })
    .openapi(route.refer, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepRecord(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { assessment } = c.req.valid('param');
      const referral = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        refer(tx, assessment, referral, house.ports.clock.now()),
      );
      return done ? c.json(referral, 200) : refuse(c, 404, [problem('not-found')]);
    });
}
