import { createRoute, z } from '@hono/zod-openapi';
import { mayJudgeEvidence, mayKeepEvidence } from '@freehold/core/access';
import { Given, GradeScale, kappa, levelOf } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { giveGrade, gradesOf, settleGrade, type On } from './grade-store.ts';
import { studiesOf } from './known.ts';

const tags = ['Evidence'];
const partnership = z.object({ partnership: z.string() });
const on = { scale: GradeScale, outcome: z.string().trim().max(80).default('') };
const Standing = z.object({ state: z.enum(['none', 'one', 'agreed', 'differ', 'settled']) });

function declared(house: House) {
  const middleware = partnerOnly(house);
  const atStudy = partnership.extend({ study: Id });
  return {
    give: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/studies/{study}/grade',
      summary: 'Grade a study on one scale, or take one’s grade back',
      ...{ tags, middleware },
      request: {
        params: atStudy,
        ...jsonBody(
          plain(
            z.strictObject({ ...on, given: Given.nullable(), note: z.string().trim().max(2000) }),
          ),
        ),
      },
      responses: answers(Standing, 'What stands now'),
    }),
    settle: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/studies/{study}/settled-grade',
      summary: 'Settle a scale of a study with a reason, or let the raters’ grades speak again',
      ...{ tags, middleware },
      request: {
        params: atStudy,
        ...jsonBody(
          plain(
            z.strictObject({
              ...{ ...on, given: Given.nullable() },
              reason: z.string().trim().min(1).max(2000),
            }),
          ),
        ),
      },
      responses: answers(Standing, 'What stands now'),
    }),
    agreement: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/grading-agreement',
      summary: 'How far two raters agree beyond chance, by scale, and where they differ',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(
        z.object({
          scales: z.array(
            z.object({
              scale: GradeScale,
              n: z.number(),
              agreed: z.number(),
              kappa: z.number().nullable(),
              low: z.number().nullable(),
              high: z.number().nullable(),
            }),
          ),
        }),
        'Cohen’s kappa of the first two raters of each study',
      ),
    }),
  };
}

/** Grading: what people give, what they settle, and how far they agree. */
export function gradeRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.give, async (c) => {
      const partner = c.get('partner');
      if (!mayJudgeEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { study } = c.req.valid('param');
      const { given, note, scale, outcome } = c.req.valid('json');
      const at = { study, scale, outcome };
      const done = await within(house.database, partner, async (tx) => {
        const wrong = await misfit(tx, at, given);
        if (wrong !== null) return wrong;
        return giveGrade(tx, partner, at, { given, note, now: house.ports.clock.now() });
      });
      if ('code' in done) return refuse(c, statusOf([done]), [done]);
      return c.json({ state: done.state }, 200);
    })
    .openapi(route.settle, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { study } = c.req.valid('param');
      const { given, reason, scale, outcome } = c.req.valid('json');
      const at = { study, scale, outcome };
      const done = await within(house.database, partner, async (tx) => {
        const wrong = await misfit(tx, at, given);
        if (wrong !== null) return wrong;
        return settleGrade(tx, partner, at, { given, reason, now: house.ports.clock.now() });
      });
      if ('code' in done) return refuse(c, statusOf([done]), [done]);
      return c.json({ state: done.state }, 200);
    })
    .openapi(route.agreement, async (c) => {
      const grades = await within(house.database, c.get('partner'), async (tx) => {
        const rows = await tx.selectFrom('evidence_grade').select('study_id').distinct().execute();
        return gradesOf(
          tx,
          rows.map(({ study_id: id }) => id),
        );
      });
      const scales = GradeScale.options.map((scale) => ({
        scale,
        ...kappa(pairsOf(grades.filter((each) => each.scale === scale))),
      }));
      return c.json({ scales }, 200);
    });
}

/** What the first two raters came to, wherever there are two. */
function pairsOf(
  grades: Awaited<ReturnType<typeof gradesOf>>,
): readonly (readonly [string, string])[] {
  const things = new Map<string, string[]>();
  for (const { study, outcome, given } of grades) {
    const key = `${study} ${outcome}`;
    things.set(key, [...(things.get(key) ?? []), levelOf(given)]);
  }
  return [...things.values()].flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [[first, second] as const],
  );
}

/** A grade is of a study that is there, on the scale that is named and, for GRADE, of an outcome that it has. */
async function misfit(
  tx: Work,
  { study, scale, outcome }: On,
  given: Given | null,
): Promise<Problem | null> {
  const [found] = await studiesOf(tx, [study]);
  if (found === undefined) return problem('not-found');
  const has = found.findings.some((each) => each.outcome === outcome);
  if (scale === 'grade' ? !has : outcome !== '')
    return problem('outcome-unknown', { outcome }, { path: 'outcome' });
  const fits =
    given === null ||
    (given.scale === scale && (given.scale !== 'grade' || given.outcome === outcome));
  return fits ? null : problem('scale-differs', { scale }, { path: 'given' });
}
