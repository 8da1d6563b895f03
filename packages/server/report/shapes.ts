import { z } from '@hono/zod-openapi';
import { AnnualPart } from '@freehold/core/cycle';

export const AnnualText = z
  .object({
    part: AnnualPart,
    written: z.string(),
    version: z.number(),
    changedBy: z.string(),
    changedAt: z.iso.datetime(),
  })
  .openapi('AnnualText');

/** An issued version of the problem profile. */
export const Issue = z
  .object({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    marking: z.string(),
    note: z.string(),
    byName: z.string(),
    at: z.iso.datetime(),
  })
  .openapi('ProblemProfileIssue');
