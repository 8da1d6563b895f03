import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communities, modularity } from './communities.ts';
import { compact, type Compact } from './compact.ts';
import { metrics, type NodeMetrics } from './metrics.ts';
import type { Network } from './network.ts';
import reference from './metrics.reference.json' with { type: 'json' };
import { anyNetwork, networkOf } from './testing.ts';

type Known = (typeof reference.networks)[number];
const networkAs = ({ nodes, ties, directed }: Known): Network =>
  networkOf(
    nodes,
    ties.map(([source, target, weight]) => [String(source), String(target), Number(weight)]),
    directed,
  );

const perNode = [
  'degree',
  'inDegree',
  'outDegree',
  'strength',
  'betweenness',
  'betweennessNormalised',
  'betweennessWeighted',
  'closeness',
  'outCloseness',
  'eigenvector',
  'core',
  'clustering',
  'reach2',
] as const satisfies readonly (keyof NodeMetrics)[];

function alike(found: number | null | undefined, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 8);
}

describe.each(reference.networks)('$name agrees with NetworkX, sna and igraph', (known) => {
  const found = metrics(networkAs(known));

  test.each(perNode)('%s of every node', (measure) => {
    const expected: readonly (number | null)[] | null | undefined = known[measure];
    found.nodes.forEach((node, at) => alike(node[measure], expected?.[at]));
  });

  test('density, parts, clustering and centralisation of the whole', () => {
    const { graph, nodes } = found;
    alike(graph.density, known.density);
    alike(graph.transitivity, known.transitivity);
    alike(graph.transitivity, known.igraphTransitivity);
    alike(graph.reciprocity, known.reciprocity);
    expect(graph.components).toBe(known.components);
    alike(graph.strongComponents, known.strongComponents);
    const points = nodes.filter(({ articulation }) => articulation).map(({ id }) => id);
    expect(points.toSorted()).toEqual(known.articulation);
    for (const measure of ['degree', 'inDegree', 'outDegree', 'betweenness', 'closeness'] as const)
      alike(graph.centralisation[measure], known.centralisation[measure]);
  });

  test('[GR-16] modularity of a known division, and communities as good as the best of 50', () => {
    const at = compact(networkAs(known));
    const of = at.ids.map((id) => known.division.findIndex((group) => group.includes(id)));
    expect(modularity(at, of)).toBeCloseTo(known.divisionModularity, 10);
    const best = Math.max(
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((seed) => communities(at, seed).modularity ?? 0),
    );
    expect(best).toBeGreaterThan(known.louvainBest - 0.005);
    expect(best).toBeLessThan(1);
  });
});

describe('betweenness and closeness by listing every shortest way', () => {
  test('[GR-8] [GR-9] [GR-10] hold on small networks of every kind', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const found = metrics(network);
        const inSteps = listed(compact(network), () => 1);
        const inLengths = listed(compact(network), (weight) => 1 / weight);
        found.nodes.forEach((node, at) => {
          expect(node.betweenness).toBeCloseTo(inSteps.between[at] ?? NaN, 9);
          expect(node.betweennessWeighted).toBeCloseTo(inLengths.between[at] ?? NaN, 9);
          expect(node.closeness ?? 0).toBeCloseTo(inSteps.near[at] ?? NaN, 9);
          expect(node.reach2).toBe(inSteps.within2[at]);
        });
      }),
      { numRuns: 300 },
    );
  });

  // Floyd and Warshall for distances, then counting ways one by one: nothing in common with the walks of the code.
  function listed({ size, directed, out }: Compact, lengthOf: (weight: number) => number) {
    const all = [...Array(size).keys()];
    const tie = new Map<string, number>();
    for (const from of all)
      for (let arc = out.start[from] ?? 0; arc < (out.start[from + 1] ?? 0); arc += 1)
        tie.set(`${from} ${out.to[arc]}`, lengthOf(out.weight[arc] ?? 0));
    const step = (i: number, j: number) => tie.get(`${i} ${j}`) ?? Infinity;
    const far = all.map((i) => all.map((j) => (i === j ? 0 : step(i, j))));
    const d = (i: number, j: number) => far[i]?.[j] ?? Infinity;
    for (const k of all)
      for (const i of all)
        for (const j of all) (far[i] ?? [])[j] = Math.min(d(i, j), d(i, k) + d(k, j));
    const level = (a: number, b: number) => a < Infinity && Math.abs(a - b) < 1e-9 * b;
    const ways = (i: number, j: number): number =>
      i === j
        ? 1
        : all
            .filter((k) => level(d(i, k) + step(k, j), d(i, j)))
            .reduce((sum, k) => sum + ways(i, k), 0);
    const between = all.map((v) => {
      const pairs = all.flatMap((i) => all.map((j): [number, number] => [i, j]));
      const on = pairs.filter(
        ([i, j]) => i !== j && i !== v && j !== v && level(d(i, v) + d(v, j), d(i, j)),
      );
      const sum = on.reduce((so, [i, j]) => so + (ways(i, v) * ways(v, j)) / ways(i, j), 0);
      return directed ? sum : sum / 2;
    });
    const near = all.map((v) => {
      const steps = all.map((i) => d(i, v)).filter((each) => each > 0 && each < Infinity);
      const sum = steps.reduce((a, b) => a + b, 0);
      return sum === 0 ? 0 : (steps.length / (size - 1)) * (steps.length / sum);
    });
    const within2 = all.map((v) => all.filter((i) => i !== v && d(v, i) <= 2).length);
    return { between, near, within2 };
  }
});

