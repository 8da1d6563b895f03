import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { useEffect, useState } from 'react';
import { boxHeight, boxWidth, type CanvasDrawing, type Spot } from './canvas.ts';

/**
 * Where the boxes of a drawing stand, goal on top, worked out in a worker; null until it is known. It is worked out
 * again when boxes or arrows come or go or change lanes, not when they only change their looks.
 */
export function useLayout(drawing: CanvasDrawing): ReadonlyMap<string, Spot> | null {
  const key = keyOf(drawing);
  const [known, setKnown] = useState<{ key: string; spots: ReadonlyMap<string, Spot> } | null>(
    null,
  );
  useEffect(() => {
    const shape = JSON.parse(key) as Shape;
    let wanted = true;
    const elk = new ELK({ workerFactory: () => new Worker(workerUrl) });
    void layered(elk, shape)
      .catch(() => inRows(shape))
      .then((spots) => {
        if (wanted)
          setKnown({ key, spots: shape.lanes.length === 0 ? spots : inLanes(shape, spots) });
      });
    return () => {
      wanted = false;
      elk.terminateWorker();
    };
  }, [key]);
  // While a new layout is worked out, what stays keeps its place.
  return known?.spots ?? null;
}

type Shape = {
  readonly boxes: readonly (readonly [string, string])[];
  readonly arrows: readonly (readonly [string, string])[];
  readonly lanes: readonly string[];
};

function keyOf({ boxes, arrows, lanes }: CanvasDrawing): string {
  return JSON.stringify({
    boxes: boxes.map(({ id, lane }) => [id, lane]),
    arrows: arrows.map(({ from, to }) => [from, to]),
    lanes,
  });
}

async function layered(
  elk: { layout: InstanceType<typeof ELK>['layout'] },
  { boxes, arrows }: Shape,
): Promise<ReadonlyMap<string, Spot>> {
  const graph = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'UP',
      'elk.layered.spacing.nodeNodeBetweenLayers': '64',
      'elk.spacing.nodeNode': '40',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    },
    children: boxes.map(([id]) => ({ id, width: boxWidth, height: boxHeight })),
    edges: arrows.map(([from, to], at) => ({ id: `a${at}`, sources: [from], targets: [to] })),
  });
  return new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** Without the worker: rows of six, so that nothing is on top of something else. */
function inRows({ boxes }: Shape): ReadonlyMap<string, Spot> {
  return new Map(
    boxes.map(([id], at) => [
      id,
      { x: (at % 6) * (boxWidth + 40), y: Math.floor(at / 6) * (boxHeight + 64) },
    ]),
  );
}

export const laneGap = 48;

/** Keeps every box's storey and moves it sideways into its lane; a lane is as wide as its fullest storey. */
function inLanes(
  { boxes, lanes }: Shape,
  spots: ReadonlyMap<string, Spot>,
): ReadonlyMap<string, Spot> {
  const placed = new Map<string, Spot>();
  let left = 0;
  for (const lane of lanes) {
    const own = boxes
      .filter(([, of]) => of === lane)
      .map(([id]) => ({ id, ...(spots.get(id) ?? { x: 0, y: 0 }) }))
      .toSorted((a, b) => a.x - b.x);
    const filled = new Map<number, number>();
    for (const { id, y } of own) {
      const column = filled.get(y) ?? 0;
      filled.set(y, column + 1);
      placed.set(id, { x: left + column * (boxWidth + 24), y });
    }
    const columns = Math.max(1, ...filled.values());
    left += columns * (boxWidth + 24) - 24 + laneGap;
  }
  return placed;
}
