import { UndirectedGraph } from 'graphology';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import { bareNode, metrics, type Network } from '@freehold/core/graph';
import { generator } from '@freehold/core/numeric';

// Every measure of a made-up network of 5,000 nodes and 20,000 ties of differing weight, most of them near, some far,
// as partnerships are; beside it the betweenness of graphology-metrics alone, which is one of our twenty measures.

const size = 5000;
const count = 20_000;
const seed = 20261122;

const network = madeNetwork();
const seen: number[] = [];
const own = timed(() => metrics(network, { seen: (done) => seen.push(done) }));
const plain = { ...network, ties: network.ties.map((tie) => ({ ...tie, weight: 1 })) };
const unweighted = timed(() => metrics(plain));
const graph = new UndirectedGraph();
for (const { id } of network.nodes) graph.addNode(id);
for (const { source, target } of network.ties) graph.addEdge(source, target);
const theirs = timed(() => betweenness(graph, { normalized: false }));

console.log(
  JSON.stringify({
    bench: 'network',
    nodes: size,
    ties: own.value.graph.ties,
    allMetricsMs: Math.round(own.ms),
    allMetricsOneWeightMs: Math.round(unweighted.ms),
    progressReports: seen.length,
    graphologyBetweennessAloneMs: Math.round(theirs.ms),
    timesFaster: Math.round((theirs.ms / unweighted.ms) * 10) / 10,
    sameBetweenness: own.value.nodes.every(
      ({ id, betweenness: value }) =>
        Math.abs(value - (theirs.value[id] ?? NaN)) < 1e-6 * (1 + value),
    ),
    communities: own.value.graph.communities,
    modularity: Math.round((own.value.graph.modularity ?? 0) * 1000) / 1000,
  }),
);
if (own.ms > 10_000) process.exitCode = 1;

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function madeNetwork(): Network {
  const chance = generator(seed);
  const ids = Array.from({ length: size }, (_, at) => `o${at}`);
  const pairs = new Set<number>();
  while (pairs.size < count) {
    const from = chance.below(size);
    const to = chance.below(4) > 0 ? (from + 1 + chance.below(40)) % size : chance.below(size);
    if (from !== to) pairs.add(Math.min(from, to) * size + Math.max(from, to));
  }
  const ties = [...pairs].map((pair) => ({
    source: `o${Math.floor(pair / size)}`,
    target: `o${pair % size}`,
    weight: 1 + chance.below(4),
  }));
  return { directed: false, nodes: ids.map(bareNode), ties };
}
