import { problem, refused, type Outcome, type Problem } from '../problem.ts';
import { freeId } from './free-id.ts';
import { linesOf, readLine, type Line } from './lines.ts';
import { checkedTheory, NodeType, type Theory } from './model.ts';

/**
 * Reads a theory from indented text: what `outlineText` writes, and what people type by hand. There a line is a node,
 * with or without "- ", its type in square brackets and its id; what stands deeper leads to it. Without a type the
 * first storey is the impact, a line with nothing below it an activity, and what is between an outcome. [TC-17]
 */
export function readOutline(text: string, title = 'Theory of change'): Outcome<Theory> {
  const lines = linesOf(text);
  const heads = lines.filter(({ text: words }) => /^(theory|summary|lanes): /.test(words));
  const entries = lines
    .filter((line) => !heads.includes(line))
    .flatMap((line) => entriesOf(line, 0));
  const strays = entries.filter(({ fields }) => fields === null);
  if (strays.length > 0)
    return refused(
      ...strays.map(({ line }) => problem('field-without-node', {}, { row: line.row })),
    );
  const drawn = drawnFrom(entries);
  if (drawn.problems.length > 0) return refused(...drawn.problems);
  return checkedTheory({
    ...{ title, ...headFields(heads) },
    nodes: drawn.nodes,
    links: drawn.links,
  });
}

type Fields = Record<string, unknown>;
type Entry = {
  readonly line: Line;
  readonly depth: number;
  /** Null for a field line that stands where no node is open. */
  readonly fields: Fields | null;
  readonly link: Fields;
  readonly id: string | null;
  readonly reference: boolean;
  readonly children: readonly Entry[];
};

function entriesOf(line: Line, depth: number): readonly Entry[] {
  if (isField(line))
    return [{ line, depth, fields: null, link: {}, id: null, reference: false, children: [] }];
  const own = line.below.filter(isField);
  const children = line.below
    .filter((each) => !isField(each))
    .flatMap((each) => entriesOf(each, depth + 1));
  const head = headOf(line.text.replace(/^- /, ''));
  const type = head.type ?? typeBy(depth, children.length);
  const fields = { type, title: head.title, ...valuesOf(own, nodeKeys) };
  const link = valuesOf(own, linkKeys);
  return [{ line, depth, fields, link, id: head.id, reference: head.title === '', children }];
}

function headOf(words: string): { type: NodeType | null; title: string; id: string | null } {
  const [, before = words, id] = /^(.*?)\s*\{#([A-Za-z]\w*)\}$/.exec(words) ?? [];
  const [, named, rest] = /^\[(\w+)\]\s*(.*)$/.exec(before) ?? [];
  const type = NodeType.safeParse(named);
  const title = readLine(type.success ? (rest ?? '') : before);
  return { type: type.success ? type.data : null, title, id: id ?? null };
}

function typeBy(depth: number, below: number): NodeType {
  if (depth === 0) return 'impact';
  return below === 0 ? 'activity' : 'outcome';
}

type Drawn = { nodes: Fields[]; links: Fields[]; problems: Problem[] };

function drawnFrom(entries: readonly Entry[]): Drawn {
  const taken = new Set(entries.flatMap(namesIn));
  const drawn: Drawn = { nodes: [], links: [], problems: [] };
  const draw = (entry: Entry, above: string | null): void => {
    const id = entry.id ?? freeId('n', taken);
    if (!entry.reference) drawn.nodes.push({ id, ...entry.fields });
    if (above !== null) {
      const { id: named, ...rest } = entry.link;
      drawn.links.push({ id: named ?? freeId('l', taken), from: id, to: above, ...rest });
    }
    for (const child of entry.children) draw(child, id);
  };
  for (const entry of entries) draw(entry, null);
  const known = new Set(drawn.nodes.map(({ id }) => id));
  const missing = entries
    .flatMap(everyEntry)
    .filter(({ reference, id }) => reference && !known.has(id));
  drawn.problems.push(
    ...missing.map(({ line, id }) => problem('node-gone', { id: id ?? '' }, { row: line.row })),
  );
  return drawn;
}

function everyEntry(entry: Entry): readonly Entry[] {
  return [entry, ...entry.children.flatMap(everyEntry)];
}

function namesIn(entry: Entry): readonly string[] {
  return everyEntry(entry).flatMap(({ id, link }) => [
    ...(id === null ? [] : [id]),
    ...(typeof link['id'] === 'string' ? [link['id']] : []),
  ]);
}

function headFields(lines: readonly Line[]): Fields {
  return Object.fromEntries(
    lines.map(({ text }) => {
      const [key, value] = parted(text);
      return [key === 'theory' ? 'title' : key, readLine(value)];
    }),
  );
}

type Reader = (fields: Fields, value: string, below: readonly Line[]) => Fields;

const said =
  (key: string): Reader =>
  (_, value) => ({ [key]: readLine(value) });
const yes =
  (key: string): Reader =>
  (_, value) => ({ [key]: value === 'yes' });
const oneMore =
  (key: string, read: (value: string, below: readonly Line[]) => unknown): Reader =>
  (fields, value, below) => ({ [key]: [...listIn(fields[key]), read(value, below)] });

const nodeKeys: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    ['text', 'actor', 'pathway', 'level', 'timing', 'source', 'tested', 'how'].map((key) => [
      key,
      said(key),
    ]),
  ),
  proposed: yes('proposed'),
  at: (_, value) => {
    const [x, y] = value.split(',').map(Number);
    return { at: { x, y } };
  },
  indicator: oneMore('indicators', (value, below) => ({
    title: readLine(value),
    ...belowOf(below),
  })),
};

const linkKeys: Readonly<Record<string, Reader>> = {
  link: said('id'),
  why: said('rationale'),
  strength: said('strength'),
  lag: (_, value) => ({ lagInMonths: Number(value) }),
  loop: yes('loop'),
  quote: said('quote'),
  'said-by': said('saidBy'),
  assumes: oneMore('assumptions', (value, below) => ({ text: readLine(value), ...belowOf(below) })),
  claim: oneMore('claims', (value) => {
    const [claim, stance = 'supports'] = value.split(' ');
    return { claim, stance };
  }),
  live: oneMore('targets', (value) => value),
};

function isField({ text }: Line): boolean {
  const [key] = parted(text);
  return !text.startsWith('- ') && (Object.hasOwn(nodeKeys, key) || Object.hasOwn(linkKeys, key));
}

function valuesOf(lines: readonly Line[], keys: Readonly<Record<string, Reader>>): Fields {
  return lines.reduce<Fields>((fields, { text, below }) => {
    const [key, value] = parted(text);
    const read = Object.hasOwn(keys, key) ? keys[key] : undefined;
    return read === undefined ? fields : { ...fields, ...read(fields, value, below) };
  }, {});
}

function belowOf(lines: readonly Line[]): Fields {
  return Object.fromEntries(
    lines.map(({ text }) => {
      const [key, value] = parted(text);
      return [key, readLine(value)];
    }),
  );
}

function parted(text: string): readonly [string, string] {
  const at = text.indexOf(': ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
