import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Network } from '@freehold/core/graph';
import { generator } from '@freehold/core/numeric';

/** Where a node stands, both within 0 to 1. */
export type Spot = { readonly x: number; readonly y: number };

/**
 * Lays a network out so that who is tied stands near. The same network and seed give the same picture, in whatever
 * order nodes and ties came: the start is drawn from the seed and each node's id. `seen` hears what is done, 0 to 1.
 *
 * Source: Jacomy and others, ForceAtlas2 (2014).
 */
export function layout(
  network: Network,
  seed: number,
  seen: (share: number) => void = () => undefined,
): ReadonlyMap<string, Spot> {
  const graph = startOf(network, seed);
  if (graph.order === 0) return new Map();
  const rounds = graph.order > 2000 ? 160 : graph.order > 500 ? 300 : 500;
  const step = Math.ceil(rounds / 20);
  const settings = {
    ...forceAtlas2.inferSettings(graph.order),
    ...{ gravity: 1, scalingRatio: 12, barnesHutOptimize: graph.order > 1000 },
  };
  for (let done = 0; done < rounds; done += step) {
    forceAtlas2.assign(graph, { iterations: step, settings, getEdgeWeight: 'weight' });
    seen(Math.min(1, (done + step) / rounds));
  }
  return squared(graph);
}

function startOf({ nodes, ties }: Network, seed: number): Graph {
  const graph = new Graph({ type: 'undirected' });
  const chance = generator(seed);
  for (const id of nodes.map((node) => node.id).toSorted()) {
    const { next } = chance.split(id);
    graph.addNode(id, { x: next() / 2 ** 32, y: next() / 2 ** 32 });
  }
  const sorted = ties.toSorted((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
  for (const { source, target, weight } of sorted) {
    if (source === target) continue;
    if (graph.hasEdge(source, target))
      graph.updateEdgeAttribute(source, target, 'weight', (so) => Number(so) + weight);
    else graph.addEdge(...ends(source, target), { weight });
  }
  return graph;
}

function ends(source: string, target: string): readonly [string, string] {
  return source < target ? [source, target] : [target, source];
}

function pairOf({ source, target }: { source: string; target: string }): string {
  return ends(source, target).join('\u0000');
}

/** All within the unit square, in proportion. Alone, a node stands in the middle. */
function squared(graph: Graph): ReadonlyMap<string, Spot> {
  const spots = graph.mapNodes((id, { x, y }) => ({ id, x: Number(x), y: Number(y) }));
  const range = (of: (spot: Spot) => number) => {
    const values = spots.map(of);
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    return { least, wide: values.reduce((a, b) => Math.max(a, b), -Infinity) - least };
  };
  const [across, down] = [range(({ x }) => x), range(({ y }) => y)];
  const wide = Math.max(across.wide, down.wide) || 1;
  const place = (value: number, { least, wide: own }: { least: number; wide: number }) =>
    0.5 + (value - least - own / 2) / wide;
  return new Map(spots.map(({ id, x, y }) => [id, { x: place(x, across), y: place(y, down) }]));
}
