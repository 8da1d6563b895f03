import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { createContext, use } from 'react';
import type { CanvasBox } from './canvas.ts';

export type BoxNode = Node<{ readonly box: CanvasBox }, 'box'>;

/** Which box the keys are at, and what happens when one is pressed by keyboard or pointer. */
export const BoxHands = createContext<{
  readonly at: string | null;
  readonly onFocus: (id: string) => void;
  readonly editable: boolean;
  readonly onPress: (id: string, more: boolean) => void;
}>({ at: null, onFocus: () => undefined, editable: false, onPress: () => undefined });

/** One box: what it is, its title, and what is to be said of it. A button, so that keys and readers find it. */
export function Box({ id, data, selected }: NodeProps<BoxNode>) {
  const { at, onFocus, editable, onPress } = use(BoxHands);
  const { box } = data;
  const classes = ['canvas-box', `kind-${box.tone}`, box.state, selected ? 'selected' : ''];
  return (
    <div className={classes.filter((each) => each !== '').join(' ')}>
      <Handle type="target" position={Position.Bottom} isConnectable={editable} />
      <button
        type="button"
        id={`box-${id}`}
        tabIndex={at === id ? 0 : -1}
        aria-pressed={selected}
        onFocus={() => onFocus(id)}
        onClick={(event) => onPress(id, event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        <span className="canvas-kind">
          {box.kind}
          {box.folded > 0 && <span className="canvas-folded">+{box.folded} folded</span>}
        </span>
        <span className="canvas-title">{box.title}</span>
        {box.note !== '' && <span className="canvas-note">{box.note}</span>}
      </button>
      <Handle type="source" position={Position.Top} isConnectable={editable} />
    </div>
  );
}
