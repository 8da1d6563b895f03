import { z } from '@hono/zod-openapi';
import { Known, Theory } from '@freehold/core/change';
import { Id } from '@freehold/core/id';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

/** `place`: whose targets are live in it; null for a theory that belongs to no one place. */
export const NewTheory = plain(z.strictObject({ place: Id.nullable(), theory: Theory })).openapi(
  'NewTheory',
);

/** `revision` is the one that was begun from. */
export const TheorySaving = plain(
  z.strictObject({ revision: z.int().min(1), theory: Theory }),
).openapi('TheorySaving');

export const TheoryStanding = z
  .strictObject({ place: Id.nullable(), removed: z.boolean() })
  .partial()
  .openapi('TheoryStanding');

export const NewVersion = plain(
  z.strictObject({ revision: z.int().min(1), note: text(1000) }),
).openapi('NewTheoryVersion');

/** `about`: the id of a node or link; null speaks of the whole. */
export const NewComment = plain(
  z.strictObject({ about: text(40).min(1).nullable(), text: text(4000).min(1) }),
).openapi('NewTheoryComment');

const PlaceName = z.object({ id: z.string(), name: z.string() }).nullable();
const changed = { revision: z.number(), changedAt: z.iso.datetime(), changedBy: z.string() };

export const TheoryInBrief = z
  .object({
    ...{ id: z.string(), title: z.string(), summary: z.string(), place: PlaceName, ...changed },
    ...{ nodes: z.number(), links: z.number(), findings: z.number() },
    ...{ versions: z.number(), openComments: z.number(), removed: z.boolean() },
  })
  .openapi('TheoryInBrief');

export const TheoryVersion = z
  .object({
    ...{ id: z.string(), number: z.number(), note: z.string() },
    ...{ byName: z.string(), at: z.iso.datetime() },
  })
  .openapi('TheoryVersion');

export const TheoryComment = z
  .object({
    ...{ id: z.string(), about: z.string().nullable(), text: z.string(), byName: z.string() },
    ...{ at: z.iso.datetime(), settled: z.boolean(), settledBy: z.string() },
  })
  .openapi('TheoryComment');

/** A theory with what is known of its claims and targets now. */
export const KeptTheory = z
  .object({
    ...{ id: z.string(), place: PlaceName, removed: z.boolean(), ...changed },
    ...{ theory: Theory, known: Known },
    versions: z.array(TheoryVersion),
    comments: z.array(TheoryComment),
  })
  .openapi('Theory');
