import {
  applyNodeChanges,
  Background,
  MarkerType,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  ViewportPortal,
  type Connection,
  type Edge,
  type NodeChange,
} from '@xyflow/react';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Box, BoxHands, type BoxNode } from './canvas-box.tsx';
import {
  boxHeight,
  boxWidth,
  grid,
  nearest,
  placed,
  type CanvasArrow,
  type CanvasBox,
  type CanvasDrawing,
  type Spot,
} from './canvas.ts';
import { laneGap } from './canvas-layout.ts';

export type CanvasActions = {
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onMove: (moves: Readonly<Record<string, Spot>>) => void;
  readonly onLink: (from: string, to: string) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  /** Something new that leads to a box; null begins with something that stands alone. */
  readonly onAdd: (leadsTo: string | null) => void;
  /** Go to where the chosen thing is edited. */
  readonly onEdit: (id: string) => void;
};

/** The moving part of the canvas. Positions and choice are the caller's; while something is dragged they are its own. */
export function CanvasFlow({
  drawing,
  spots,
  selected,
  actions,
  editable,
  minimap,
  says,
}: {
  drawing: CanvasDrawing;
  spots: ReadonlyMap<string, Spot>;
  selected: readonly string[];
  actions: CanvasActions;
  editable: boolean;
  minimap: boolean;
  says: (words: string) => void;
}) {
  const flow = useReactFlow();
  const where = useMemo(() => placed(drawing.boxes, spots), [drawing.boxes, spots]);
  const [nodes, setNodes] = useState<BoxNode[]>([]);
  const [at, setAt] = useState<string | null>(null);
  const [linkFrom, setLinkFrom] = useState<string | null>(null);
  const [edges, setEdges] = useState<Edge[]>([]);
  // What looks as before stays the same object: with hundreds of boxes only those that changed are drawn again.
  useEffect(() => {
    setNodes((before) => {
      const old = new Map(before.map((node) => [node.id, node]));
      return drawing.boxes.map((box) =>
        nodeOf(old.get(box.id), box, where.get(box.id) ?? origin, selected.includes(box.id)),
      );
    });
  }, [drawing.boxes, where, selected]);
  useEffect(() => {
    setEdges((before) => {
      const old = new Map(before.map((edge) => [edge.id, edge]));
      return drawing.arrows.map((arrow) => {
        const edge = edgeOf(arrow, selected.includes(arrow.id));
        const same = old.get(arrow.id);
        return same !== undefined &&
          same.className === edge.className &&
          alike(same, edge, edgeParts)
          ? same
          : edge;
      });
    });
  }, [drawing.arrows, selected]);
  const lanes = drawing.lanes.join('\n');
  useEffect(() => {
    const soon = setTimeout(() => void flow.fitView({ maxZoom: 1 }), 300);
    return () => clearTimeout(soon);
  }, [flow, lanes]);
  const here = at !== null && where.has(at) ? at : (drawing.boxes[0]?.id ?? null);
  const go = (id: string) => {
    setAt(id);
    document.getElementById(`box-${id}`)?.focus({ preventScroll: true });
    const spot = where.get(id);
    if (spot !== undefined)
      void flow.setCenter(spot.x + boxWidth / 2, spot.y + boxHeight / 2, { zoom: flow.getZoom() });
  };
  const press = (id: string, more: boolean) => {
    setAt(id);
    if (linkFrom !== null) {
      setLinkFrom(null);
      if (linkFrom !== id) actions.onLink(linkFrom, id);
      return;
    }
    const rest = selected.filter((each) => each !== id);
    actions.onSelect(more ? (rest.length < selected.length ? rest : [...selected, id]) : [id]);
  };
  const keys = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.id.startsWith('box-')) return;
    const box = event.target.id.slice('box-'.length);
    const chosen = selected.includes(box) ? selected : [box];
    const act = keyed(event, {
      walk: (direction) => {
        const next = nearest(where, box, direction);
        if (next !== null) go(next);
      },
      shift: (x, y) => {
        const moves = chosen.flatMap((id) => {
          const spot = where.get(id);
          return spot === undefined ? [] : [[id, { x: spot.x + x * grid, y: spot.y + y * grid }]];
        });
        actions.onMove(Object.fromEntries(moves));
      },
      link: () => {
        setLinkFrom(box);
        says('Walk to what it leads to and press Enter. Escape leaves it.');
      },
      leave: () => {
        setLinkFrom(null);
        actions.onSelect([]);
        says('Nothing is chosen.');
      },
      add: () => actions.onAdd(box),
      remove: () => actions.onRemove(chosen),
      edit: () => actions.onEdit(box),
    });
    if (act === null || (act.edits && !editable)) return;
    event.preventDefault();
    act.run();
  };
  return (
    <BoxHands value={{ at: here, onFocus: setAt, editable, onPress: press }}>
      {/* Keys of the boxes inside, which are buttons. */}
      <div className="canvas-keys" role="presentation" onKeyDown={keys}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={boxTypes}
          onNodesChange={(changes: NodeChange<BoxNode>[]) =>
            setNodes((before) =>
              applyNodeChanges(
                changes.filter(({ type }) => type !== 'select'),
                before,
              ),
            )
          }
          onNodeDragStop={(_, __, moved) =>
            actions.onMove(Object.fromEntries(moved.map(({ id, position }) => [id, position])))
          }
          onSelectionDragStop={(_, moved) =>
            actions.onMove(Object.fromEntries(moved.map(({ id, position }) => [id, position])))
          }
          onSelectionEnd={() =>
            actions.onSelect(
              flow.getNodes().flatMap((node) => (node.selected === true ? [node.id] : [])),
            )
          }
          onEdgeClick={(_, { id }) => actions.onSelect([id])}
          onPaneClick={() => actions.onSelect([])}
          onConnect={({ source, target }: Connection) => actions.onLink(source, target)}
          nodesDraggable={editable}
          nodesConnectable={editable}
          edgesFocusable={false}
          nodesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionMode={SelectionMode.Partial}
          snapToGrid
          snapGrid={snap}
          minZoom={0.05}
          maxZoom={2}
          fitView
          fitViewOptions={{ maxZoom: 1 }}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={grid * 2} />
          <Lanes {...{ drawing, where }} />
          {minimap && <MiniMap pannable zoomable ariaLabel="The whole theory in small" />}
          <Panel position="top-right">
            <div className="canvas-zoom">
              <Button onClick={() => void flow.zoomIn()} aria-label="Zoom in">
                +
              </Button>
              <Button onClick={() => void flow.zoomOut()} aria-label="Zoom out">
                −
              </Button>
              <Button onClick={() => void flow.fitView({ maxZoom: 1 })}>All</Button>
            </div>
          </Panel>
        </ReactFlow>
      </div>
    </BoxHands>
  );
}

