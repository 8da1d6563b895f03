import { z } from 'zod';

/** What a rater can answer: a point of the scale, "not applicable", or "don't know". */
export const Answer = z.enum(['0', '1', '2', '3', '4', 'na', 'dk']);
export type Answer = z.infer<typeof Answer>;

/** A independent or official data, B partner records, C workshop agreement, D single opinion. */
export const Grade = z.enum(['A', 'B', 'C', 'D']);
export type Grade = z.infer<typeof Grade>;

export const Confidence = z.enum(['low', 'medium', 'high']);
export type Confidence = z.infer<typeof Confidence>;

/** One rater's answer to one indicator, given for an agency. */
export const Rating = z.strictObject({
  rater: z.string().min(1).max(200),
  agency: z.string().min(1).max(200),
  indicator: z.string().min(1).max(40),
  answer: Answer,
  grade: Grade.nullable(),
  confidence: Confidence.nullable(),
});
export type Rating = z.infer<typeof Rating>;

/** What the agencies agreed on for one indicator. It stands beside the ratings and never replaces them. */
export const Agreed = z.strictObject({
  indicator: z.string().min(1).max(40),
  answer: Answer,
  rationale: z.string().max(4000),
  dissent: z.string().max(4000),
});
export type Agreed = z.infer<typeof Agreed>;
