import type { Compact } from './compact.ts';

/** What the shortest ways through a network come to, for every node; a tie is one step whatever its weight. */
export type Paths = {
  /** Raw: over how many pairs' shortest ways a node lies, a pair with several ways shared out among them. */
  readonly betweenness: Float64Array;
  /** How many other nodes can be reached from a node, and the steps to all of them added up. */
  readonly reached: Int32Array;
  readonly steps: Float64Array;
  /** From how many other nodes it can be reached, and the steps from all of them added up. */
  readonly reachedFrom: Int32Array;
  readonly stepsFrom: Float64Array;
  /** How many other nodes are one or two steps away. */
  readonly within2: Int32Array;
};

/**
 * Betweenness, distances and reach in one walk from every node. Along the direction of ties where there is one; an
 * undirected pair counts once. `seen` hears how many nodes are done. O(n × m) time, O(n) memory.
 *
 * Source: Brandes, A faster algorithm for betweenness centrality (2001).
 */
export function paths(
  { size, directed, out, into }: Compact,
  seen: (done: number) => void = () => undefined,
): Paths {
  const betweenness = new Float64Array(size);
  const reached = new Int32Array(size);
  const steps = new Float64Array(size);
  const reachedFrom = new Int32Array(size);
  const stepsFrom = new Float64Array(size);
  const within2 = new Int32Array(size);
  const order = new Int32Array(size);
  const distance = new Int32Array(size).fill(-1);
  const ways = new Float64Array(size);
  const share = new Float64Array(size);
  for (let source = 0; source < size; source += 1) {
    order[0] = source;
    distance[source] = 0;
    ways[source] = 1;
    let found = 1;
    for (let at = 0; at < found; at += 1) {
      const node = order[at] ?? 0;
      const next = (distance[node] ?? 0) + 1;
      const through = ways[node] ?? 0;
      const end = out.start[node + 1] ?? 0;
      for (let arc = out.start[node] ?? 0; arc < end; arc += 1) {
        const other = out.to[arc] ?? 0;
        if (distance[other] === -1) {
          distance[other] = next;
          order[found] = other;
          found += 1;
        }
        if (distance[other] === next) ways[other] = (ways[other] ?? 0) + through;
      }
    }
    for (let at = found - 1; at > 0; at -= 1) {
      const node = order[at] ?? 0;
      const far = distance[node] ?? 0;
      const part = (1 + (share[node] ?? 0)) / (ways[node] ?? 1);
      const end = into.start[node + 1] ?? 0;
      for (let arc = into.start[node] ?? 0; arc < end; arc += 1) {
        const before = into.to[arc] ?? 0;
        if (distance[before] === far - 1)
          share[before] = (share[before] ?? 0) + (ways[before] ?? 0) * part;
      }
      betweenness[node] = (betweenness[node] ?? 0) + (share[node] ?? 0);
      steps[source] = (steps[source] ?? 0) + far;
      stepsFrom[node] = (stepsFrom[node] ?? 0) + far;
      reachedFrom[node] = (reachedFrom[node] ?? 0) + 1;
      if (far <= 2) within2[source] = (within2[source] ?? 0) + 1;
    }
    reached[source] = found - 1;
    for (let at = 0; at < found; at += 1) {
      const node = order[at] ?? 0;
      distance[node] = -1;
      ways[node] = 0;
      share[node] = 0;
    }
    seen(source + 1);
  }
  if (!directed) halve(betweenness);
  return { betweenness, reached, steps, reachedFrom, stepsFrom, within2 };
}

/** Undirected, every pair was walked from both its ends. */
export function halve(values: Float64Array): void {
  values.forEach((value, at) => {
    values[at] = value / 2;
  });
}
