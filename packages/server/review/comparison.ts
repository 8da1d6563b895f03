import { z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';

/**
 * Which places a review's measured values stand beside: all of the same type, those of the same type in one
 * larger place, or chosen ones. The place itself always belongs to its group.
 */
export const Comparison = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('same-type') }),
    z.strictObject({ kind: z.literal('same-parent'), parent: Id }),
    z.strictObject({ kind: z.literal('chosen'), places: z.array(Id).min(1).max(400) }),
  ])
  .openapi('Comparison');
export type Comparison = z.infer<typeof Comparison>;

/** The places that a comparison names. */
export function placesNamed(comparison: Comparison): readonly string[] {
  if (comparison.kind === 'same-parent') return [comparison.parent];
  return comparison.kind === 'chosen' ? [...new Set(comparison.places)] : [];
}
