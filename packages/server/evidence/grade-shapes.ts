import { z } from '@hono/zod-openapi';
import { Given, GradeScale, standingGrade, type Study } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { gradesOf, settledOf } from './grade-store.ts';

/** What stands of a study on one scale, and who gave what. */
export const ShownGrades = z.array(
  z.object({
    scale: GradeScale,
    outcome: z.string(),
    state: z.enum(['none', 'one', 'agreed', 'differ', 'settled']),
    stands: Given.nullable(),
    raters: z.array(
      z.object({
        byName: z.string(),
        mine: z.boolean(),
        /** Null while the asker has not graded, so that a second opinion is one. */
        given: Given.nullable(),
        note: z.string(),
        at: z.iso.datetime(),
      }),
    ),
    settled: z
      .object({ byName: z.string(), reason: z.string(), given: Given, at: z.iso.datetime() })
      .nullable(),
  }),
);

/**
 * The grades of a study on every scale and outcome that anybody graded, as one asker may see them: a lone rater's
 * grade is hidden from everybody else who could still give the second. [EV-14]
 */
export async function shownGrades(
  tx: Work,
  study: Study,
  asker: string,
): Promise<z.infer<typeof ShownGrades>> {
  const grades = await gradesOf(tx, [study.id]);
  const settled = await settledOf(tx, study.id);
  const keys = new Map(
    [...grades, ...settled].map((each) => [`${each.scale} ${each.outcome}`, each]),
  );
  return [...keys.values()].map(({ scale, outcome }) => {
    const same = (each: { scale: GradeScale; outcome: string }) =>
      each.scale === scale && each.outcome === outcome;
    const given = grades.filter(same);
    const last = settled.find(same) ?? null;
    const { state, stands } = standingGrade(given, last?.given ?? null);
    const hidden =
      state === 'one' && !given.some(({ person }) => person === asker) && last === null;
    return {
      ...{ scale, outcome, state, stands: hidden ? null : stands },
      raters: given.map((each) => ({
        ...{ byName: each.by, mine: each.person === asker, at: each.at.toISOString() },
        ...{ given: hidden ? null : each.given, note: hidden ? '' : each.note },
      })),
      settled:
        last === null
          ? null
          : { byName: last.by, reason: last.reason, given: last.given, at: last.at.toISOString() },
    };
  });
}
