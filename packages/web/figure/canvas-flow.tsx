import {
  applyNodeChanges,
  Background,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
  useReactFlow,
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
  type CanvasDrawing,
  type Spot,
} from './canvas.ts';
import { keyed } from './canvas-keys.ts';
import { Lanes } from './canvas-lanes.tsx';
import { edgesOf, nodesOf } from './canvas-marks.ts';

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
  const [shown, setShown] = useState<readonly unknown[]>([]);
  const now = [drawing, where, selected];
  if (now.some((each, part) => each !== shown[part])) {
    setShown(now);
    setNodes((before) => nodesOf(before, drawing, where, selected));
    setEdges((before) => edgesOf(before, drawing, selected));
  }
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

const boxTypes = { box: Box };
const snap: [number, number] = [grid, grid];
