import type { TheoryLink, TheoryNode } from './model.ts';

// Formats that know nodes and edges with attributes of any name hold what is one value; lists they do not hold.

export type Attributes = Readonly<Record<string, string>>;

/** A node's single values as text by name, without id, type and title; what has no value is left out. */
export function nodeAttributes(node: TheoryNode): Attributes {
  const { text, actor, pathway, level, timing, source, how } = node;
  return filled({
    ...{ text, actor, pathway, level, timing, source, how },
    tested: node.tested === 'untested' ? '' : node.tested,
    proposed: node.proposed ? 'yes' : '',
    at: node.at === null ? '' : `${node.at.x}, ${node.at.y}`,
  });
}

/** A link's single values as text by name, without its ends; what has no value is left out. */
export function linkAttributes(link: TheoryLink): Attributes {
  const { id, rationale, quote } = link;
  return filled({
    ...{ id, rationale, quote },
    said_by: link.saidBy,
    strength: link.strength === 'unknown' ? '' : link.strength,
    lag_in_months: link.lagInMonths === null ? '' : String(link.lagInMonths),
    loop: link.loop ? 'yes' : '',
  });
}

/** A node's fields from attributes, for the model to check. Names that we do not know are passed over. */
export function nodeFields(from: Attributes): Readonly<Record<string, unknown>> {
  const plain = ['text', 'actor', 'pathway', 'level', 'timing', 'source', 'how', 'tested'];
  const [x, y] = (from['at'] ?? '').split(',').map(Number);
  return {
    ...Object.fromEntries(Object.entries(from).filter(([key]) => plain.includes(key))),
    ...(from['proposed'] === 'yes' && { proposed: true }),
    ...(y !== undefined && { at: { x, y } }),
  };
}

/** A link's fields from attributes, for the model to check. Names that we do not know are passed over. */
export function linkFields(from: Attributes): Readonly<Record<string, unknown>> {
  const plain = ['rationale', 'quote', 'strength'];
  return {
    ...Object.fromEntries(Object.entries(from).filter(([key]) => plain.includes(key))),
    ...(from['said_by'] !== undefined && { saidBy: from['said_by'] }),
    ...(from['lag_in_months'] !== undefined && { lagInMonths: Number(from['lag_in_months']) }),
    ...(from['loop'] === 'yes' && { loop: true }),
  };
}

function filled(values: Attributes): Attributes {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
