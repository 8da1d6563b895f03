import Graph from 'graphology';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { NodePointProgram } from 'sigma/rendering';
import type { NetworkColours } from './network-colours.ts';
import { useNetworkColours } from './network-colours.ts';
import { LitSheet, spotOf, type Lit } from './network-lit.ts';
import { Names, type Spot } from './network-names.ts';
import { radiusOf } from './network-picture.tsx';
import { drawTies } from './network-ties.ts';
import type { NetworkDrawing } from './network.ts';

/**
 * A network that can be moved, zoomed and pointed at. Positions are the caller's, so that the same network looks the
 * same next time. It asks for WebGL: see `canDrawMaps`. Names of the larger nodes show where there is room.
 */
export function NetworkMap({
  drawing,
  lit,
  onPick,
  onPoint,
  onCamera,
}: {
  drawing: NetworkDrawing;
  lit: Lit;
  onPick: (id: string | null) => void;
  onPoint: (id: string | null) => void;
  /** Hears how to move the map once it is there, and null when it goes. */
  onCamera: (camera: NetworkCamera | null) => void;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const colours = useNetworkColours(holder);
  const [sheet, setSheet] = useState<LitSheet | null>(null);
  const hands = useRef({ onPick, onPoint });
  useEffect(() => {
    hands.current = { onPick, onPoint };
  }, [onPick, onPoint]);
  useEffect(() => {
    if (holder.current === null || colours === null) return undefined;
    const made = new Sigma(graphOf(drawing, colours), holder.current, settingsOf(drawing, colours));
    if (hasMany(drawing)) drawTies(made, drawing, colours.soft);
    drawNames(made, drawing, colours);
    made.on('clickNode', ({ node }) => hands.current.onPick(node));
    made.on('clickStage', () => hands.current.onPick(null));
    made.on('enterNode', ({ node }) => hands.current.onPoint(node));
    made.on('leaveNode', () => hands.current.onPoint(null));
    onCamera(cameraOf(made));
    setSheet(new LitSheet(made, drawing, colours));
    return () => {
      onCamera(null);
      setSheet(null);
      made.kill();
    };
  }, [drawing, colours, onCamera]);
  useEffect(() => sheet?.show(lit), [sheet, lit]);
  return <div ref={holder} className="network-canvas" aria-hidden="true" />;
}

/** How others move the map: by keys and buttons. */
export type NetworkCamera = {
  readonly zoom: (direction: 'in' | 'out' | 'all') => void;
  readonly show: (id: string) => void;
};

/** Whether this browser can draw the moving map. */
export function canDrawMaps(): boolean {
  try {
    const canvas = document.createElement('canvas');
    return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
  } catch {
    return false;
  }
}

/** Whether there are more ties than the map itself can keep in hand. */
function hasMany({ lines }: NetworkDrawing): boolean {
  return lines.length > 4000;
}

/** What the map draws: the marks and, unless there are very many, the ties. */
function graphOf(drawing: NetworkDrawing, colours: NetworkColours): Graph {
  const { marks, lines, directed } = drawing;
  const graph = new Graph({ multi: true, type: directed ? 'directed' : 'undirected' });
  const heaviest = lines.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  // Thousands of marks of the usual size would cover each other.
  const scale = marks.length > 1000 ? 0.35 : 1;
  for (const mark of marks)
    graph.addNode(mark.id, {
      ...{ x: mark.x, y: 1 - mark.y, label: mark.label, size: scale * radiusOf(mark) },
      color: colours.categories[mark.category] ?? colours.tie,
    });
  if (hasMany(drawing)) return graph;
  for (const { from, to, weight } of lines)
    graph.addEdge(marks[from]?.id, marks[to]?.id, {
      size: 0.8 + 1.6 * (weight / heaviest),
      color: colours.tie,
    });
  return graph;
}

function settingsOf(drawing: NetworkDrawing, colours: NetworkColours) {
  const many = hasMany(drawing);
  return {
    allowInvalidContainer: true,
    // Without a graphics card, the finer shapes of thousands of marks take long.
    ...(many && { nodeProgramClasses: { circle: NodePointProgram } }),
    defaultEdgeType: drawing.directed ? 'arrow' : 'line',
    labelColor: { color: colours.ink },
    labelFont: "'Source Sans 3 Variable', sans-serif",
    labelSize: 13,
    labelDensity: 0.6,
    labelGridCellSize: 140,
    labelRenderedSizeThreshold: many ? 4 : 5,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    stagePadding: 40,
  };
}

/** Names that stay on the map and off each other; by itself the map writes them all to the right. */
function drawNames(sigma: Sigma, { marks }: NetworkDrawing, colours: NetworkColours): void {
  const sheet = sigma.getCanvases().labels?.getContext('2d') ?? null;
  if (sheet === null) return;
  const names = new Names(sheet);
  const looked = marks.length > mostLookedAt ? [] : marks;
  const waiting: Named[] = [];
  sigma.on('beforeRender', () => {
    waiting.length = 0;
  });
  sigma.setSetting('defaultDrawNodeLabel', (_, { label, x, y, size: radius }) => {
    if (label !== null) waiting.push({ label, x, y, radius });
  });
  // The map goes from field to field; what is largest is to be named first.
  sigma.on('afterRender', () => {
    const spots = looked.flatMap(({ id }) => spotOf(sigma, id) ?? []);
    names.clear(sigma.getDimensions().width, spots);
    for (const each of waiting.toSorted((a, b) => b.radius - a.radius))
      names.write(each.label, each, colours);
  });
}

type Named = Spot & { readonly label: string };

/** Of more marks names cover some wherever they stand. */
const mostLookedAt = 300;

function cameraOf(sigma: Sigma): NetworkCamera {
  const move = sigma.getCamera();
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180;
  return {
    zoom: (direction) => {
      if (direction === 'in') void move.animatedZoom({ duration });
      else if (direction === 'out') void move.animatedUnzoom({ duration });
      else void move.animatedReset({ duration });
    },
    show: (id) => {
      const spot = sigma.getNodeDisplayData(id);
      if (spot !== undefined) void move.animate({ x: spot.x, y: spot.y }, { duration });
    },
  };
}
