import { Link, useParams } from '@tanstack/react-router';
import { spent, type Ledger } from '@freehold/core/privacy';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { number } from '../words.ts';
import { BeginLedger } from './begin-ledger.tsx';
import { BudgetMeter } from './budget-meter.tsx';
import { ReleaseFrame } from './frame.tsx';
import { LedgerFile } from './ledger-file.tsx';
import { LedgerLines } from './ledger-lines.tsx';
import { useDesk } from './use-desk.ts';

/** What has been told about the people of the records that are open, release by release. */
export function LedgerPage() {
  const { partnership } = useParams({ from: '/p/$partnership/release/ledger' });
  const studio = useDesk();
  const { ledger, opened } = studio;
  return (
    <ReleaseFrame
      {...{ partnership }}
      here="Ledger"
      title={ledger === null ? 'No ledger is open' : ledgerTitle(ledger)}
      lede="Every release with noise tells a little about everybody in the records. The ledger adds it up."
    >
      {ledger !== null ? (
        <div className="stack-wide">
          <BudgetMeter ledger={ledger} />
          <Lines ledger={ledger} />
          <LedgerFile studio={studio} />
        </div>
      ) : opened !== null ? (
        <BeginLedger studio={studio} />
      ) : (
        <Empty title="A ledger belongs to records">
          <p>Open records in the studio first; their ledger is shown and begun here.</p>
          <Link
            to="/p/$partnership/release"
            params={{ partnership }}
            className={buttonClass('primary')}
          >
            Open records in the studio
          </Link>
        </Empty>
      )}
    </ReleaseFrame>
  );
}

function ledgerTitle(ledger: Ledger): string {
  return `ε ${number(spent(ledger).epsilon, 2)} of ${number(ledger.budget.epsilon, 2)} is spent on these records`;
}

function Lines({ ledger: { dataSet, lines } }: { ledger: Ledger }) {
  return (
    <section className="stack">
      <LedgerLines {...{ dataSet, lines }} />
      <Method>
        <p>
          ρ adds up exactly from charge to charge (zero-concentrated differential privacy); ε is
          what the sum comes to at the budget’s δ. A charge is written before anything is drawn, and
          each line carries the hash of the one before, so that a change shows. The ledger is kept
          in this browser and as the file that you save; it never holds a record.
        </p>
      </Method>
    </section>
  );
}
