import { z } from '@hono/zod-openapi';
import { Answer, Confidence, Grade } from '@freehold/core/review';
import { Card, Scale } from './cards.ts';

export const KeptFile = z
  .object({ id: z.string(), name: z.string(), type: z.string(), size: z.number() })
  .openapi('EvidenceFile');

/** An answer as a rater typed it. `answer: null` takes it back; the comment may stay. */
export const Typed = z
  .strictObject({
    answer: Answer.nullable(),
    grade: Grade.nullable(),
    confidence: Confidence.nullable(),
    comment: z.string().max(4000),
    link: z.string().trim().max(1000),
    typedAt: z.iso.datetime(),
  })
  .openapi('TypedRating');

/** A rater's own answer as it is kept. `savedAt` is null where there are only files so far. */
export const OwnRating = z
  .object({
    indicator: z.string(),
    answer: Answer.nullable(),
    grade: Grade.nullable(),
    confidence: Confidence.nullable(),
    comment: z.string(),
    link: z.string(),
    files: z.array(KeptFile),
    savedAt: z.iso.datetime().nullable(),
  })
  .openapi('OwnRating');
export type OwnRating = z.infer<typeof OwnRating>;

/** What is kept after a save: the answer that was sent, or a newer one. */
export const Saved = OwnRating.omit({ files: true })
  .extend({ typedAt: z.iso.datetime(), savedAt: z.iso.datetime() })
  .openapi('SavedRating');

/** All that a rater's link opens. */
export const RatePage = z
  .object({
    review: z.object({
      title: z.string(),
      state: z.enum(['draft', 'rating', 'agreeing', 'validated', 'published']),
      closesOn: z.string().nullable(),
    }),
    place: z.object({ name: z.string() }),
    partnership: z.object({ name: z.string(), madeUp: z.boolean() }),
    rater: z.object({
      agency: z.string(),
      roleTitle: z.string(),
      name: z.string(),
      finishedAt: z.iso.datetime().nullable(),
    }),
    answers: z.enum(['scale', 'all-some-none']),
    scale: Scale,
    cards: z.array(Card),
    ratings: z.array(OwnRating),
  })
  .openapi('RatePage');
