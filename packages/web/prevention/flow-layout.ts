import type { FlowNode, FundingFlow } from '@freehold/core/prevention';

/** A node as a bar, and a flow as a band between two bars; in pixels. */
export type PlacedNode = FlowNode & {
  readonly x: number;
  readonly y: number;
  readonly height: number;
};
export type Band = {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly width: number;
  readonly path: string;
};
export type FlowLayout = {
  readonly nodes: readonly PlacedNode[];
  readonly bands: readonly Band[];
  readonly height: number;
};

export const barWidth = 12;
const kinds = ['funder', 'intervention', 'timing'] as const;
/** Room for a node’s two lines of words, however thin its bar. */
const least = 44;

/**
 * Lays a flow of money out in three columns, heights in proportion to amounts; a column with many nodes is taller,
 * and every node keeps room for its words.
 *
 * Holds: bands that enter a bar, and those that leave it, are stacked without overlap inside it.
 */
export function flowLayout({ nodes, flows, total }: FundingFlow, width: number): FlowLayout {
  const most = Math.max(
    1,
    ...kinds.map((kind) => nodes.filter((each) => each.kind === kind).length),
  );
  const scale = total === 0 ? 0 : (Math.max(220, most * least) - most * 8) / total;
  const placed = kinds.flatMap((kind, column) => {
    const here = nodes.filter((node) => node.kind === kind && node.amount > 0);
    const heights = here.map(({ amount }) => Math.max(2, amount * scale));
    const steps = heights.map((height) => Math.max(height + 8, least));
    return here.map((node, at) => ({
      ...node,
      x: ((width - barWidth) / 2) * column,
      y: steps.slice(0, at).reduce((sum, step) => sum + step, 0),
      height: heights[at] ?? 2,
    }));
  });
  const byId = new Map(placed.map((node) => [node.id, node]));
  const used = new Map<string, number>();
  const take = (end: string, amount: number) => {
    const before = used.get(end) ?? 0;
    used.set(end, before + amount);
    return before;
  };
  const bands = flows.flatMap(({ from, to, amount }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a === undefined || b === undefined) return [];
    const thick = Math.max(1, amount * scale);
    const y1 = a.y + take(`out ${from}`, amount) * scale + thick / 2;
    const y2 = b.y + take(`in ${to}`, amount) * scale + thick / 2;
    const [x1, x2] = [a.x + barWidth, b.x];
    const bend = (x1 + x2) / 2;
    return [
      {
        from,
        to,
        amount,
        width: thick,
        path: `M${x1},${y1}C${bend},${y1} ${bend},${y2} ${x2},${y2}`,
      },
    ];
  });
  const height = Math.max(80, ...placed.map((node) => node.y + Math.max(node.height, least)));
  return { nodes: placed, bands, height };
}
