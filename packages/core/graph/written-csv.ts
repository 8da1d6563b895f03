import type { Cell } from '../table/index.ts';
import type { Network } from './network.ts';

/** Ties as a table with source, target and weight, which `networkFrom` reads. [GR-20] */
export function edgeRows({ ties }: Network): readonly (readonly Cell[])[] {
  return [
    ['source', 'target', 'weight'],
    ...ties.map(({ source, target, weight }) => [source, target, weight]),
  ];
}

/** Nodes as a table with id, label and every attribute, which `nodesFrom` reads. [GR-20] */
export function nodeRows({ nodes }: Network): readonly (readonly Cell[])[] {
  const names = [...new Set(nodes.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted();
  return [
    ['id', 'label', ...names],
    ...nodes.map(({ id, label, attributes }) => [
      id,
      label,
      ...names.map((name) => attributes[name] ?? null),
    ]),
  ];
}
