import { z } from 'zod';
import {
  Amstar,
  amstarLevel,
  Grade,
  gradeLevel,
  Maryland,
  Nesta,
  overallWeight,
  Verdict,
  WeightOfEvidence,
} from './grade.ts';
import type { Study } from './study.ts';

/** What a person gives a study on one scale; GRADE belongs to one of the study's outcomes. */
export const Given = z.discriminatedUnion('scale', [
  z.strictObject({ scale: z.literal('maryland'), value: Maryland }),
  z.strictObject({ scale: z.literal('weight'), value: WeightOfEvidence }),
  z.strictObject({
    scale: z.literal('grade'),
    outcome: z.string().trim().min(1).max(80),
    value: Grade,
  }),
  z.strictObject({ scale: z.literal('nesta'), value: Nesta }),
  z.strictObject({ scale: z.literal('amstar'), value: Amstar }),
  z.strictObject({ scale: z.literal('verdict'), value: Verdict }),
]);
export type Given = z.infer<typeof Given>;
export const GradeScale = z.enum(['maryland', 'weight', 'grade', 'nesta', 'amstar', 'verdict']);
export type GradeScale = z.infer<typeof GradeScale>;

/** One rater's grade: what was given, and by whom. */
export type RaterGrade = { readonly given: Given; readonly by: string };
export type GradeStanding = {
  readonly state: 'none' | 'one' | 'agreed' | 'differ' | 'settled';
  /** What counts; null where nobody graded, or raters differ and nobody has settled it. */
  readonly stands: Given | null;
};

/** What a grade comes to in one word or number: what two raters are compared by. */
export function levelOf(given: Given): string {
  switch (given.scale) {
    case 'weight':
      return overallWeight(given.value);
    case 'grade':
      return gradeLevel(given.value);
    case 'amstar':
      return amstarLevel(given.value);
    default:
      return String(given.value);
  }
}

/**
 * What stands of the grades that people gave one study on one scale, in the order they were given. [EV-14]
 *
 * One rater's grade stands until a second one speaks. Raters who come to the same level agree, and the first one's
 * grade stands; where they differ nothing stands, so nothing is concluded from it, until a person settles it with a
 * reason. What is settled stands whatever is graded later.
 */
export function standingGrade(grades: readonly RaterGrade[], settled: Given | null): GradeStanding {
  if (settled !== null) return { state: 'settled', stands: settled };
  const [first] = grades;
  if (first === undefined) return { state: 'none', stands: null };
  if (grades.length === 1) return { state: 'one', stands: first.given };
  const levels = new Set(grades.map(({ given }) => levelOf(given)));
  return levels.size === 1
    ? { state: 'agreed', stands: first.given }
    : { state: 'differ', stands: null };
}

/**
 * A study with what stands on one scale, or without a grade there. A GRADE whose outcome the study does not have
 * changes nothing.
 */
export function withGrade(
  study: Study,
  { scale, outcome }: { readonly scale: GradeScale; readonly outcome: string },
  stands: Given | null,
): Study {
  switch (scale) {
    case 'maryland':
      return { ...study, sms: stands?.scale === scale ? stands.value : null };
    case 'weight':
      return { ...study, weight: stands?.scale === scale ? stands.value : null };
    case 'nesta':
      return { ...study, nesta: stands?.scale === scale ? stands.value : null };
    case 'amstar':
      return { ...study, amstar: stands?.scale === scale ? stands.value : null };
    case 'verdict':
      return { ...study, verdict: stands?.scale === scale ? stands.value : null };
    case 'grade': {
      const grade = stands?.scale === 'grade' ? stands.value : null;
      return {
        ...study,
        findings: study.findings.map((each) =>
          each.outcome === outcome ? { ...each, grade } : each,
        ),
      };
    }
  }
}
