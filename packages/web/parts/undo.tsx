import { useState } from 'react';
import { Button } from './button.tsx';

export type UndoOffer = { readonly says: string; readonly undo: () => void };

/** Remembers the last step, so that it can be taken back. */
export function useUndo() {
  const [offer, offerUndo] = useState<UndoOffer | null>(null);
  return { offer, offerUndo };
}

/** Says what was just done and offers to take it back; it stays until the next step. */
export function Undo({ offer }: { offer: UndoOffer | null }) {
  return (
    <div role="status" className="undo-place">
      {offer !== null && (
        <p className="undo">
          {offer.says}{' '}
          <Button tone="quiet" onClick={offer.undo}>
            Undo
          </Button>
        </p>
      )}
    </div>
  );
}
