import { buttonClass } from '../parts/button.tsx';
import type { ReviewAt } from './review.ts';

/** The report in the forms that a board, a printer and an analyst need. */
export function ReportLinks({ at }: { at: ReviewAt }) {
  const address = `/api/partnerships/${at.partnership}/reviews/${at.review}/report`;
  return (
    <section className="stack report-links">
      <h2>Take it to your board</h2>
      <p>
        The report holds the scores with their intervals, evidence, gaps, assets, priorities, who
        took part, how it was worked out, and what it cannot say.
      </p>
      <div className="row">
        {forms.map(({ format, words, download }) => (
          <a
            key={format}
            className={buttonClass()}
            href={`${address}?format=${format}`}
            {...(download ? { download: '' } : { target: '_blank', rel: 'noopener' })}
          >
            {words}
          </a>
        ))}
      </div>
    </section>
  );
}

const forms = [
  { format: 'html', words: 'Read or print', download: false },
  { format: 'docx', words: 'Word', download: true },
  { format: 'csv', words: 'CSV', download: true },
  { format: 'json', words: 'JSON', download: true },
] as const;