/** The names of the lanes over their columns, as wide as what stands in them. */
function Lanes({ drawing, where }: { drawing: CanvasDrawing; where: ReadonlyMap<string, Spot> }) {
  const top = Math.min(...[...where.values()].map(({ y }) => y)) - 72;
  const bottom = Math.max(...[...where.values()].map(({ y }) => y)) + boxHeight + 24;
  return (
    <ViewportPortal>
      {drawing.lanes.map((lane) => {
        const own = drawing.boxes.flatMap(({ id, lane: of }) =>
          of === lane ? [where.get(id)?.x ?? 0] : [],
        );
        const left = Math.min(...own) - laneGap / 2;
        const width = Math.max(...own) + boxWidth + laneGap / 2 - left;
        return (
          <div
            key={lane}
            className="canvas-lane"
            style={{ transform: `translate(${left}px, ${top}px)`, width, height: bottom - top }}
          >
            {lane === '' ? 'No lane' : lane}
          </div>
        );
      })}
    </ViewportPortal>
  );
}

type Moves = {
  readonly walk: (direction: 'left' | 'right' | 'up' | 'down') => void;
  readonly shift: (x: number, y: number) => void;
} & Readonly<Record<'link' | 'leave' | 'add' | 'remove' | 'edit', () => void>>;

type Act = { readonly edits: boolean; readonly run: () => void };

const directions: Readonly<
  Record<string, readonly ['left' | 'right' | 'up' | 'down', number, number]>
> = {
  ArrowLeft: ['left', -1, 0],
  ArrowRight: ['right', 1, 0],
  ArrowUp: ['up', 0, -1],
  ArrowDown: ['down', 0, 1],
};

/** What a key means at a box; null for a key that means nothing there. */
function keyed(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  moves: Moves,
): Act | null {
  if (ctrlKey || metaKey || altKey) return null;
  const direction = directions[key];
  if (direction !== undefined) {
    const [name, x, y] = direction;
    if (shiftKey) return { edits: true, run: () => moves.shift(x, y) };
    return { edits: false, run: () => moves.walk(name) };
  }
  const act = {
    l: ['link', true],
    n: ['add', true],
    e: ['edit', false],
    Delete: ['remove', true],
    Backspace: ['remove', true],
    Escape: ['leave', false],
  } as const;
  const found = Object.hasOwn(act, key) ? act[key as keyof typeof act] : undefined;
  return found === undefined ? null : { edits: found[1], run: moves[found[0]] };
}

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

const edgeParts = ['source', 'target', 'label', 'selected'] as const;
const origin: Spot = { x: 0, y: 0 };

function nodeOf(old: BoxNode | undefined, box: CanvasBox, spot: Spot, selected: boolean): BoxNode {
  const same = old !== undefined && alike(old.data.box, box, boxParts);
  if (same && old.selected === selected && old.position.x === spot.x && old.position.y === spot.y)
    return old;
  return {
    ...{ id: box.id, type: 'box', data: same ? old.data : { box }, focusable: false },
    ...{ position: { ...spot }, selected, width: boxWidth, height: boxHeight },
    ...(old?.measured !== undefined && { measured: old.measured }),
  };
}

const boxParts = ['title', 'kind', 'tone', 'state', 'note', 'folded'] as const;

function alike<Thing extends object>(a: Thing, b: Thing, parts: readonly (keyof Thing)[]): boolean {
  return parts.every((part) => a[part] === b[part]);
}

const boxTypes = { box: Box };
const snap: [number, number] = [grid, grid];
