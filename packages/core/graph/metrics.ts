import { centralisation, starOf } from './centralisation.ts';
import { clustering } from './clustering.ts';
import { communities } from './communities.ts';
import { compact, degreeOf, strengthOf, type Compact } from './compact.ts';
import { articulationPoints, components, strongComponents } from './components.ts';
import { cores } from './cores.ts';
import { eigenvector } from './eigenvector.ts';
import { mixing, type Mixing } from './mixing.ts';
import type { Network } from './network.ts';
import { paths, type Paths } from './paths.ts';
import { weightedBetweenness } from './weighted-betweenness.ts';

/** What every measure says of one node. Null: the measure has no answer for it, which `rules.md` explains. */
export type NodeMetrics = {
  readonly id: string;
  readonly degree: number;
  readonly inDegree: number | null;
  readonly outDegree: number | null;
  readonly strength: number;
  readonly inStrength: number | null;
  readonly outStrength: number | null;
  readonly betweenness: number;
  readonly betweennessNormalised: number | null;
  readonly betweennessWeighted: number;
  readonly closeness: number | null;
  readonly outCloseness: number | null;
  readonly eigenvector: number | null;
  readonly core: number;
  readonly component: number;
  readonly strongComponent: number | null;
  readonly articulation: boolean;
  readonly clustering: number | null;
  readonly community: number;
  readonly reach2: number;
  readonly reach2Share: number | null;
  readonly eiIndex: number | null;
};

/** What every measure says of the whole. */
export type GraphMetrics = {
  readonly directed: boolean;
  readonly nodes: number;
  readonly ties: number;
  readonly loops: number;
  readonly merged: number;
  readonly isolated: number;
  readonly density: number | null;
  readonly reciprocity: number | null;
  readonly components: number;
  readonly largestComponent: number;
  readonly strongComponents: number | null;
  readonly articulationPoints: number;
  readonly mostCore: number;
  readonly transitivity: number | null;
  readonly meanClustering: number | null;
  readonly centralisation: {
    readonly degree: number | null;
    readonly inDegree: number | null;
    readonly outDegree: number | null;
    readonly betweenness: number | null;
    readonly closeness: number | null;
  };
  readonly communities: number;
  readonly modularity: number | null;
  readonly eiIndex: (Mixing & { readonly attribute: string; readonly unknown: number }) | null;
  readonly eigenvector: 'settled' | 'no-ties' | 'no-circle' | 'not-settled';
  readonly recipe: { readonly method: 'freehold-network/1'; readonly seed: number };
};

export type Metrics = { readonly nodes: readonly NodeMetrics[]; readonly graph: GraphMetrics };

export type Asked = {
  /** Decides among communities that are about as good; 1 unless told. */
  readonly seed?: number;
  /** The attribute whose values are the groups of the E-I index; none unless told. */
  readonly groupBy?: string | null;
  /** Hears what is done, of `total`. */
  readonly seen?: (done: number, total: number) => void;
};

/**
 * Every measure of a network, for every node and for the whole. Nearly all the time goes into the walks from every
 * node, once in steps and, where weights differ, once more in lengths.
 *
 * Holds: other names for nodes, and another order of nodes or ties, change no value but which of two equal parts
 * comes first. [GR-1] to [GR-18]
 */
export function metrics(
  network: Network,
  { seed = 1, groupBy = null, seen = () => undefined }: Asked = {},
): Metrics {
  const at = compact(network);
  const weighted = weightsDiffer(at);
  const total = at.size * (weighted ? 3 : 1);
  const every = Math.max(1, Math.floor(at.size / 50));
  const walked = paths(at, (done) => done % every === 0 && seen(done, total));
  const betweennessWeighted = weighted
    ? weightedBetweenness(at, (done) => done % every === 0 && seen(at.size + 2 * done, total))
    : walked.betweenness;
  const groups = network.nodes.map(({ attributes }) => groupOf(attributes, groupBy));
  const parts = {
    walked,
    betweennessWeighted,
    vector: eigenvector(at),
    core: cores(at),
    component: components(at),
    strong: at.directed ? strongComponents(at) : null,
    points: articulationPoints(at),
    clustered: clustering(at),
    grouped: communities(at, seed),
    mixed: groupBy === null ? null : mixing(at, groups),
  };
  seen(total, total);
  const nodes = at.ids.map((id, node) => ofNode(at, parts, id, node));
  return { nodes, graph: ofGraph(at, parts, nodes, { seed, groupBy }) };
}

type Parts = {
  readonly walked: Paths;
  readonly betweennessWeighted: Float64Array;
  readonly vector: ReturnType<typeof eigenvector>;
  readonly core: Int32Array;
  readonly component: Int32Array;
  readonly strong: Int32Array | null;
  readonly points: Uint8Array;
  readonly clustered: ReturnType<typeof clustering>;
  readonly grouped: ReturnType<typeof communities>;
  readonly mixed: ReturnType<typeof mixing> | null;
};

