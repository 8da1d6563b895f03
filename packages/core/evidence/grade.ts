import { z } from 'zod';

// Scales by which people judge how far a study, an outcome, a programme or a review can be trusted.

/** Maryland Scientific Methods Scale of a study, 0 (a model, no experiment) to 5 (a randomised trial). [EV-5] */
export const Maryland = z.int().min(0).max(5);

export const Letter = z.enum(['A', 'B', 'C', 'D']);
/** EPPI weight of evidence: how sound, how fit in design, how relevant; each high, medium or low. */
export const Weight = z.enum(['high', 'medium', 'low']);
export type Weight = z.infer<typeof Weight>;
export const WeightOfEvidence = z.strictObject({ a: Weight, b: Weight, c: Weight });
export type WeightOfEvidence = z.infer<typeof WeightOfEvidence>;

const weights: readonly Weight[] = ['low', 'medium', 'high'];

/**
 * The overall weight D out of A (soundness), B (design) and C (relevance): the middle of the three, but never above
 * soundness. An unsound study is not made weighty by being relevant. [EV-6]
 */
export function overallWeight({ a, b, c }: WeightOfEvidence): Weight {
  const [soundness, design, relevance] = [a, b, c].map((each) => weights.indexOf(each));
  const middle = [soundness, design, relevance].toSorted((x = 0, y = 0) => x - y)[1] ?? 0;
  return weights[Math.min(middle, soundness ?? 0)] ?? 'low';
}

export const GradeLevel = z.enum(['very-low', 'low', 'moderate', 'high']);
export type GradeLevel = z.infer<typeof GradeLevel>;

/** GRADE of one outcome across studies: where it starts, and by how much each reason moves it. */
export const Grade = z.strictObject({
  start: z.enum(['trials', 'observational']),
  riskOfBias: z.int().min(-2).max(0),
  inconsistency: z.int().min(-1).max(0),
  indirectness: z.int().min(-2).max(0),
  imprecision: z.int().min(-2).max(0),
  publicationBias: z.int().min(-1).max(0),
  largeEffect: z.int().min(0).max(2),
  doseResponse: z.int().min(0).max(1),
  confounding: z.int().min(0).max(1),
});
export type Grade = z.infer<typeof Grade>;

const grades = GradeLevel.options;

/**
 * The certainty of an outcome's evidence: trials start high and observational studies low, each reason moves it by
 * whole levels, and the result stays within very low to high. [EV-7]
 *
 * Source: GRADE working group, as restated in BMJ Open and Systematic Reviews 2020.
 */
export function gradeLevel({ start, ...moves }: Grade): GradeLevel {
  const from = grades.indexOf(start === 'trials' ? 'high' : 'low');
  const to = Object.values(moves).reduce((sum, each) => sum + each, from);
  return grades[Math.min(Math.max(to, 0), grades.length - 1)] ?? 'very-low';
}

export const Amstar = z.strictObject({
  criticalFlaws: z.int().min(0).max(7),
  otherWeaknesses: z.int().min(0).max(9),
});
export type Amstar = z.infer<typeof Amstar>;
export const AmstarLevel = z.enum(['critically-low', 'low', 'moderate', 'high']);
export type AmstarLevel = z.infer<typeof AmstarLevel>;

/**
 * Confidence in a systematic review out of its flaws in AMSTAR 2's sixteen items, seven of which are critical. [EV-8]
 *
 * Source: Shea et al., AMSTAR 2, BMJ 2017;358:j4008, box 3.
 */
export function amstarLevel({ criticalFlaws, otherWeaknesses }: Amstar): AmstarLevel {
  if (criticalFlaws > 1) return 'critically-low';
  if (criticalFlaws === 1) return 'low';
  return otherWeaknesses > 1 ? 'moderate' : 'high';
}

/** NESTA standards of evidence of a programme, 1 (a plausible account of change) to 5. Level 5's wording is UNVERIFIED. */
export const Nesta = z.int().min(1).max(5);

/** What the evidence says of an outcome, kept apart from how sure one may be. In the manner of CrimeSolutions. */
export const Verdict = z.enum([
  'effective',
  'promising',
  'mixed',
  'no-effect',
  'harmful',
  'unknown',
]);
export type Verdict = z.infer<typeof Verdict>;