test('[GR-3] other names and another order change no value', () => {
  fc.assert(
    fc.property(anyNetwork, fc.integer(), (network, salt) => {
      const renamed = (id: string) => `${(Number(id.slice(1)) * 7 + Math.abs(salt)) % 11}-${id}`;
      const other: Network = {
        directed: network.directed,
        nodes: network.nodes
          .map((node) => ({ ...node, id: renamed(node.id) }))
          .toSorted((a, b) => (a.id < b.id ? 1 : -1)),
        ties: network.ties
          .map((tie) => ({ ...tie, source: renamed(tie.source), target: renamed(tie.target) }))
          .toReversed(),
      };
      const [one, two] = [metrics(network), metrics(other)];
      for (const node of one.nodes) {
        const same = two.nodes.find(({ id }) => id === renamed(node.id));
        for (const measure of perNode) {
          const [a, b] = [node[measure], same?.[measure]];
          if (a === null) expect(b).toBeNull();
          else expect(b).toBeCloseTo(a, 6);
        }
        expect(same?.articulation).toBe(node.articulation);
      }
      expect(two.graph.components).toBe(one.graph.components);
    }),
    { numRuns: 100 },
  );
});

test('[GR-16] the order of a file does not decide on communities, the seed does', () => {
  const known = reference.networks.find(({ name }) => name === 'karate');
  if (known === undefined) throw new Error('the karate club is gone');
  const network = networkAs(known);
  const turned = { ...network, nodes: network.nodes.toReversed(), ties: network.ties.toReversed() };
  const groups = (of: Network, seed: number) => {
    const { nodes } = metrics(of, { seed });
    return Object.fromEntries(nodes.map(({ id, community }) => [id, community]));
  };
  const pairs = (of: Record<string, number>) =>
    Object.keys(of)
      .toSorted()
      .map((a) =>
        Object.keys(of)
          .toSorted()
          .map((b) => of[a] === of[b]),
      );
  expect(pairs(groups(turned, 5))).toEqual(pairs(groups(network, 5)));
  expect(groups(network, 5)).toEqual(groups(network, 5));
});

