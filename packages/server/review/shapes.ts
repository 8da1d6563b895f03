import { z } from '@hono/zod-openapi';
import { Direction, Kind } from '@freehold/core/framework';
import { Id } from '@freehold/core/id';
import { Answer, Blocked, Confidence, Grade, ReviewState } from '@freehold/core/review';
import { KeptFile } from '../rate/shapes.ts';
import { Comparison } from './comparison.ts';

const At = z.iso.datetime();
const NamedPlace = z.object({ id: z.string(), name: z.string() });

export const NewReview = z
  .strictObject({
    place: Id,
    frameworkVersion: Id,
    profile: z.string().min(1).max(40),
    title: z.string().trim().min(1).max(200),
    closesOn: z.iso.date().nullable(),
    comparison: Comparison,
  })
  .openapi('NewReview');

export const ReviewSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    place: NamedPlace,
    state: ReviewState,
    round: z.number(),
    profile: z.string(),
    profileTitle: z.string(),
    frameworkTitle: z.string(),
    ratersInvited: z.number(),
    ratersFinished: z.number(),
    closesOn: z.iso.date().nullable(),
    madeAt: At,
  })
  .openapi('ReviewSummary');

/** `context`: it is shown and never averaged. `asked`: people answer it; the others take their value from data. */
export const AskedIndicator = z
  .object({
    code: z.string(),
    title: z.string(),
    question: z.string(),
    help: z.string(),
    kind: Kind,
    direction: Direction,
    unit: z.string(),
    anchors: z.array(z.string()),
    context: z.boolean(),
    asked: z.boolean(),
  })
  .openapi('AskedIndicator');

/** `answered` is a count: before the round closes nobody sees more. `email` is the co-ordinator's to see. */
export const Rater = z
  .object({
    id: z.string(),
    agency: z.string(),
    roleTitle: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    invitedAt: At,
    openedAt: At.nullable(),
    finishedAt: At.nullable(),
    answered: z.number(),
  })
  .openapi('Rater');

export const ReviewPage = z
  .object({
    review: z.object({
      id: z.string(),
      title: z.string(),
      state: ReviewState,
      round: z.number(),
      closesOn: z.iso.date().nullable(),
      madeAt: At,
      comparison: Comparison,
    }),
    place: NamedPlace,
    framework: z.object({
      id: z.string(),
      title: z.string(),
      version: z.number(),
      statement: z.string(),
    }),
    profile: z.object({ code: z.string(), title: z.string() }),
    levels: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        help: z.string(),
        averaged: z.boolean(),
        topics: z.array(
          z.object({
            code: z.string(),
            title: z.string(),
            help: z.string(),
            indicators: z.array(AskedIndicator),
          }),
        ),
      }),
    ),
    raters: z.array(Rater),
    asked: z.number(),
    steps: z.array(
      z.object({
        from: ReviewState,
        to: ReviewState,
        byName: z.string(),
        at: At,
        note: z.string(),
      }),
    ),
    moves: z.array(
      z.object({ to: ReviewState, allowed: z.boolean(), blockedBy: Blocked.nullable() }),
    ),
    mayCoordinate: z.boolean(),
  })
  .openapi('ReviewPage');

export const AgreedScore = z
  .object({
    answer: Answer,
    rationale: z.string(),
    dissent: z.string(),
    byName: z.string(),
    at: At,
  })
  .openapi('AgreedScore');

/** A value from data beside the ratings; without a score where it is context or its group is too small. */
export const MeasuredBeside = z
  .object({
    score: z.number().nullable(),
    by: z.enum(['quintile', 'bands']).nullable(),
    value: z.number(),
    period: z.string(),
    title: z.string(),
    unit: z.string(),
    placeName: z.string(),
    source: z.string(),
  })
  .openapi('MeasuredBeside');

export const AgreeingIndicator = z
  .object({
    code: z.string(),
    title: z.string(),
    question: z.string(),
    anchors: z.array(z.string()),
    kind: Kind,
    direction: Direction,
    ratings: z.array(
      z.object({
        agency: z.string(),
        roleTitle: z.string(),
        answer: Answer,
        grade: Grade.nullable(),
        confidence: Confidence.nullable(),
        comment: z.string(),
        link: z.string(),
        files: z.array(KeptFile),
      }),
    ),
    median: z.number().nullable(),
    quartiles: z.tuple([z.number(), z.number()]).readonly().nullable(),
    withinOneStep: z.number().nullable(),
    spread: z.number().nullable(),
    disagreement: z.number().nullable(),
    /** Too few agencies rated for more than that to be shown. Counts are then null. */
    held: z.boolean(),
    agencies: z.number(),
    dontKnow: z.number().nullable(),
    notApplicable: z.number().nullable(),
    measured: MeasuredBeside.nullable(),
    agreed: AgreedScore.nullable(),
  })
  .openapi('AgreeingIndicator');
export type AgreeingIndicator = z.infer<typeof AgreeingIndicator>;

/**
 * Indicators stand by disagreement, the most disputed first. `single`: the asker sees each rating; else `ratings`
 * is empty, and figures are there where `leastTogether` agencies or more rated.
 */
export const AgreeingPage = z
  .object({
    single: z.boolean(),
    leastTogether: z.number(),
    topics: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        level: z.string(),
        alpha: z.number().nullable(),
        indicators: z.array(AgreeingIndicator),
      }),
    ),
    agreedCount: z.number(),
    total: z.number(),
  })
  .openapi('AgreeingPage');
