import { Downloads } from '../document/downloads.tsx';
import { Preview } from '../report/preview.tsx';
import { PreventionFrame, useHere } from './frame.tsx';

/** The review of the portfolio: see what it says, and take it away. */
export function PortfolioReport() {
  const here = useHere();
  const address = `/api/partnerships/${here.partnership}/portfolio/report`;
  return (
    <PreventionFrame
      here={here}
      tab="Portfolio"
      title="Take the portfolio to a board or a funder"
      lede="The yearly review, how effort would shift to prevention, and an annex for a funding bid."
      error={null}
      ready
    >
      <Downloads address={address} />
      <Preview address={address} />
    </PreventionFrame>
  );
}