describe('ties that come again, loops, and networks of nothing', () => {
  test('[GR-1] ties of the same ends are one with the sum of their weights', () => {
    const { nodes, graph } = metrics(
      networkOf(
        ['a', 'b'],
        [
          ['a', 'b', 2],
          ['b', 'a', 3],
        ],
      ),
    );
    expect(graph).toMatchObject({ ties: 1, merged: 1, loops: 0, density: 1 });
    expect(nodes.map(({ degree, strength }) => [degree, strength])).toEqual([
      [1, 5],
      [1, 5],
    ]);
  });

  test('[GR-1] with direction, there and back are two', () => {
    const { graph } = metrics(
      networkOf(
        ['a', 'b'],
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        true,
      ),
    );
    expect(graph).toMatchObject({ ties: 2, merged: 0, density: 1, reciprocity: 1 });
  });

  test('[GR-2] a loop is in no measure', () => {
    const { nodes, graph } = metrics(
      networkOf(
        ['a', 'b'],
        [
          ['a', 'a', 9],
          ['a', 'b'],
        ],
      ),
    );
    expect(graph).toMatchObject({ loops: 1, ties: 1 });
    expect(nodes[0]).toMatchObject({ degree: 1, strength: 1, core: 1, clustering: null });
  });

  test('[GR-5] nobody: nothing is worked out, and nothing breaks', () => {
    const { nodes, graph } = metrics(networkOf([], []));
    expect(nodes).toEqual([]);
    expect(graph).toMatchObject({
      nodes: 0,
      ties: 0,
      density: null,
      transitivity: null,
      modularity: null,
      components: 0,
      eigenvector: 'no-ties',
      centralisation: { degree: null, betweenness: null, closeness: null },
    });
  });

  test('[GR-5] one alone', () => {
    const { nodes, graph } = metrics(networkOf(['a'], []));
    expect(graph).toMatchObject({ density: null, isolated: 1, components: 1, communities: 1 });
    expect(nodes[0]).toMatchObject({
      degree: 0,
      betweenness: 0,
      betweennessNormalised: null,
      closeness: null,
      eigenvector: null,
      core: 0,
      component: 1,
      clustering: null,
      reach2: 0,
      reach2Share: null,
    });
  });

  test('[GR-12] without a circle there is no eigenvector with direction', () => {
    const { graph, nodes } = metrics(networkOf(['a', 'b'], [['a', 'b']], true));
    expect(graph.eigenvector).toBe('no-circle');
    expect(nodes[0]?.eigenvector).toBeNull();
  });

  test('a tie to nobody, a node twice and a weight of nothing are refused', () => {
    expect(() => metrics(networkOf(['a'], [['a', 'b']]))).toThrow(RangeError);
    expect(() => metrics(networkOf(['a', 'a'], []))).toThrow(RangeError);
    expect(() => metrics(networkOf(['a', 'b'], [['a', 'b', 0]]))).toThrow(RangeError);
  });
});

test('[GR-17] the E-I index counts ties to others and to the own group', () => {
  // Police a, b; councils c, d; e unknown. Ties a-b within, a-c and b-c between, c-d within, d-e unknown:
  // 2 external, 2 internal, index 0. c: external 2, internal 1, (2 − 1) ÷ 3. Police: (2 − 1) ÷ 3.
  const network = networkOf(
    ['a', 'b', 'c', 'd', 'e'],
    [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'e'],
    ],
  );
  const sectors: Record<string, string> = { a: 'police', b: 'police', c: 'council', d: 'council' };
  const nodes = network.nodes.map((node) => {
    const sector = sectors[node.id];
    return { ...node, attributes: sector === undefined ? {} : { sector } };
  });
  const found = metrics({ ...network, nodes }, { groupBy: 'sector' });
  expect(found.graph.eiIndex).toEqual({
    attribute: 'sector',
    index: 0,
    external: 2,
    internal: 2,
    unknown: 1,
  });
  expect(found.nodes.map(({ eiIndex }) => eiIndex)).toEqual([0, 0, 1 / 3, -1, null]);
});

test('what is done is said, up to the end', () => {
  const said: number[] = [];
  const { graph } = metrics(
    networkOf(
      ['a', 'b', 'c'],
      [
        ['a', 'b', 2],
        ['b', 'c', 1],
      ],
    ),
    {
      seen: (done, total) => said.push(done / total),
    },
  );
  expect(said.at(-1)).toBe(1);
  expect(said).toEqual(said.toSorted((a, b) => a - b));
  expect(graph.recipe).toEqual({ method: 'freehold-network/1', seed: 1 });
});
