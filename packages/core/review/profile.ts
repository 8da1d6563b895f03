import { z } from 'zod';
import { Direction, Kind } from '../framework/index.ts';

const Tally = z.int().min(0);
const ZeroToOne = z.number().min(0).max(1);
const ZeroToFour = z.number().min(0).max(4);

/** How many ratings of 0 to 4 rest on each evidence grade; `none` where no grade was given. */
export const GradeCounts = z.strictObject({ A: Tally, B: Tally, C: Tally, D: Tally, none: Tally });
export type GradeCounts = Readonly<z.infer<typeof GradeCounts>>;

/** Where an indicator's score came from. */
export const Basis = z.enum(['agreed', 'ratings', 'measured', 'none']);
export type Basis = z.infer<typeof Basis>;

/**
 * One indicator of a reviewed place. Scores run 0 to 4; shares 0 to 1; null where there is no answer.
 *
 * Means, medians and quartiles are over agencies; an agency's several raters are averaged first. `spread` is
 * the greatest agency's value less the least; `disagreement` is 0 to 1 and null under two agencies.
 * `raters` gave 0 to 4. Not `applicable`: everybody, or the agreement, says that it does not apply here.
 */
export const IndicatorScore = z
  .strictObject({
    code: z.string(),
    topic: z.string(),
    title: z.string(),
    kind: Kind,
    direction: Direction,
    weight: z.number(),
    basis: Basis,
    applicable: z.boolean(),
    score: ZeroToFour.nullable(),
    mean: ZeroToFour.nullable(),
    median: ZeroToFour.nullable(),
    quartiles: z.tuple([ZeroToFour, ZeroToFour]).readonly().nullable(),
    spread: ZeroToFour.nullable(),
    withinOneStep: ZeroToOne.nullable(),
    disagreement: ZeroToOne.nullable(),
    agencies: Tally,
    raters: Tally,
    notApplicable: Tally,
    dontKnow: Tally,
    coverage: ZeroToOne,
    measuredScore: ZeroToFour.nullable(),
    agreedScore: ZeroToFour.nullable(),
    grades: GradeCounts,
    /** Its ratings are too few to be shown; its figures are null and its answers uncounted. */
    held: z.boolean().optional(),
  })
  .readonly();
export type IndicatorScore = z.infer<typeof IndicatorScore>;

/** Why a topic has no score: too little answered, a level that is not averaged, nothing that counts, too few to show. */
export const NoScore = z.enum(['low-coverage', 'not-averaged', 'nothing-applicable', 'held-back']);
export type NoScore = z.infer<typeof NoScore>;
/** Why a score has no interval: the interval comes from the agencies' disagreement. */
export const NoInterval = z.enum(['few-agencies', 'no-score']);
export type NoInterval = z.infer<typeof NoInterval>;

/** One topic. `raters` and `agencies` gave at least one 0 to 4 in it; context indicators are in no number here. */
export const TopicScore = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    level: z.string(),
    score: ZeroToFour.nullable(),
    low: ZeroToFour.nullable(),
    high: ZeroToFour.nullable(),
    coverage: ZeroToOne,
    raters: Tally,
    agencies: Tally,
    answered: Tally,
    applicable: Tally,
    alpha: z.number().max(1).nullable(),
    grades: GradeCounts,
    noScore: NoScore.nullable(),
    noInterval: NoInterval.nullable(),
  })
  .readonly();
export type TopicScore = z.infer<typeof TopicScore>;

export const LevelScore = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    averaged: z.boolean(),
    topics: z.array(z.string()).readonly(),
    score: ZeroToFour.nullable(),
    low: ZeroToFour.nullable(),
    high: ZeroToFour.nullable(),
    coverage: ZeroToOne,
    /** One of its topics is held back, which the others would give away. */
    held: z.boolean().optional(),
  })
  .readonly();
export type LevelScore = z.infer<typeof LevelScore>;

/** How a profile was worked out; with the same input it gives the same profile again. */
export const ReviewRecipe = z
  .strictObject({
    method: z.literal('freehold-review/1'),
    framework: z.strictObject({ code: z.string(), version: z.int() }).readonly(),
    profile: z.string(),
    leastCoverage: ZeroToOne,
    leastAgencies: Tally,
    interval: z.strictObject({ level: ZeroToOne, draws: Tally, seed: Tally }).readonly(),
    measured: z
      .array(
        z
          .strictObject({
            indicator: z.string(),
            by: z.enum(['quintile', 'bands']),
            value: z.number(),
            period: z.string(),
            group: Tally,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type ReviewRecipe = z.infer<typeof ReviewRecipe>;

/** A place's review as scores: a profile, not one number. */
export const ReviewProfile = z
  .strictObject({
    framework: z
      .strictObject({
        code: z.string(),
        version: z.int(),
        title: z.string(),
        statement: z.string(),
      })
      .readonly(),
    levels: z.array(LevelScore).readonly(),
    topics: z.array(TopicScore).readonly(),
    indicators: z.array(IndicatorScore).readonly(),
    agencies: z.array(z.string()).readonly(),
    raters: Tally,
    recipe: ReviewRecipe,
  })
  .readonly();
export type ReviewProfile = z.infer<typeof ReviewProfile>;
