import { z } from 'zod';
import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';

/** What is known of one indicator, or of one node that is made of others. */
export const Node = z.strictObject({
  code: z.string().trim().min(1).max(100),
  name: z.string().trim().max(300),
  /** 1 for an indicator, one more for each step up. */
  level: z.int().min(1).max(50),
  /** The node one level up that it is part of; null for the top. */
  parent: z.string().trim().min(1).max(100).nullable(),
  /** 1 where more is better, −1 where less is. */
  direction: z.union([z.literal(1), z.literal(-1)]),
  /** Beside its siblings; only proportions matter. */
  weight: z.number().min(0),
  denominator: z.string().trim().min(1).max(100).nullable(),
  target: z.number().nullable(),
  goalposts: z
    .strictObject({ low: z.number(), high: z.number(), scale: z.number(), cut: z.boolean() })
    .nullable(),
});
export type Node = z.infer<typeof Node>;

/** A node with the row of the file that it stood in, for what is wrong with it. */
export type NodeRow = { readonly row: number; readonly node: Node };

/** What an index is built over: nodes of each level, and which columns divide and which tell groups apart. */
export type Structure = {
  readonly indicators: readonly Node[];
  /** Nodes from level 2 up, lower levels first, in the order of the file. */
  readonly aggregates: readonly Node[];
  readonly children: ReadonlyMap<string, readonly Node[]>;
  readonly levels: number;
};

/**
 * Checks that nodes make one or more trees: codes used once, parents that are there and one level up, no node of a
 * higher level without children, no indicator without a parent where there are levels above. All problems at once,
 * each with its row: `repeated-code`, `unknown-parent`, `wrong-level`, `own-ancestor`, `node-without-parent`,
 * `node-without-children`, `no-indicators`. [CO-1]
 */
export function structureOf(rows: readonly NodeRow[]): Outcome<Structure> {
  const byCode = new Map<string, NodeRow>();
  for (const each of rows) if (!byCode.has(each.node.code)) byCode.set(each.node.code, each);
  const children = new Map<string, Node[]>();
  for (const { node } of rows) {
    if (node.parent === null) continue;
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  const levels = Math.max(0, ...rows.map(({ node }) => node.level));
  const problems = [
    ...(rows.some(({ node }) => node.level === 1) ? [] : [problem('no-indicators')]),
    ...rows.flatMap((each) => faultsOf(each, byCode, children, levels)),
  ];
  if (problems.length > 0) return refused(...problems);
  const nodes = rows.map(({ node }) => node);
  return fine({
    indicators: nodes.filter(({ level }) => level === 1),
    aggregates: nodes.filter(({ level }) => level > 1).toSorted((a, b) => a.level - b.level),
    children,
    levels,
  });
}

/** The node that an index is about unless told: the last of the highest level, or an indicator where there is no level above. */
export function topOf({ aggregates, indicators, levels }: Structure): string {
  const top = aggregates.findLast(({ level }) => level === levels) ?? indicators[0];
  return top?.code ?? '';
}

/** A structure without one node and what is beneath it, and without the nodes that have nothing left then. [CO-20] */
export function withoutNode(structure: Structure, code: string): Structure {
  const children = new Map(
    [...structure.children]
      .filter(([parent]) => parent !== code)
      .map(([parent, nodes]) => [parent, nodes.filter((node) => node.code !== code)] as const),
  );
  const emptied = [...children].find(([, nodes]) => nodes.length === 0)?.[0];
  const aggregates = structure.aggregates.filter((node) => node.code !== code);
  const left = { ...structure, aggregates, children };
  return emptied === undefined ? left : withoutNode(left, emptied);
}

function faultsOf(
  { row, node }: NodeRow,
  byCode: ReadonlyMap<string, NodeRow>,
  children: ReadonlyMap<string, readonly Node[]>,
  levels: number,
): readonly Problem[] {
  const first = byCode.get(node.code);
  const { code, level, parent } = node;
  const at = { row };
  if (first !== undefined && first.row !== row)
    return [
      problem(
        'repeated-code',
        { name: code, first: `row ${first.row}` },
        { ...at, column: 'iCode' },
      ),
    ];
  const faults: Problem[] = [];
  if (level > 1 && !children.has(code))
    faults.push(problem('node-without-children', { code }, { ...at, column: 'iCode' }));
  if (parent === null) {
    if (level < levels)
      faults.push(problem('node-without-parent', { code, level }, { ...at, column: 'Parent' }));
    return faults;
  }
  const above = byCode.get(parent)?.node;
  if (above === undefined)
    faults.push(problem('unknown-parent', { parent }, { ...at, column: 'Parent' }));
  else if (isOwnAncestor(node, byCode))
    faults.push(problem('own-ancestor', { code, parent }, { ...at, column: 'Parent' }));
  else if (above.level !== level + 1)
    faults.push(
      problem(
        'wrong-level',
        { code, level, parent, parentLevel: above.level },
        { ...at, column: 'Level' },
      ),
    );
  return faults;
}

function isOwnAncestor(node: Node, byCode: ReadonlyMap<string, NodeRow>): boolean {
  const seen = new Set<string>();
  let up = node.parent;
  while (up !== null && !seen.has(up)) {
    if (up === node.code) return true;
    seen.add(up);
    up = byCode.get(up)?.node.parent ?? null;
  }
  return false;
}
