import { z } from '@hono/zod-openapi';
import { Marking, PartState, ProfilePart } from '@freehold/core/cycle';
import { Block } from '@freehold/core/document';
import { plain } from '../http/plain.ts';
import { Issue } from '../report/shapes.ts';

export const Head = plain(
  z.strictObject({ title: z.string().trim().min(1).max(200), marking: Marking }),
);

/** What people wrote in a part, and what they decided about it; `version` is the one they began from, 0 for none. */
export const Written = plain(
  z.strictObject({
    part: ProfilePart,
    written: z.string().max(20_000),
    state: PartState,
    version: z.int().min(0),
  }),
);

export const Part = z
  .object({
    part: ProfilePart,
    /** Blocks of a document, as `core/document` has them. */
    filled: z.array(Block),
    filledAt: z.iso.datetime().nullable(),
    written: z.string(),
    state: PartState,
    version: z.number(),
    changedBy: z.string(),
    changedAt: z.iso.datetime(),
  })
  .openapi('ProblemProfilePart');

/** `draft` is null where nobody has begun one. */
export const Profile = z
  .object({
    draft: z.object({ title: z.string(), marking: Marking }).nullable(),
    parts: z.array(Part),
    issues: z.array(Issue),
  })
  .openapi('ProblemProfile');
