import { z } from 'zod';
import { Verdict } from './grade.ts';
import { usualRule } from './graded.ts';

export const Stance = z.enum(['supports', 'contradicts', 'qualifies']);
export type Stance = z.infer<typeof Stance>;

export const Confidence = z.enum(['untested', 'very-low', 'low', 'moderate', 'high']);
export type Confidence = z.infer<typeof Confidence>;

/** The numbers of the rule for a claim's confidence; a register may set others, and says which it used. */
export const ConfidenceRule = z.strictObject({
  /** The least place on the Maryland scale at which a study counts as strong. */
  strongFrom: z.int().min(0).max(5).default(usualRule.strongFrom),
  /** This many studies, none of them strong, are needed for "low". */
  manyWeak: z.int().min(1).default(usualRule.manyWeak),
  moderateStudies: z.int().min(1).default(usualRule.moderateStudies),
  moderateShare: z.number().min(0).max(1).default(usualRule.moderateShare),
  highStudies: z.int().min(1).default(usualRule.highStudies),
  highShare: z.number().min(0).max(1).default(usualRule.highShare),
  highContexts: z.int().min(1).default(usualRule.highContexts),
});
export type ConfidenceRule = z.infer<typeof ConfidenceRule>;

export const ClaimLink = z.strictObject({
  study: z.string().trim().min(1).max(80),
  stance: Stance,
  note: z.string().trim().max(2000).default(''),
});
export type ClaimLink = z.infer<typeof ClaimLink>;

const codes = z.array(z.string().trim().min(1).max(80)).max(100).default([]);

/** A short statement that evidence is judged by; the unit of a policy guide. */
export const Claim = z.strictObject({
  id: z.string().trim().min(1).max(80),
  statement: z.string().trim().min(1).max(2000),
  theme: z.string().trim().max(200).default(''),
  subTheme: z.string().trim().max(200).default(''),
  crisis: z.string().trim().max(80).default(''),
  scope: z.string().trim().max(1000).default(''),
  status: z
    .enum(['draft', 'in-assessment', 'consultation', 'published', 'superseded'])
    .default('draft'),
  version: z.int().min(1).default(1),
  owner: z.string().trim().max(200).default(''),
  lastReviewOn: z.iso.date().nullable().default(null),
  reviewBy: z.iso.date().nullable().default(null),
  links: z.array(ClaimLink).max(2000).default([]),
  /** What people decided against the rule, with their names and reasons. */
  override: z
    .strictObject({
      confidence: Confidence,
      by: z.string().trim().min(1).max(200),
      reason: z.string().trim().min(1).max(2000),
      on: z.iso.date().nullable().default(null),
    })
    .nullable()
    .default(null),
  verdict: Verdict.nullable().default(null),
  /** What the claim is about: codes of intervention types, of pathways, and of a framework's topics. */
  types: codes,
  pathways: codes,
  topics: codes,
});
export type Claim = z.infer<typeof Claim>;
