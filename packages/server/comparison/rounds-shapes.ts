import { z } from '@hono/zod-openapi';
import { CannotCompare, Told } from '@freehold/core/comparison';
import { Id } from '@freehold/core/id';

const Figure = z.number().nullable();

/** A topic's score with its interval, or why it has none. */
export const RoundScore = z.object({ score: Figure, low: Figure, high: Figure });

export const ComparedRound = z.object({
  review: Id,
  title: z.string(),
  round: z.number(),
  at: z.iso.datetime(),
  framework: z.object({ title: z.string(), version: z.number() }),
  profile: z.string(),
  agencies: z.number(),
  raters: z.number(),
});

const Question = z.object({ code: z.string(), title: z.string() });
export const TouchingAction = z.object({ id: Id, title: z.string(), status: z.string() });

export const TopicCompared = z
  .object({
    code: z.string(),
    title: z.string(),
    level: z.string(),
    before: RoundScore.nullable(),
    after: RoundScore.nullable(),
    change: z.object({ value: z.number(), low: Figure, high: Figure }).nullable(),
    verdict: z.enum([...Told, 'cannot-compare', 'no-score']),
    because: z.enum(CannotCompare).nullable(),
    differing: z.array(Question),
    /** On how many questions, where the rounds did not ask the same ones. */
    common: z.number().nullable(),
    actions: z.array(TouchingAction),
    /** The score in each round, in the rounds' order; null where there was none. */
    course: z.array(RoundScore.nullable()),
  })
  .openapi('TopicCompared');

export const RoundsCompared = z
  .object({
    place: z.object({ id: Id, name: z.string() }),
    /** Rounds whose scores stand, in order. */
    rounds: z.array(ComparedRound),
    from: Id.nullable(),
    to: Id.nullable(),
    levels: z.array(z.object({ code: z.string(), title: z.string() })),
    topics: z.array(TopicCompared),
  })
  .openapi('RoundsCompared');
export type RoundsCompared = z.infer<typeof RoundsCompared>;
