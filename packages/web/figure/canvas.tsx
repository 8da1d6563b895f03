import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import '@xyflow/react/dist/base.css';
import { CanvasFlow, type CanvasActions } from './canvas-flow.tsx';
import { useLayout } from './canvas-layout.ts';
import type { CanvasDrawing } from './canvas.ts';
import '../look/canvas.css';

export type { CanvasActions };

/**
 * Boxes and arrows that can be moved, linked and walked by keys. `summary` is the drawing in words; it stands before
 * the canvas for who cannot see it. Boxes are laid out by a worker until somebody puts them elsewhere.
 */
export function Canvas({
  drawing,
  selected,
  actions,
  editable,
  summary,
  minimap = true,
}: {
  drawing: CanvasDrawing;
  selected: readonly string[];
  actions: CanvasActions;
  editable: boolean;
  summary: string;
  minimap?: boolean;
}) {
  const spots = useLayout(drawing);
  const [said, says] = useState('');
  return (
    <section className="canvas" aria-label="Drawing of the theory">
      <p className="unseen">{summary}</p>
      <p className="unseen" role="status">
        {said}
      </p>
      {spots === null ? (
        <p className="soft canvas-wait">Laying it out …</p>
      ) : (
        <ReactFlowProvider>
          <CanvasFlow
            {...{ drawing, spots, selected, actions, editable, says }}
            minimap={minimap && drawing.boxes.length > seenAtOnce}
          />
        </ReactFlowProvider>
      )}
    </section>
  );
}

/** As many boxes can be read without a map of them, which would only lie on top of some. */
const seenAtOnce = 24;
