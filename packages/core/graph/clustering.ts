import { degreeOf, type Compact } from './compact.ts';

export type Clustering = {
  /** The share of a node's pairs of neighbours that are tied to each other; null under two neighbours. */
  readonly local: readonly (number | null)[];
  /** Of all pairs of ties that meet in a node, the share that are closed by a third; null where none meet. */
  readonly global: number | null;
};

/**
 * Local clustering and transitivity, direction and weight set aside. O(Σ degree²).
 *
 * Sources: Watts & Strogatz 1998 (local); Newman, Watts & Strogatz 2002 (transitivity).
 */
export function clustering({ size, both }: Compact): Clustering {
  const marked = new Int32Array(size).fill(-1);
  const local: (number | null)[] = [];
  let closed = 0;
  let met = 0;
  for (let node = 0; node < size; node += 1) {
    const degree = degreeOf(both, node);
    const pairs = (degree * (degree - 1)) / 2;
    const triangles = trianglesAt(both, node, marked);
    local.push(pairs === 0 ? null : triangles / pairs);
    closed += triangles;
    met += pairs;
  }
  return { local, global: met === 0 ? null : closed / met };
}

function trianglesAt({ start, to }: Compact['both'], node: number, marked: Int32Array): number {
  const from = start[node] ?? 0;
  const end = start[node + 1] ?? 0;
  for (let arc = from; arc < end; arc += 1) marked[to[arc] ?? 0] = node;
  let twice = 0;
  for (let arc = from; arc < end; arc += 1) {
    const other = to[arc] ?? 0;
    for (let next = start[other] ?? 0; next < (start[other + 1] ?? 0); next += 1) {
      if (marked[to[next] ?? 0] === node) twice += 1;
    }
  }
  return twice / 2;
}
