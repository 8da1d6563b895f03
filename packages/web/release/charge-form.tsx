import { useState } from 'react';
import type { Charge, Ledger } from '@freehold/core/privacy';
import type { PrivateSettings } from '@freehold/core/release';
import { Button } from '../parts/button.tsx';
import { RadioCards } from '../review/radio-cards.tsx';
import { Approvals, approvedBy, noApprovals } from './approvals.tsx';
import type { Studio } from './use-desk.ts';
import { chargeWords } from './words.ts';

const kinds = ['release', 'preview', 'tuning'] as const satisfies readonly Charge['kind'][];

/** What the charge is for and who approves it; then the budget is charged and the release is drawn. */
export function ChargeForm({
  studio: { desk, runs, coded, work },
  ledger,
  settings,
}: {
  studio: Studio;
  ledger: Ledger;
  settings: PrivateSettings | null;
}) {
  const [kind, setKind] = useState<Charge['kind']>('release');
  const [told, setTold] = useState(noApprovals);
  const ready = settings !== null && coded !== null && work === null && told.purpose.trim() !== '';
  return (
    <>
      <RadioCards
        legend="What it is charged for"
        name="charge-kind"
        chosen={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, ...chargeWords[value] }))}
      />
      <Approvals ledger={ledger} told={told} onChange={setTold} />
      <div>
        <Button
          tone={runs.length === 0 ? 'primary' : 'plain'}
          disabled={!ready}
          onClick={() => {
            if (settings === null) return;
            const { purpose } = told;
            void desk.releasePrivately(settings, kind, { purpose, approvedBy: approvedBy(told) });
          }}
        >
          Charge the budget and make the {kind === 'tuning' ? 'tuning run' : kind}
        </Button>
      </div>
    </>
  );
}
