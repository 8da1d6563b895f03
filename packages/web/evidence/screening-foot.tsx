import { Button } from '../parts/button.tsx';
import { Tick } from '../parts/tick.tsx';
import { count, time } from '../words.ts';
import type { ScreeningDesk } from './screening-desk.ts';

/** Under the card: how far, what is saved, one step back, and the keys. */
export function DeskFoot({
  desk,
  left,
  total,
  mayUndo,
  keys,
  onUndo,
  onMove,
  onKeys,
}: {
  desk: ScreeningDesk;
  left: number;
  total: number;
  mayUndo: boolean;
  keys: boolean;
  onUndo: () => void;
  onMove: (by: 1 | -1) => void;
  onKeys: (on: boolean) => void;
}) {
  return (
    <footer className="screening-foot stack-tight">
      <progress value={total - left} max={Math.max(total, 1)} aria-label="Decided by you" />
      <div className="row">
        <span className="small">
          {total - left} of {total} decided by you
        </span>
        <span className="small soft" role="status">
          {savedWords(desk)}
        </span>
      </div>
      <div className="row">
        <Button onClick={onUndo} disabled={!mayUndo} aria-keyshortcuts="z">
          Take back <kbd aria-hidden="true">Z</kbd>
        </Button>
        <Button tone="quiet" onClick={() => onMove(-1)} aria-keyshortcuts="ArrowLeft">
          Previous <kbd aria-hidden="true">←</kbd>
        </Button>
        <Button tone="quiet" onClick={() => onMove(1)} aria-keyshortcuts="ArrowRight">
          Next <kbd aria-hidden="true">→</kbd>
        </Button>
        <Tick words="Use single keys" on={keys} onChange={onKeys} />
      </div>
    </footer>
  );
}

function savedWords({ state, lasting }: ScreeningDesk): string {
  const waiting = count(state.waiting.length, 'decision waits', 'decisions wait');
  const kept = lasting ? 'on this device' : 'in this tab only: do not close it';
  switch (state.line) {
    case 'unreachable':
      return `Offline: ${waiting} ${kept}, and will be sent when the line is back`;
    case 'gone':
    case 'closed':
      return `You are signed out or the batch is gone: ${waiting} ${kept}. Sign in again in another tab`;
    default:
      if (state.waiting.length > 0) return `Saving … ${waiting} ${kept}`;
      return state.savedAt === null
        ? 'All decisions saved'
        : `All decisions saved · ${time(state.savedAt)}`;
  }
}
