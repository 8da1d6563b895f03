import { MarkerType, type Edge } from '@xyflow/react';
import type { BoxNode } from './canvas-box.tsx';
import {
  boxHeight,
  boxWidth,
  type CanvasArrow,
  type CanvasBox,
  type CanvasDrawing,
  type Spot,
} from './canvas.ts';

function edgeOf(arrow: CanvasArrow, chosen: boolean): Edge {
  const { id, from, to, tone, shade, line, mark, state } = arrow;
  return {
    ...{ id, source: from, target: to, selected: chosen, interactionWidth: 24 },
    className: `canvas-arrow tone-${tone} ${shade} line-${line} ${state} ${chosen ? 'selected' : ''}`,
    ...(mark !== '' && { label: mark }),
    markerEnd: {
      type: MarkerType.ArrowClosed,
      color: `var(--tone-${tone})`,
      markerUnits: 'userSpaceOnUse',
      width: 26,
      height: 26,
    },
  };
}

// What looks as before stays the same object: with hundreds of boxes only those that changed are drawn again.

export function nodesOf(
  before: readonly BoxNode[],
  { boxes }: CanvasDrawing,
  where: ReadonlyMap<string, Spot>,
  selected: readonly string[],
): BoxNode[] {
  const old = new Map(before.map((node) => [node.id, node]));
  return boxes.map((box) =>
    nodeOf(old.get(box.id), box, where.get(box.id) ?? origin, selected.includes(box.id)),
  );
}

export function edgesOf(
  before: readonly Edge[],
  { arrows }: CanvasDrawing,
  selected: readonly string[],
): Edge[] {
  const old = new Map(before.map((edge) => [edge.id, edge]));
  return arrows.map((arrow) => {
    const edge = edgeOf(arrow, selected.includes(arrow.id));
    const same = old.get(arrow.id);
    return same !== undefined && alike(same, edge, edgeParts) ? same : edge;
  });
}

const edgeParts = ['source', 'target', 'label', 'selected', 'className'] as const;
const origin: Spot = { x: 0, y: 0 };

function nodeOf(old: BoxNode | undefined, box: CanvasBox, spot: Spot, selected: boolean): BoxNode {
  const same = old !== undefined && alike(old.data.box, box, boxParts);
  if (same && old.selected === selected && old.position.x === spot.x && old.position.y === spot.y)
    return old;
  return {
    ...{ id: box.id, data: same ? old.data : { box }, focusable: false },
    type: 'box',
    ...{ position: { ...spot }, selected, width: boxWidth, height: boxHeight },
    ...(old?.measured !== undefined && { measured: old.measured }),
  };
}

const boxParts = ['title', 'kind', 'tone', 'state', 'note', 'folded'] as const;

function alike<Thing extends object>(a: Thing, b: Thing, parts: readonly (keyof Thing)[]): boolean {
  return parts.every((part) => a[part] === b[part]);
}
