import { z } from '@hono/zod-openapi';
import { Network } from '@freehold/core/graph';
import { Id } from '@freehold/core/id';
import { ProblemLine } from '../http/problem.ts';
import { plain } from '../http/plain.ts';

export const partnership = z.object({ partnership: z.string() });

/** Networks that are made anew from the directory each time. */
export const FromDirectory = z.enum(['membership', 'shared']);
export type FromDirectory = z.infer<typeof FromDirectory>;

export const Kind = z.enum(['membership', 'shared', 'relationships', 'imported']);
export const Format = z.enum(['csv', 'gexf', 'graphml']);

/** A network that there is to look at. `id` is a name for those of the directory, a wave's or a file's id else. */
export const NetworkListed = z
  .object({
    id: z.string(),
    kind: Kind,
    title: z.string(),
    directed: z.boolean(),
    nodes: z.number().nullable(),
    ties: z.number().nullable(),
    at: z.iso.datetime().nullable(),
  })
  .openapi('NetworkListed');

export const NetworkShown = NetworkListed.omit({ nodes: true, ties: true })
  .extend({ network: Network })
  .openapi('Network');

export const Received = z.strictObject({ file: Id, nodes: Id.nullable(), directed: z.boolean() });

export const NewNetwork = plain(
  Received.extend({ title: z.string().trim().min(1).max(200) }),
).openapi('NewNetwork');

export const NetworkChange = plain(
  z.strictObject({ title: z.string().trim().min(1).max(200), removed: z.boolean() }).partial(),
).openapi('NetworkChange');

/** What a file would give. Nothing is kept; with problems nothing could be. */
export const NetworkPreview = z
  .object({
    format: Format,
    title: z.string(),
    directed: z.boolean(),
    nodes: z.number(),
    ties: z.number(),
    attributes: z.array(z.string()),
    sample: z.array(z.object({ source: z.string(), target: z.string(), weight: z.number() })),
    notices: z.array(ProblemLine),
    problems: z.array(ProblemLine),
    problemCount: z.number(),
  })
  .openapi('NetworkPreview');
