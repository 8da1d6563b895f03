import { problem, refused, type Outcome } from '../problem.ts';
import { linkAttributes, linkFields, nodeAttributes, nodeFields, type Attributes } from './flat.ts';
import { freeId } from './free-id.ts';
import { checkedTheory, NodeType, type Theory } from './model.ts';

/**
 * A theory as a Graphviz digraph, drawn from the bottom up. What has one value becomes an attribute, which Graphviz
 * keeps and does not draw; lists are not in it. [TC-18]
 * Source: the DOT language, graphviz.org/doc/info/lang.html.
 */
export function dotText({ title, nodes, links, summary, lanes }: Theory): string {
  return [
    `digraph ${quoted(title)} {`,
    `  graph [${attributes({ rankdir: 'BT', ...(summary !== '' && { summary }), lanes })}];`,
    '  node [shape=box, style=rounded];',
    ...nodes.map(
      (node) =>
        `  ${node.id} [${attributes({ label: node.title, class: node.type, ...nodeAttributes(node) })}];`,
    ),
    ...links.map((link) => {
      const drawn = link.loop ? { style: 'dashed', constraint: 'false' } : {};
      return `  ${link.from} -> ${link.to} [${attributes({ ...drawn, ...linkAttributes(link) })}];`;
    }),
    '}',
    '',
  ].join('\n');
}

/** Reads the digraphs that `dotText` writes, and plain ones: one statement a line or `;`, no subgraphs. */
export function readDot(text: string, title = 'Theory of change'): Outcome<Theory> {
  const [head, named] =
    /^\s*(?:strict\s+)?digraph\s*("(?:[^"\\]|\\.)*"|\w+)?\s*\{/s.exec(text) ?? [];
  if (head === undefined) return refused(problem('not-a-digraph'));
  const nodes = new Map<string, Attributes>();
  const links: Record<string, unknown>[] = [];
  let own: Attributes = {};
  for (const [, ends = '', list = ''] of text.slice(head.length).matchAll(statement)) {
    const values = attributesIn(list);
    const chain = ends.split('->').map((end) => bare(end.trim()));
    const [first = ''] = chain;
    if (first === 'graph') own = values;
    if (first === '' || /^(graph|node|edge)$/.test(first)) continue;
    if (chain.length === 1) nodes.set(first, { ...nodes.get(first), ...values });
    for (const [at, from] of chain.slice(0, -1).entries()) {
      const to = chain[at + 1] ?? '';
      for (const end of [from, to]) if (!nodes.has(end)) nodes.set(end, {});
      const id = at === 0 ? values['id'] : undefined;
      const rationale = values['label'];
      links.push({
        id,
        from,
        to,
        ...(rationale !== undefined && { rationale }),
        ...linkFields(values),
      });
    }
  }
  const taken = new Set([...nodes.keys(), ...links.map(({ id }) => String(id))]);
  return checkedTheory({
    title: named === undefined ? title : bare(named),
    ...(own['summary'] !== undefined && { summary: own['summary'] }),
    ...(own['lanes'] !== undefined && { lanes: own['lanes'] }),
    nodes: [...nodes].map(([id, values]) => ({
      ...{ id, type: typeOf(values), title: values['label'] ?? id },
      ...nodeFields(values),
    })),
    links: links.map(({ id, ...link }) => ({ id: id ?? freeId('l', taken), ...link })),
  });
}

const word = String.raw`(?:"(?:[^"\\]|\\.)*"|[\w.]+)`;
const statement = new RegExp(
  String.raw`(${word}(?:\s*->\s*${word})*)\s*(?:\[((?:"(?:[^"\\]|\\.)*"|[^\]"])*)\])?\s*(?:;|\n|\}|$)`,
  'gs',
);

function attributesIn(list: string): Attributes {
  const pair = new RegExp(String.raw`(\w+)\s*=\s*(${word})`, 'gs');
  return Object.fromEntries(
    [...list.matchAll(pair)].map(([, key = '', value = '']) => [key, bare(value)]),
  );
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${quoted(value)}`)
    .join(', ');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function bare(word: string): string {
  if (!word.startsWith('"')) return word;
  return word.slice(1, -1).replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

function typeOf(values: Attributes): NodeType {
  const type = NodeType.safeParse(values['class']);
  return type.success ? type.data : 'outcome';
}
