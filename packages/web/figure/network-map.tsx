import Graph from 'graphology';
import { useEffect, useRef } from 'react';
import Sigma from 'sigma';
import type { NetworkColours } from './network-colours.ts';
import { useNetworkColours } from './network-colours.ts';
import type { NetworkDrawing } from './network.ts';
import { radiusOf } from './network-picture.tsx';

/** What of a network stands out: all else is drawn pale. Null: nothing does, and all is drawn alike. */
export type Lit = { readonly node: string | null; readonly around: ReadonlySet<string> } | null;

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
  const sigma = useRef<Sigma | null>(null);
  const hands = useRef({ onPick, onPoint });
  useEffect(() => {
    hands.current = { onPick, onPoint };
  }, [onPick, onPoint]);
  useEffect(() => {
    if (holder.current === null || colours === null) return undefined;
    const made = new Sigma(graphOf(drawing, colours), holder.current, settingsOf(drawing, colours));
    made.on('clickNode', ({ node }) => hands.current.onPick(node));
    made.on('clickStage', () => hands.current.onPick(null));
    made.on('enterNode', ({ node }) => hands.current.onPoint(node));
    made.on('leaveNode', () => hands.current.onPoint(null));
    onCamera(cameraOf(made));
    sigma.current = made;
    return () => {
      onCamera(null);
      sigma.current = null;
      made.kill();
    };
  }, [drawing, colours, onCamera]);
  useEffect(() => {
    const fresh = sigma.current?.getSetting('nodeReducer') === null;
    // A fresh drawing without anything to lift out is right as it is; a second pass over it would take as long again.
    if (sigma.current === null || colours === null || (fresh && lit === null)) return;
    light(sigma.current, lit, colours);
  }, [drawing, lit, colours]);
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

const manyTies = 4000;

function graphOf({ marks, lines, directed }: NetworkDrawing, colours: NetworkColours): Graph {
  const graph = new Graph({ multi: true, type: directed ? 'directed' : 'undirected' });
  const heaviest = lines.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  // Thousands of marks of the usual size would cover each other.
  const scale = marks.length > 1000 ? 0.35 : 1;
  for (const mark of marks)
    graph.addNode(mark.id, {
      ...{ x: mark.x, y: 1 - mark.y, label: mark.label, size: scale * radiusOf(mark) },
      color: colours.categories[mark.category] ?? colours.tie,
    });
  const thin = lines.length > manyTies ? 0.3 : 0.8;
  for (const { from, to, weight } of lines)
    graph.addEdge(marks[from]?.id, marks[to]?.id, {
      size: thin + 2 * (weight / heaviest) * thin,
      color: lines.length > manyTies ? colours.soft : colours.tie,
    });
  return graph;
}

function settingsOf({ lines, directed }: NetworkDrawing, colours: NetworkColours) {
  const many = lines.length > manyTies;
  return {
    allowInvalidContainer: true,
    defaultEdgeType: directed && !many ? 'arrow' : 'line',
    hideEdgesOnMove: many,
    labelColor: { color: colours.ink },
    labelFont: "'Source Sans 3 Variable', sans-serif",
    labelSize: 13,
    labelDensity: 0.6,
    labelGridCellSize: 140,
    labelRenderedSizeThreshold: many ? 4 : 5,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    stagePadding: 40,
    zIndex: true,
  };
}

function light(sigma: Sigma, lit: Lit, colours: NetworkColours): void {
  const near = (id: string) => lit === null || lit.around.has(id);
  sigma.setSetting('nodeReducer', (id, data) => {
    if (lit?.node === id)
      return { ...data, color: colours.lit, highlighted: false, forceLabel: true, zIndex: 2 };
    return near(id)
      ? { ...data, forceLabel: lit !== null && lit.around.size <= 25, zIndex: 1 }
      : { ...data, color: colours.soft, label: null, zIndex: 0 };
  });
  sigma.setSetting('edgeReducer', (id, data) => {
    if (lit === null) return data;
    const [source, target] = sigma.getGraph().extremities(id);
    const bright =
      lit.node === null ? near(source) && near(target) : lit.node === source || lit.node === target;
    return bright ? { ...data, color: colours.tie, zIndex: 1 } : { ...data, hidden: true };
  });
}

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
