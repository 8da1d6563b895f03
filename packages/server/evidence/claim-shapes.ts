import { z } from '@hono/zod-openapi';
import {
  Claim,
  ClaimLink,
  Confidence,
  ConfidenceRule,
  freshness,
  Stance,
  Verdict,
} from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { plain } from '../http/plain.ts';
import type { KnownClaim } from './known.ts';

/** What a person writes of a claim; who overruled the rule and when is put down for them. */
const written = {
  ...Claim.pick({
    ...{ statement: true, theme: true, subTheme: true, crisis: true, scope: true, status: true },
    ...{ owner: true, lastReviewOn: true, reviewBy: true, verdict: true },
    ...{ types: true, pathways: true, topics: true },
  }).shape,
  override: z
    .strictObject({ confidence: Confidence, reason: z.string().trim().min(1).max(2000) })
    .nullable()
    .default(null),
  links: z
    .array(ClaimLink.extend({ study: Id }))
    .max(2000)
    .default([]),
  group: Id.nullable().default(null),
  /** Why it is as it is now; stands in the claim's history. */
  note: z.string().trim().max(2000).default(''),
};

export const NewClaim = plain(z.strictObject(written)).openapi('NewClaim');
export const ClaimChange = plain(z.strictObject({ ...written, version: z.int().min(1) })).openapi(
  'ClaimChange',
);
export type WrittenClaim = z.infer<typeof NewClaim>;

const Found = z.object({
  n: z.number(),
  strong: z.number(),
  stances: z.record(Stance, z.number()),
  share: z.number().nullable(),
  contexts: z.number(),
  ruled: Confidence,
  confidence: Confidence,
  overridden: z.boolean(),
  because: z.string(),
  proposedVerdict: Verdict,
  disagreement: z.boolean(),
});

/** A claim with what its studies say of it; `found.confidence` stands, `found.ruled` is the rule's own word. */
export const ShownClaim = Claim.extend({
  group: z.string().nullable(),
  found: Found,
  freshness: z.enum(['current', 'due-soon', 'stale']),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
}).openapi('ShownClaim');

/** A claim as it leaves the house. */
export function shownClaim(claim: KnownClaim, today: string): z.infer<typeof ShownClaim> {
  const { unknown: _unknown, ...found } = claim.found;
  const madeAt = claim.madeAt.toISOString();
  return {
    ...claim,
    found,
    freshness: freshness(claim, { madeOn: madeAt.slice(0, 10), today }),
    madeAt,
    changedAt: claim.changedAt.toISOString(),
  };
}

export const ClaimVersion = z.object({
  version: z.number(),
  statement: z.string(),
  status: z.string(),
  confidence: Confidence,
  verdict: Verdict,
  studies: z.number(),
  note: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
});

export const ShownRule = z.object({
  rule: ConfidenceRule,
  /** Null where the partnership has set none of its own. */
  own: z.object({ reason: z.string(), byName: z.string(), at: z.iso.datetime() }).nullable(),
  usual: ConfidenceRule,
});
