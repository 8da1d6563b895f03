import { z } from 'zod';
import { parsed, problem, refused, type Outcome } from '../problem.ts';
import { linkAttributes, linkFields, nodeAttributes, nodeFields, type Attributes } from './flat.ts';
import { freeId } from './free-id.ts';
import { checkedTheory, NodeType, TheoryNode, type Theory } from './model.ts';

// Kumu's blueprint: elements with labels, connections between them by label or id, and fields of any name. Its backups
// keep the same fields under "attributes", the type as "element type". Both are read; the first is written.

const Item = z.record(z.string(), z.unknown());
const Blueprint = z.object({ elements: z.array(Item), connections: z.array(Item).default([]) });

/**
 * A theory as a Kumu blueprint. What has one value becomes a field; lists are not in it, nor the theory's own summary.
 * Ends are ids, which are also fields of the elements: labels need not be single in a theory. [TC-18]
 * Source: docs.kumu.io/guides/import/blueprints.html. That "id" is matched before "label" is UNVERIFIED.
 */
export function kumuText({ title, nodes, links }: Theory): string {
  return `${JSON.stringify(
    {
      name: title,
      elements: nodes.map((node) => ({
        ...{ id: node.id, label: node.title, type: node.type },
        ...renamed(nodeAttributes(node), 'text', 'description'),
      })),
      connections: links.map((link) => ({
        ...{ from: link.from, to: link.to, direction: 'directed' },
        ...renamed(linkAttributes(link), 'rationale', 'description'),
      })),
    },
    null,
    2,
  )}\n`;
}

/** Whether this JSON is a drawing of Kumu's, whatever its file is called. */
export function isBlueprint(text: string): boolean {
  const json = jsonIn(text);
  return json.ok && z.object({ elements: z.array(z.unknown()) }).safeParse(json.value).success;
}

/** Reads a blueprint or a backup. Elements of a type that we do not have become outcomes, with the type as level. */
export function readKumu(text: string, title = 'Theory of change'): Outcome<Theory> {
  const json = jsonIn(text);
  if (!json.ok) return json;
  const read = parsed(Blueprint, json.value);
  if (!read.ok) return read;
  const elements = read.value.elements.map(flattened);
  const connections = read.value.connections.map(flattened);
  const taken = new Set([...elements, ...connections].map((item) => idOf(item) ?? ''));
  const ids = elements.map((item) => idOf(item) ?? freeId('n', taken));
  const byName = new Map(
    elements.flatMap((item, at) =>
      [item['label'], item['_id'], item['id']].flatMap((name): [string, string][] =>
        name === undefined ? [] : [[name, ids[at] ?? '']],
      ),
    ),
  );
  const name = z.object({ name: z.string() }).safeParse(json.value);
  return checkedTheory({
    title: name.success ? name.data.name : title,
    nodes: elements.map((item, at) => nodeFrom(item, ids[at] ?? '')),
    links: connections.map((item) => ({
      id: idOf(item) ?? freeId('l', taken),
      from: byName.get(item['from'] ?? '') ?? '',
      to: byName.get(item['to'] ?? '') ?? '',
      ...linkFields(renamed(item, 'description', 'rationale')),
    })),
  });
}

/** JSON text as a value. */
export function jsonIn(text: string): Outcome<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refused(problem('not-json'));
  }
}

function nodeFrom(item: Attributes, id: string): Readonly<Record<string, unknown>> {
  const said = item['type'] ?? item['element type'] ?? '';
  const type = NodeType.safeParse(said.toLowerCase());
  return {
    ...{ id, title: (item['label'] ?? id).replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ').trim() },
    type: type.success ? type.data : 'outcome',
    ...(!type.success && said !== '' && { level: said }),
    ...nodeFields(renamed(item, 'description', 'text')),
  };
}

function flattened(item: Readonly<Record<string, unknown>>): Attributes {
  const inner = Item.safeParse(item['attributes']);
  const all = { ...item, ...(inner.success && inner.data) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  );
}

/** An id of its own that can be one of ours. */
function idOf(item: Attributes): string | undefined {
  const id = TheoryNode.shape.id.safeParse(item['id']);
  return id.success ? id.data : undefined;
}

function renamed(values: Attributes, from: string, to: string): Attributes {
  const { [from]: value, ...rest } = values;
  return value === undefined ? rest : { ...rest, [to]: value };
}
