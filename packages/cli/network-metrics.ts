import { metrics, metricsTable, networkFrom, nodesFrom, type Network } from '@freehold/core/graph';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { delivered, located, readText, stopped, writeWhole, type Step } from './files.ts';
import { report } from './report.ts';

const known = {
  edges: { type: 'string' },
  nodes: { type: 'string' },
  directed: { type: 'boolean' },
  'group-by': { type: 'string' },
  seed: { type: 'string' },
  graph: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Works out every measure of a network from edge and node lists: one row a node to --out (or standard output), what
 * is said of the whole to --graph as JSON. Groups of the E-I index are those of --group-by, or of the column `sector`.
 * Nothing is written while anything is wrong with a row. Without --seed the seed is 1.
 */
export const networkMetrics: Command = async (words) => {
  const asked = askedFor(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { groupBy, seed, out, graph } = asked.value;
  const network = await networkIn(asked.value);
  if (!network.ok) return report(network.problems, words, network.status);
  const { nodes } = network.value;
  const grouped = groupBy ?? 'sector';
  if (!nodes.some(({ attributes }) => grouped in attributes) && groupBy !== undefined)
    return report([problem('column-missing', {}, { column: groupBy })], words, 1);
  const found = metrics(network.value, { seed, groupBy: groupIn(nodes, grouped) });
  if (graph !== undefined) {
    const written = await writeWhole(graph, `${JSON.stringify(found.graph, null, 2)}\n`);
    if (!written.ok) return report(written.problems, words, 2);
  }
  const { ties, merged, loops, components, communities } = found.graph;
  return delivered(out, csvText(metricsTable(nodes, found.nodes)), words, {
    ...{ nodes: nodes.length, ties, merged, loops, components, communities },
  });
};

type Asked = {
  readonly edges: string;
  readonly nodes: string | undefined;
  readonly directed: boolean;
  readonly groupBy: string | undefined;
  readonly seed: number;
  readonly graph: string | undefined;
  readonly out: string | undefined;
};

function askedFor(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const {
    edges,
    nodes,
    directed = false,
    'group-by': groupBy,
    seed = '1',
    graph,
    out,
  } = read.value;
  const problems = edges === undefined ? [problem('option-needed', { option: '--edges' })] : [];
  if (!/^\d{1,10}$/.test(seed) || Number(seed) > 0xffffffff)
    problems.push(problem('seed-out-of-range', { found: seed }));
  if (edges === undefined || problems.length > 0) return refused(...problems);
  return fine({ edges, nodes, directed, groupBy, seed: Number(seed), graph, out });
}

async function networkIn({ edges, nodes, directed }: Asked): Promise<Step<Network>> {
  const texts = [await readText(edges), nodes === undefined ? fine(null) : await readText(nodes)];
  const unread = texts.flatMap((text) => (text.ok ? [] : text.problems));
  if (unread.length > 0) return stopped(refused(...unread), 2);
  const [edgeText = null, nodeText = null] = texts.map((text) => (text.ok ? text.value : null));
  const listed = nodeText === null ? fine(null) : located(nodes, nodesFrom(nodeText));
  if (!listed.ok) return stopped(listed, 1);
  const network = located(edges, networkFrom(edgeText ?? '', listed.value, directed));
  return network.ok ? network : stopped(network, 1);
}

function groupIn(nodes: Network['nodes'], column: string): string | null {
  return nodes.some(({ attributes }) => column in attributes) ? column : null;
}
