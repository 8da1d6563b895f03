import { Downloads } from '../document/downloads.tsx';
import type { ReviewAt } from './review.ts';

/** The report in the forms that a board, a printer and an analyst need. */
export function ReportLinks({ at }: { at: ReviewAt }) {
  return (
    <section className="stack report-links">
      <h2>Take it to your board</h2>
      <p>
        The report holds the scores with their intervals, evidence, gaps, assets, priorities, who
        took part, how it was worked out, and what it cannot say.
      </p>
      <Downloads address={`/api/partnerships/${at.partnership}/reviews/${at.review}/report`} />
    </section>
  );
}
