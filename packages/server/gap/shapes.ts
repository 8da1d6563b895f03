import { z } from '@hono/zod-openapi';
import { GapKind, GapStatus, Severity } from '@freehold/core/review';
import { marks, newMarks } from '../framework/marks.ts';
import type { KeptGap } from './store.ts';

/** Why arithmetic proposed a gap: a code and the numbers that a sentence about it needs. */
export const Because = z.object({ code: z.string() }).catchall(z.union([z.number(), z.string()]));

const fields = {
  topic: z.string().trim().min(1).max(40),
  indicator: z.string().trim().max(40),
  title: z.string().trim().min(1).max(300),
  kind: GapKind,
  severity: Severity,
  affected: z.string().trim().max(1000),
  locallySolvable: z.boolean(),
  escalateTo: z.string().trim().max(300),
};

export const NewGap = z
  .strictObject({
    ...fields,
    ...newMarks,
    review: z.uuid().nullable(),
  })
  .openapi('NewGap');

export const GapChange = z
  .strictObject({ ...fields, ...marks, status: GapStatus, reason: z.string().trim().max(2000) })
  .partial()
  .openapi('GapChange');

/** `proposedBecause` is null where a person named the gap. */
export const Gap = z
  .object({
    id: z.string(),
    place: z.string(),
    review: z.string().nullable(),
    ...fields,
    ...marks,
    status: GapStatus,
    reason: z.string(),
    proposedBecause: Because.nullable(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Gap');

/** A gap as it leaves the house. */
export function shownGap(gap: KeptGap): z.infer<typeof Gap> {
  const { proposedBecause, madeAt, changedAt, ...rest } = gap;
  return {
    ...rest,
    proposedBecause: proposedBecause === '' ? null : Because.parse(JSON.parse(proposedBecause)),
    madeAt: madeAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
