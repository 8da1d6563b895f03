import { ViewportPortal } from '@xyflow/react';
import { laneGap } from './canvas-layout.ts';
import { boxHeight, boxWidth, type CanvasDrawing, type Spot } from './canvas.ts';

/** The names of the lanes over their columns, as wide as what stands in them. */
export function Lanes({
  drawing,
  where,
}: {
  drawing: CanvasDrawing;
  where: ReadonlyMap<string, Spot>;
}) {
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
