import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { generator } from '../numeric/index.ts';
import { strengthOf, type Compact } from './compact.ts';
import { largestFirst } from './components.ts';

export type Communities = {
  /** The number of each node's community, 1 the largest. */
  readonly of: Int32Array;
  readonly count: number;
  /** How much more weight lies within communities than chance would put there, at most 1; null without ties. */
  readonly modularity: number | null;
};

/**
 * Groups with many ties inside and few between, by the method of Louvain with resolution 1. Weights count, direction
 * is set aside (a tie and its return are added). The same seed gives the same groups, in whatever order nodes and ties
 * came; another seed may give others that are about as good. A node without ties is a community of its own. [GR-16]
 *
 * Sources: Blondel et al. 2008; Newman & Girvan 2004 (modularity).
 */
export function communities(network: Compact, seed: number): Communities {
  const { size, ids, ties } = network;
  if (ties === 0)
    return {
      of: largestFirst(Int32Array.from({ length: size }, (_, at) => at)),
      count: size,
      modularity: null,
    };
  const { next } = generator(seed);
  const found = louvain(graphOf(network), { rng: () => next() / 2 ** 32, getEdgeWeight: 'weight' });
  const of = largestFirst(Int32Array.from(ids, (id) => found[id] ?? 0));
  return { of, count: new Set(of).size, modularity: modularity(network, of) };
}

/**
 * The modularity of any division into groups; weights count, direction is set aside. Null without ties. O(n + m).
 */
export function modularity(network: Compact, of: ArrayLike<number>): number | null {
  const { size, both } = network;
  const within = new Map<number, number>();
  const strength = new Map<number, number>();
  let total = 0;
  for (let node = 0; node < size; node += 1) {
    const own = of[node] ?? 0;
    const all = strengthOf(both, node);
    total += all;
    strength.set(own, (strength.get(own) ?? 0) + all);
    for (let arc = both.start[node] ?? 0; arc < (both.start[node + 1] ?? 0); arc += 1) {
      if (of[both.to[arc] ?? 0] === own)
        within.set(own, (within.get(own) ?? 0) + (both.weight[arc] ?? 0));
    }
  }
  if (total === 0) return null;
  return [...strength].reduce(
    (sum, [group, all]) => sum + (within.get(group) ?? 0) / total - (all / total) ** 2,
    0,
  );
}

// In the order of ids, so that the order of a file does not decide.
function graphOf({ ids, both }: Compact): UndirectedGraph {
  const graph = new UndirectedGraph();
  const sorted = [...ids.keys()].toSorted((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  for (const node of sorted) graph.addNode(ids[node]);
  for (const node of sorted) {
    const neighbours: [string, number][] = [];
    for (let arc = both.start[node] ?? 0; arc < (both.start[node + 1] ?? 0); arc += 1) {
      const other = ids[both.to[arc] ?? 0] ?? '';
      if ((ids[node] ?? '') < other) neighbours.push([other, both.weight[arc] ?? 0]);
    }
    for (const [other, weight] of neighbours.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      graph.addEdge(ids[node], other, { weight });
  }
  return graph;
}