function ofNode(at: Compact, parts: Parts, id: string, node: number): NodeMetrics {
  const { directed, size, out, into } = at;
  const { walked, vector } = parts;
  const [outDegree, inDegree] = [degreeOf(out, node), degreeOf(into, node)];
  const [outStrength, inStrength] = [strengthOf(out, node), strengthOf(into, node)];
  const betweenness = walked.betweenness[node] ?? 0;
  const reach2 = walked.within2[node] ?? 0;
  return {
    id,
    degree: directed ? outDegree + inDegree : outDegree,
    inDegree: directed ? inDegree : null,
    outDegree: directed ? outDegree : null,
    strength: directed ? outStrength + inStrength : outStrength,
    inStrength: directed ? inStrength : null,
    outStrength: directed ? outStrength : null,
    betweenness,
    betweennessNormalised: size < 3 ? null : betweenness / pairsAround(at),
    betweennessWeighted: parts.betweennessWeighted[node] ?? 0,
    closeness: near(walked.reachedFrom[node] ?? 0, walked.stepsFrom[node] ?? 0, size),
    outCloseness: directed ? near(walked.reached[node] ?? 0, walked.steps[node] ?? 0, size) : null,
    eigenvector: vector.ok ? (vector.values[node] ?? null) : null,
    core: parts.core[node] ?? 0,
    component: parts.component[node] ?? 0,
    strongComponent: parts.strong?.[node] ?? null,
    articulation: parts.points[node] === 1,
    clustering: parts.clustered.local[node] ?? null,
    community: parts.grouped.of[node] ?? 0,
    reach2,
    reach2Share: size < 2 ? null : reach2 / (size - 1),
    eiIndex: parts.mixed?.nodes[node]?.index ?? null,
  };
}

function ofGraph(
  at: Compact,
  parts: Parts,
  nodes: readonly NodeMetrics[],
  { seed, groupBy }: { readonly seed: number; readonly groupBy: string | null },
): GraphMetrics {
  const { directed, size, ties, loops, merged } = at;
  const { clustered, grouped, mixed, vector } = parts;
  const local = clustered.local.filter((value) => value !== null);
  const pairs = directed ? size * (size - 1) : (size * (size - 1)) / 2;
  return {
    directed,
    nodes: size,
    ties,
    loops,
    merged,
    isolated: nodes.filter(({ degree }) => degree === 0).length,
    density: pairs === 0 ? null : ties / pairs,
    reciprocity: directed && ties > 0 ? returned(at) / ties : null,
    components: parts.component.reduce((most, part) => Math.max(most, part), 0),
    largestComponent: parts.component.filter((part) => part === 1).length,
    strongComponents: parts.strong?.reduce((most, part) => Math.max(most, part), 0) ?? null,
    articulationPoints: parts.points.reduce((sum, point) => sum + point, 0),
    mostCore: parts.core.reduce((most, core) => Math.max(most, core), 0),
    transitivity: clustered.global,
    meanClustering:
      local.length === 0 ? null : local.reduce((sum, value) => sum + value, 0) / local.length,
    centralisation: centralisations(at, parts, nodes),
    communities: grouped.count,
    modularity: grouped.modularity,
    eiIndex: mixed === null || groupBy === null ? null : { attribute: groupBy, ...mixed.whole },
    eigenvector: vector.ok ? 'settled' : vector.because,
    recipe: { method: 'freehold-network/1', seed },
  };
}

function centralisations(
  { directed, size, both }: Compact,
  { component }: Parts,
  nodes: readonly NodeMetrics[],
): GraphMetrics['centralisation'] {
  const star = starOf(size);
  const whole = component.every((part) => part === 1);
  const neighbours = Float64Array.from({ length: size }, (_, node) => degreeOf(both, node));
  return {
    degree: centralisation(neighbours, star.degree),
    inDegree: directed
      ? centralisation(
          nodes.map((each) => each.inDegree ?? 0),
          star.oneWay,
        )
      : null,
    outDegree: directed
      ? centralisation(
          nodes.map((each) => each.outDegree ?? 0),
          star.oneWay,
        )
      : null,
    betweenness: centralisation(
      nodes.map((each) => each.betweennessNormalised ?? 0),
      star.betweenness,
    ),
    closeness:
      directed || !whole
        ? null
        : centralisation(
            nodes.map((each) => each.closeness ?? 0),
            star.closeness,
          ),
  };
}

function pairsAround({ size, directed }: Compact): number {
  return ((size - 1) * (size - 2)) / (directed ? 1 : 2);
}

// Wasserman and Faust: as near as its part lets it be, times how much of the whole that part is.
function near(reached: number, steps: number, size: number): number | null {
  if (size < 2) return null;
  return steps === 0 ? 0 : (reached / (size - 1)) * (reached / steps);
}

function returned({ size, out, into }: Compact): number {
  let count = 0;
  const marked = new Int32Array(size).fill(-1);
  for (let node = 0; node < size; node += 1) {
    for (let arc = out.start[node] ?? 0; arc < (out.start[node + 1] ?? 0); arc += 1)
      marked[out.to[arc] ?? 0] = node;
    for (let arc = into.start[node] ?? 0; arc < (into.start[node + 1] ?? 0); arc += 1)
      if (marked[into.to[arc] ?? 0] === node) count += 1;
  }
  return count;
}

function weightsDiffer({ out }: Compact): boolean {
  const first = out.weight[0];
  return out.weight.some((weight) => weight !== first);
}

function groupOf(attributes: Network['nodes'][number]['attributes'], by: string | null) {
  const group = by === null ? undefined : attributes[by];
  return group === undefined || group === '' ? null : String(group);
}
