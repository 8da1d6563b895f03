import { z } from 'zod';

/** What is known of a node beside its name: a sector, a count. What is not known has no key. */
export const Attributes = z.record(z.string(), z.union([z.string(), z.number()]));
export type Attributes = z.infer<typeof Attributes>;

export const Node = z.object({ id: z.string().min(1), label: z.string(), attributes: Attributes });
export type Node = Readonly<z.infer<typeof Node>>;

export const Tie = z.object({
  source: z.string().min(1),
  target: z.string().min(1),
  weight: z.number().positive(),
});
export type Tie = Readonly<z.infer<typeof Tie>>;

/**
 * Who is tied to whom. Every tie ends at nodes that are there; several ties between the same two, and ties from a
 * node to itself, are allowed and are read as `compact` says. `directed`: a tie from a to b says nothing of b to a.
 */
export const Network = z.object({
  directed: z.boolean(),
  nodes: z.array(Node).readonly(),
  ties: z.array(Tie).readonly(),
});
export type Network = {
  readonly directed: boolean;
  readonly nodes: readonly Node[];
  readonly ties: readonly Tie[];
};

/** A node that is known by its id only. */
export function bareNode(id: string): Node {
  return { id, label: id, attributes: {} };
}
