import { useState } from 'react';
import { Budget } from '@freehold/core/privacy';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { LedgerFile } from './ledger-file.tsx';
import type { Studio } from './use-desk.ts';

/** Sets the budget of the records once and for all, or brings the ledger that has it. */
export function BeginLedger({ studio }: { studio: Studio }) {
  const [epsilon, setEpsilon] = useState('4');
  const [delta, setDelta] = useState('0.000001');
  const [approvals, setApprovals] = useState('1');
  const budget = Budget.safeParse({
    ...{ epsilon: Number(epsilon), delta: Number(delta), approvals: Number(approvals) },
  });
  return (
    <section className="stack panel">
      <h3>First a budget for these records</h3>
      <p>
        Each release with noise tells a little about everybody. A ledger adds up how much, and stops
        the release that would be too many. The budget is set once, for all releases of these
        records that will ever be.
      </p>
      <div className="studio-fields">
        <TextField
          label="Budget ε, for all releases together"
          hint="1 is strong, 4 is usual, above 10 is weak."
          type="number"
          value={epsilon}
          onChange={setEpsilon}
        />
        <TextField
          label="Budget δ"
          hint="The chance that the promise fails; far below one in the number of records."
          value={delta}
          onChange={setDelta}
        />
        <Choice
          label="Who approves a charge"
          value={approvals}
          options={[
            ['1', 'One person'],
            ['2', 'Two people'],
          ]}
          onChange={setApprovals}
        />
      </div>
      <div>
        <Button
          disabled={!budget.success}
          onClick={() => budget.success && studio.desk.beginLedger(budget.data)}
        >
          Begin the ledger
        </Button>
      </div>
      <LedgerFile studio={studio} />
    </section>
  );
}
