import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import type { Attributes, Network, Node, Tie } from './network.ts';
import { xmlElement, type XmlElement } from './xml.ts';

/** A network as it was read. `notices` name what the file had beside it, which is left out, with the line of the first. */
export type ReadNetwork = { readonly network: Network; readonly notices: readonly Problem[] };

/**
 * Reads the first graph of a GEXF or GraphML file: nodes with label and attributes, ties with weight. All problems come
 * at once, `row` being the line: those of XML, `not-a-network` (neither format), `graph-missing`, `missing-value`,
 * `node-repeated`, `node-unknown`, `weight-not-positive`. Notices: `not-read` with the element's name and how many
 * (nested nodes, lifetimes, hyperedges, ports), `graphs-left-out`, `direction-mixed`. [GR-20] [GR-21]
 */
export function networkFromXml(text: string): Outcome<ReadNetwork> {
  const root = xmlElement(text);
  if (!root.ok) return root;
  const format = formats[root.value.name];
  if (format === undefined)
    return refused(problem('not-a-network', { found: root.value.name.slice(0, 60) }, { row: 1 }));
  const [graph, ...others] = within(root.value, 'graph');
  if (graph === undefined) return refused(problem('graph-missing'));
  const read = format(root.value, graph);
  const problems = faultsOf(read);
  if (problems.length > 0)
    return refused(...problems.toSorted((a, b) => (a.where?.row ?? 0) - (b.where?.row ?? 0)));
  const { directed, mixed } = read;
  const leftOut = others.length === 0 ? [] : [problem('graphs-left-out', { count: others.length })];
  return fine({
    network: {
      directed,
      nodes: read.nodes.map(({ node }) => node),
      ties: read.ties.map(({ tie }) => tie),
    },
    notices: [
      ...leftOut,
      ...(mixed === 0 ? [] : [problem('direction-mixed', { count: mixed })]),
      ...unread(graph),
    ],
  });
}

type At<Name extends string, T> = Readonly<Record<Name, T>> & { readonly line: number };
type Raw = {
  readonly directed: boolean;
  readonly mixed: number;
  readonly nodes: readonly At<'node', Node>[];
  readonly ties: readonly At<'tie', Tie>[];
};

const formats: Readonly<Record<string, (root: XmlElement, graph: XmlElement) => Raw>> = {
  gexf: (_root, graph) => {
    const directed = graph.attributes['defaultedgetype'] === 'directed';
    const known = new Map(
      within(graph, 'attributes')
        .filter(({ attributes }) => attributes['class'] === 'node')
        .flatMap((each) => within(each, 'attribute'))
        .map(({ attributes: { id = '', title = id, type = '' } }) => [id, { title, type }]),
    );
    const edges = within(graph, 'edges').flatMap((each) => within(each, 'edge'));
    const kind = directed ? 'directed' : 'undirected';
    return {
      directed,
      mixed: edges.filter(({ attributes: { type = kind } }) => type !== kind).length,
      nodes: within(graph, 'nodes')
        .flatMap((each) => within(each, 'node'))
        .map((each) => {
          const { id = '', label = id } = each.attributes;
          const values = within(each, 'attvalues').flatMap((one) => within(one, 'attvalue'));
          const pairs = values.map(({ attributes: value }) => {
            const { title, type } = known.get(value['for'] ?? '') ?? {
              title: value['for'] ?? '',
              type: '',
            };
            return [title, typed(value['value'] ?? '', type)] as const;
          });
          return { node: { id, label, attributes: attributesOf(pairs) }, line: each.line };
        }),
      ties: edges.map(({ line, attributes }) => ({
        tie: tieOf(attributes, attributes['weight']),
        line,
      })),
    };
  },
  graphml: (root, graph) => {
    const directed = graph.attributes['edgedefault'] === 'directed';
    const keys = new Map(
      within(root, 'key').map(
        ({ attributes: { id = '', 'attr.name': name = id, 'attr.type': type = '' } }) => [
          id,
          { name, type },
        ],
      ),
    );
    const dataOf = (each: XmlElement) =>
      within(each, 'data').map(({ attributes: { key = '' }, text }) => {
        const { name, type } = keys.get(key) ?? { name: key, type: '' };
        return { name, value: text, type };
      });
    const edges = within(graph, 'edge');
    return {
      directed,
      mixed: edges.filter(
        ({ attributes }) => (attributes['directed'] ?? String(directed)) !== String(directed),
      ).length,
      nodes: within(graph, 'node').map((each) => {
        const { id = '' } = each.attributes;
        const data = dataOf(each);
        const label = data.find(({ name }) => name === 'label')?.value ?? id;
        const pairs = data
          .filter(({ name }) => name !== 'label')
          .map(({ name, value, type }) => [name, typed(value, type)] as const);
        return { node: { id, label, attributes: attributesOf(pairs) }, line: each.line };
      }),
      ties: edges.map((each) => ({
        tie: tieOf(each.attributes, dataOf(each).find(({ name }) => name === 'weight')?.value),
        line: each.line,
      })),
    };
  },
};

function tieOf({ source = '', target = '' }: XmlElement['attributes'], weight = ''): Tie {
  return { source, target, weight: weight === '' ? 1 : Number(weight) };
}

function attributesOf(pairs: readonly (readonly [string, string | number])[]): Attributes {
  return Object.fromEntries(pairs.filter(([name, value]) => name !== '' && value !== ''));
}

function typed(value: string, type: string): string | number {
  const numeric = /^(double|float|integer|int|long|short|byte)$/.test(type);
  return numeric && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

function faultsOf({ nodes, ties }: Raw): readonly Problem[] {
  const first = new Map<string, number>();
  const ofNodes = nodes.flatMap(({ node: { id }, line }) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    if (id === '') return [problem('missing-value', {}, { row: line, column: 'id' })];
    return before === undefined
      ? []
      : [problem('node-repeated', { id, first: before }, { row: line })];
  });
  const ofTies = ties.flatMap(({ tie, line }) => [
    ...(['source', 'target'] as const).flatMap((column) => {
      if (first.has(tie[column]) && tie[column] !== '') return [];
      const code = tie[column] === '' ? 'missing-value' : 'node-unknown';
      return [problem(code, { id: tie[column].slice(0, 200) }, { row: line, column })];
    }),
    ...(tie.weight > 0 && tie.weight < Infinity
      ? []
      : [problem('weight-not-positive', { found: String(tie.weight) }, { row: line })]),
  ]);
  return [...ofNodes, ...ofTies];
}

/** Elements that would change the network if they were understood, counted by name. */
function unread(graph: XmlElement): readonly Problem[] {
  const found = new Map<string, { count: number; line: number }>();
  const look = (element: XmlElement, inNode: boolean): void => {
    for (const child of element.children) {
      const strange = notRead.has(child.name) || (inNode && nesting.has(child.name));
      if (strange) {
        const so = found.get(child.name) ?? { count: 0, line: child.line };
        found.set(child.name, { ...so, count: so.count + 1 });
      } else look(child, inNode || child.name === 'node');
    }
  };
  look(graph, false);
  return [...found].map(([element, { count, line }]) =>
    problem('not-read', { element, count }, { row: line }),
  );
}

const notRead = new Set(['spells', 'hyperedge', 'port', 'parents']);
const nesting = new Set(['nodes', 'edges', 'graph']);

function within({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}
