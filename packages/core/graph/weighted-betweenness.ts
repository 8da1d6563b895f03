import type { Compact } from './compact.ts';
import { Buckets } from './buckets.ts';
import { Heap } from './heap.ts';
import { halve } from './paths.ts';

/**
 * Raw betweenness where a tie is the shorter the more it weighs: its length is 1 ÷ weight. Two ways are equally long
 * if they differ by less than a thousand-millionth of their length. `seen` hears how many nodes are done.
 * O(n × m log n) time, O(n + m) memory.
 *
 * Source: Brandes (2001) with Dijkstra's walk; lengths as in Newman, Scientific collaboration networks II (2001).
 */
export function weightedBetweenness(
  { size, directed, out, into }: Compact,
  seen: (done: number) => void = () => undefined,
): Float64Array {
  const betweenness = new Float64Array(size);
  const length = out.weight.map((weight) => 1 / weight);
  const lengthBack = into.weight.map((weight) => 1 / weight);
  const distance = new Float64Array(size).fill(Infinity);
  const waiting = waitingFor(length);
  const taken = new Int32Array(size).fill(-1);
  const order = new Int32Array(size);
  const ways = new Float64Array(size);
  const share = new Float64Array(size);
  const before = new Int32Array(into.to.length);
  const beforeFrom = new Int32Array(size + 1);
  for (let source = 0; source < size; source += 1) {
    distance[source] = 0;
    waiting.reset();
    waiting.put(source, 0);
    let found = 0;
    while (waiting.size > 0) {
      const node = waiting.take();
      if (taken[node] === source) continue;
      taken[node] = source;
      const far = distance[node] ?? 0;
      order[found] = node;
      found += 1;
      const end = out.start[node + 1] ?? 0;
      for (let arc = out.start[node] ?? 0; arc < end; arc += 1) {
        const other = out.to[arc] ?? 0;
        const next = far + (length[arc] ?? 0);
        if (next < (distance[other] ?? 0)) {
          distance[other] = next;
          waiting.put(other, next);
        }
      }
    }
    ways[source] = 1;
    let listed = 0;
    for (let at = 1; at < found; at += 1) {
      const node = order[at] ?? 0;
      const far = distance[node] ?? 0;
      const slack = 1e-9 * far;
      let sum = 0;
      const end = into.start[node + 1] ?? 0;
      for (let arc = into.start[node] ?? 0; arc < end; arc += 1) {
        const other = into.to[arc] ?? 0;
        if ((distance[other] ?? 0) + (lengthBack[arc] ?? 0) - far > slack) continue;
        before[listed] = other;
        listed += 1;
        sum += ways[other] ?? 0;
      }
      ways[node] = sum;
      beforeFrom[at + 1] = listed;
    }
    for (let at = found - 1; at > 0; at -= 1) {
      const node = order[at] ?? 0;
      const part = (1 + (share[node] ?? 0)) / (ways[node] ?? 1);
      const end = beforeFrom[at + 1] ?? 0;
      for (let index = beforeFrom[at] ?? 0; index < end; index += 1) {
        const other = before[index] ?? 0;
        share[other] = (share[other] ?? 0) + (ways[other] ?? 0) * part;
      }
      betweenness[node] = (betweenness[node] ?? 0) + (share[node] ?? 0);
    }
    for (let at = 0; at < found; at += 1) {
      const node = order[at] ?? 0;
      distance[node] = Infinity;
      ways[node] = 0;
      share[node] = 0;
    }
    seen(source + 1);
  }
  if (!directed) halve(betweenness);
  return betweenness;
}

// Buckets are faster, unless some ties are so much shorter than others that most buckets would be empty.
function waitingFor(length: Float64Array): Buckets | Heap {
  const least = length.reduce((so, each) => Math.min(so, each), Infinity);
  const most = length.reduce((so, each) => Math.max(so, each), 0);
  return most <= 1000 * least ? new Buckets(least, most) : new Heap(length.length + 1);
}
