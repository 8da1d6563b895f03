import { degreeOf, type Arcs, type Compact } from './compact.ts';

/**
 * The greatest k for which each node is in the k-core: the largest part in which everybody has k ties or more to the
 * others of the part. With direction, a tie out and a tie in count one each. O(n + m).
 *
 * Source: Batagelj & Zaveršnik, An O(m) algorithm for cores decomposition of networks (2003).
 */
export function cores({ size, directed, out, into }: Compact): Int32Array {
  const sides: readonly Arcs[] = directed ? [out, into] : [out];
  const degree = new Int32Array(size);
  for (let node = 0; node < size; node += 1)
    degree[node] = sides.reduce((sum, side) => sum + degreeOf(side, node), 0);
  const line = sortedLine(degree);
  for (let at = 0; at < size; at += 1) {
    const node = line.nodes[at] ?? 0;
    for (const { start, to } of sides) {
      for (let arc = start[node] ?? 0; arc < (start[node + 1] ?? 0); arc += 1) {
        const other = to[arc] ?? 0;
        if ((degree[other] ?? 0) > (degree[node] ?? 0)) line.forward(other);
      }
    }
  }
  return degree;
}

/** Nodes in a line by rising degree, in which one can step forward by one degree at once. */
function sortedLine(degree: Int32Array) {
  const nodes = Int32Array.from(degree.keys()).sort((a, b) => (degree[a] ?? 0) - (degree[b] ?? 0));
  const at = new Int32Array(nodes.length);
  const begin = new Int32Array((degree[nodes.at(-1) ?? 0] ?? 0) + 2).fill(-1);
  nodes.forEach((node, index) => {
    at[node] = index;
    const own = degree[node] ?? 0;
    if (begin[own] === -1) begin[own] = index;
  });
  const forward = (node: number) => {
    const own = degree[node] ?? 0;
    const first = begin[own] ?? 0;
    const leader = nodes[first] ?? 0;
    const place = at[node] ?? 0;
    nodes[first] = node;
    nodes[place] = leader;
    at[node] = first;
    at[leader] = place;
    begin[own] = first + 1;
    degree[node] = own - 1;
    if (begin[own - 1] === -1 || (begin[own - 1] ?? 0) > first) begin[own - 1] = first;
  };
  return { nodes, forward };
}
