import { useParams } from '@tanstack/react-router';
import { Empty } from '../parts/notice.tsx';
import { ReleaseFrame } from './frame.tsx';

/** What has been told about the people of a data set, release by release. */
export function LedgerPage() {
  const { partnership } = useParams({ from: '/p/$partnership/release/ledger' });
  return (
    <ReleaseFrame {...{ partnership }} here="Ledger" title="No ledger is open">
      <Empty title="A ledger adds up what releases tell">
        <p>Open records in the studio first; their ledger is shown here.</p>
      </Empty>
    </ReleaseFrame>
  );
}
