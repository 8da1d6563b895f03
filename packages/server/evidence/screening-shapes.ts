import { z } from '@hono/zod-openapi';
import {
  Decision,
  ScreeningReason,
  ScreeningReasons,
  ScreeningStage,
} from '@freehold/core/evidence';

const words = z.array(z.string().trim().min(1).max(60)).max(100);
const title = z.string().trim().min(1).max(200);

/** A batch holds no more than two people can go through in a few weeks. */
export const mostSources = 1000;

/** The two people who decide, told apart by their ids. */
const pair = { first: z.uuid(), second: z.uuid() };

export const NewBatch = z
  .strictObject({
    title,
    protocol: z.uuid().nullable(),
    ...pair,
    sources: z.array(z.uuid()).min(1).max(mostSources),
  })
  .openapi('NewScreeningBatch');

export const BatchChange = z
  .strictObject({
    ...{ title, protocol: z.uuid().nullable(), ...pair },
    ...{ reasons: ScreeningReasons, lookFor: words, lookOut: words },
  })
  .partial()
  .openapi('ScreeningBatchChange');

/** `person` is null where somebody's account is gone; what they decided went with it. */
const Screener = z.object({ person: z.string().nullable(), name: z.string() });

export const StageCounts = z
  .object({
    ...{ asked: z.number(), waiting: z.number(), half: z.number(), conflict: z.number() },
    ...{ included: z.number(), excluded: z.number() },
  })
  .openapi('ScreeningCounts');

const byStage = <S extends z.ZodType>(each: S) =>
  z.object({ 'title-abstract': each, 'full-text': each });

/** `mine` is how many the asker has yet to decide, by stage; null where they are not asked. */
export const Batch = z
  .object({
    id: z.string(),
    title: z.string(),
    screeners: z.tuple([Screener, Screener]),
    protocol: z.object({ id: z.string(), title: z.string() }).nullable(),
    reasons: z.array(ScreeningReason),
    ...{ lookFor: z.array(z.string()), lookOut: z.array(z.string()) },
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
    counts: byStage(StageCounts),
    mine: byStage(z.number()).nullable(),
  })
  .openapi('ScreeningBatch');

export const Agreement = z
  .object({
    ...{ n: z.number(), agreed: z.number() },
    ...{ kappa: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() },
  })
  .openapi('Agreement');

export const Flow = z
  .object({
    ...{ identified: z.number(), duplicates: z.number(), rejected: z.number() },
    ...{ screened: z.number(), excluded: z.number(), awaiting: z.number(), sought: z.number() },
    ...{ fullTextExcluded: z.number(), fullTextAwaiting: z.number(), included: z.number() },
    reasons: z.array(z.object({ reason: z.string(), n: z.number() })),
  })
  .openapi('PrismaFlow');

export const Standing = z.enum(['waiting', 'half', 'conflict', 'included', 'excluded']);

/** What a publication shows of itself in a list. */
const line = {
  ...{ source: z.string(), title: z.string(), authors: z.string() },
  ...{ year: z.number().nullable(), container: z.string() },
};

export const Unscreened = z
  .object({ ...line, label: z.enum(['included', 'excluded']).nullable() })
  .openapi('UnscreenedSource');

export const Result = z
  .object({ ...line, titleAbstract: Standing, fullText: Standing, reason: z.string() })
  .openapi('ScreeningResult');

const text = { abstract: z.string(), doi: z.string(), url: z.string() };

/** One publication as its screener sees it: with their own decision, and nothing of the other one's. */
export const Card = z
  .object({
    ...line,
    ...text,
    keywords: z.array(z.string()),
    decision: Decision.nullable(),
    reason: z.string(),
    typedAt: z.iso.datetime().nullable(),
    /** False once both have decided and may know it. */
    open: z.boolean(),
  })
  .openapi('ScreeningCard');

export const NewDecision = z
  .strictObject({
    stage: ScreeningStage,
    decision: Decision.nullable(),
    reason: z.string().max(40),
    typedAt: z.iso.datetime(),
  })
  .openapi('NewScreeningDecision');

export const Saved = z
  .object({ savedAt: z.iso.datetime(), typedAt: z.iso.datetime() })
  .openapi('ScreeningSaved');

export const Conflict = z
  .object({
    ...line,
    ...text,
    stage: ScreeningStage,
    decisions: z.array(z.object({ name: z.string(), decision: Decision, reason: z.string() })),
    settled: z
      .object({
        ...{ decision: z.enum(['include', 'exclude']), reason: z.string(), note: z.string() },
        ...{ byName: z.string(), at: z.iso.datetime() },
      })
      .nullable(),
  })
  .openapi('ScreeningConflict');

export const Settling = z
  .strictObject({
    stage: ScreeningStage,
    decision: z.enum(['include', 'exclude']),
    reason: z.string().max(40),
    note: z.string().trim().min(1).max(2000),
  })
  .openapi('ScreeningSettling');
