import type { Lanes, NodeType, Theory, TheoryNode } from './model.ts';
import { longestInto } from './walk.ts';
import { pathwayWords, typeWords } from './words.ts';

const storey: Readonly<Record<NodeType, number>> = {
  input: 0,
  activity: 1,
  output: 2,
  assumption: 3,
  external: 3,
  precondition: 4,
  outcome: 5,
  impact: 6,
};

/** Nodes from what is put in to what comes of it: by how long the longest chain to each is, then by type. */
export function inOrder(theory: Theory): readonly TheoryNode[] {
  const longest = longestInto(theory);
  const rank = ({ id, type }: TheoryNode) => (longest.get(id)?.length ?? 0) * 10 + storey[type];
  return theory.nodes.toSorted((a, b) => rank(a) - rank(b));
}

/** The lane of a node's own words; '' where it has none. */
export function laneOf(node: TheoryNode, by: Lanes): string {
  switch (by) {
    case 'none':
      return '';
    case 'pathway':
      return node.pathway === '' ? '' : pathwayWords[node.pathway];
    case 'type':
      return typeWords[node.type];
    default:
      return node[by];
  }
}

/** The lanes of a theory: types from impact down, others by name; nodes without a lane come last. */
export function lanesOf({ nodes, lanes }: Theory): readonly string[] {
  const names = new Set(nodes.map((node) => laneOf(node, lanes)));
  const known = lanes === 'type' ? Object.values(typeWords) : [...names].toSorted();
  return [
    ...known.filter((name) => name !== '' && names.has(name)),
    ...(names.has('') ? [''] : []),
  ];
}
