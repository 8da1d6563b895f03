import { useState } from 'react';
import type { Ledger } from '@freehold/core/privacy';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Approvals, approvedBy, noApprovals } from './approvals.tsx';
import type { Charged } from './engine/work.ts';
import type { Studio } from './use-desk.ts';
import { Wrong } from './wrong.tsx';

/** A preview or a tuning run stays in the house; a line of the ledger that costs nothing lets it leave. */
export function LetLeave({
  studio,
  ledger,
  charged: { seq, kind },
}: {
  studio: Studio;
  ledger: Ledger;
  charged: Charged;
}) {
  const [told, setTold] = useState(noApprovals);
  return (
    <Notice
      tone="warn"
      title={`This was charged as a ${kind === 'preview' ? 'preview' : 'tuning run'}, and stays in the house`}
    >
      <div className="stack">
        <p>
          Look at it here. If it is good enough, let it leave: the ledger then says so in a line of
          its own, which costs nothing, for what was drawn in line {seq} is paid for. It takes the
          same approvals.
        </p>
        <Wrong studio={studio} kinds={['charge']} />
        <Approvals ledger={ledger} told={told} onChange={setTold} />
        <div>
          <Button
            disabled={told.purpose.trim() === ''}
            onClick={() =>
              studio.desk.letLeave(seq, { purpose: told.purpose, approvedBy: approvedBy(told) })
            }
          >
            Let it leave
          </Button>
        </div>
      </div>
    </Notice>
  );
}
