import type { Action } from './calls.ts';
import { colourWord } from './words.ts';

/** An action's colour: a shape and a word, so that nobody needs to see the colour. */
export function RagTag({ action }: { action: Action }) {
  const { rag } = action;
  return (
    <span className="rag" data-rag={rag.stands ?? 'none'}>
      <svg className="rag-mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <path d={ragShapes[rag.stands ?? 'none']} />
      </svg>
      {colourWord(action)}
      {rag.stands !== null && rag.decided === null && <span className="soft"> (proposed)</span>}
    </span>
  );
}

/** Red is a diamond, amber a triangle, green a disc; what has ended is a small square. */
export const ragShapes = {
  red: 'M0 -6.5L6.5 0L0 6.5L-6.5 0z',
  amber: 'M0 -6L6 5L-6 5z',
  green: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z',
  none: 'M-3.5 -3.5h7v7h-7z',
} as const;
