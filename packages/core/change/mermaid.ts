import { problem, refused, type Outcome } from '../problem.ts';
import { freeId } from './free-id.ts';
import { readLine } from './lines.ts';
import { checkedTheory, NodeType, type Theory, type TheoryNode } from './model.ts';

/**
 * A theory as a Mermaid flowchart. It holds ids, types, titles, which node leads to which, why, and which links are
 * loops; nothing else. [TC-18]
 * Source: Mermaid's flowchart syntax, mermaid.js.org/syntax/flowchart.html; entity codes for what it would read.
 */
export function mermaidText({ title, nodes, links }: Theory): string {
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    'flowchart BT',
    ...nodes.map((node) => `  ${boxOf(node)}:::${node.type}`),
    ...links.map(({ from, to, rationale, loop }) => {
      const arrow = loop ? '-.->' : '-->';
      return `  ${from} ${arrow}${rationale === '' ? '' : `|"${coded(rationale)}"|`} ${to}`;
    }),
    ...NodeType.options.map((type) => `  classDef ${type} ${styles[type]}`),
    '',
  ].join('\n');
}

/** Reads the flowcharts that `mermaidText` writes, and plain ones: nodes in any brackets, one link a line. */
export function readMermaid(text: string, title = 'Theory of change'): Outcome<Theory> {
  const rows = text.split(/\r?\n/).map((row) => row.trim());
  const start = rows.findIndex((row) => /^(flowchart|graph)\b/.test(row));
  if (start < 0) return refused(problem('not-a-flowchart'));
  const named = rows.slice(0, start).find((row) => row.startsWith('title: '));
  const nodes = new Map<string, Box>();
  const links: Record<string, unknown>[] = [];
  const problems = [];
  for (const [at, row] of rows.entries()) {
    if (at <= start || row === '' || passedOver.test(row)) continue;
    const link = linkLine.exec(row);
    const boxes = link === null ? [boxIn(row)] : [boxIn(link[1] ?? ''), boxIn(link[4] ?? '')];
    const [from, to] = boxes;
    if (boxes.some((box) => box === null))
      problems.push(problem('line-unclear', { line: row }, { row: at + 1 }));
    for (const box of boxes) if (box) nodes.set(box.id, { ...nodes.get(box.id), ...box });
    if (from && to && link) {
      const rationale = decoded(link[3] ?? '');
      links.push({
        from: from.id,
        to: to.id,
        rationale,
        loop: link[2] === '-.->',
      });
    }
  }
  if (problems.length > 0) return refused(...problems);
  const taken = new Set(nodes.keys());
  return checkedTheory({
    title: named === undefined ? title : readLine(named.slice('title: '.length)),
    nodes: [...nodes.values()].map(({ id, type = 'outcome', title: words = id }) => ({
      id,
      type,
      title: words,
    })),
    links: links.map((link) => ({ id: freeId('l', taken), ...link })),
  });
}

type Box = { readonly id: string; readonly type?: NodeType; readonly title?: string };

const passedOver = /^(%%|classDef |class |style |linkStyle |click |subgraph\b|end$|direction )/;
const linkLine = /^(.+?)\s*(-\.->|-->|==>|---)\s*(?:\|"?(.*?)"?\|)?\s*(.+)$/;
const boxLine =
  /^([A-Za-z]\w*)\s*(?:(?:\(\[|\[\[|\(\(|\{\{|\[\/|\[|\(|\{|>)\s*"?(.*?)"?\s*(?:\]\)|\]\]|\)\)|\}\}|\/\]|\]|\)|\}))?(?::::(\w+))?$/;

function boxIn(text: string): Box | null {
  const [whole, id = '', words, kind] = boxLine.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const type = NodeType.safeParse(kind);
  return {
    id,
    ...(words !== undefined && { title: decoded(words) }),
    ...(type.success && { type: type.data }),
  };
}

function boxOf({ id, type, title }: TheoryNode): string {
  const [open, close] = brackets[type] ?? ['[', ']'];
  return `${id}${open}"${coded(title)}"${close}`;
}

const brackets: Partial<Record<NodeType, readonly [string, string]>> = {
  impact: ['([', '])'],
  assumption: ['{{', '}}'],
  external: ['(', ')'],
};

const styles: Readonly<Record<NodeType, string>> = {
  impact: 'fill:#e3ecd9,stroke:#3f6a2f',
  outcome: 'fill:#dce8f2,stroke:#2f5d84',
  precondition: 'fill:#e8eef4,stroke:#5c7288',
  output: 'fill:#f4ecd8,stroke:#8a6b1f',
  activity: 'fill:#f6e6da,stroke:#96552b',
  input: 'fill:#efefec,stroke:#6b6b63',
  assumption: 'fill:#f3e3ee,stroke:#8a3f74',
  external: 'fill:#ffffff,stroke:#6b6b63,stroke-dasharray:4',
};

function coded(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,'’–—:!?%/+-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

function decoded(text: string): string {
  return text.replaceAll('#quot;', '"').replace(/#(\d{1,7});/g, (code, digits: string) => {
    const point = Number(digits);
    return point <= 0x10ffff ? String.fromCodePoint(point) : code;
  });
}
