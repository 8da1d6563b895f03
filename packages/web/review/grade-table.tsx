import type { ReviewProfile, TopicScore } from '@freehold/core/review';
import { Figure } from '../parts/number.tsx';
import { Table } from '../parts/table.tsx';
import { number, percent } from '../words.ts';
import { reason } from './words.ts';

/** Every topic in figures: coverage, how many agencies, agreement, and what the ratings rest on. */
export function GradeTable({ profile }: { profile: ReviewProfile }) {
  return (
    <section className="stack">
      <h2>{evidenceFinding(profile.topics)}</h2>
      <Table
        caption="A: independent or official data. B: partner records. C: workshop agreement. D: single opinion. Counts of ratings."
        rows={profile.topics}
        rowKey={({ code }) => code}
        columns={[
          {
            title: 'Topic',
            heads: true,
            cell: ({ code, title }) => <span id={code}>{title}</span>,
          },
          {
            title: 'Score',
            figure: true,
            cell: ({ score, low, high, noScore, noInterval }) => (
              <Figure
                value={score}
                interval={low === null || high === null ? null : [low, high]}
                missingBecause=""
              >
                <span className="detail why">{reason({ noScore, noInterval })}</span>
              </Figure>
            ),
          },
          { title: 'Answered', figure: true, cell: ({ coverage }) => percent(coverage) },
          { title: 'Agencies', figure: true, cell: ({ agencies }) => agencies },
          {
            title: 'Agreement',
            figure: true,
            // One question alone gives 0 whatever was answered: that is no finding.
            cell: ({ alpha, applicable }) =>
              alpha === null || applicable < 2 ? '–' : number(alpha, 2),
          },
          ...(['A', 'B', 'C', 'D', 'none'] as const).map((grade) => ({
            title: grade === 'none' ? 'No grade' : grade,
            figure: true,
            cell: ({ grades }: TopicScore) => grades[grade],
          })),
        ]}
      />
    </section>
  );
}

/** "38% of ratings rest on data or records; 22% name no evidence". */
function evidenceFinding(topics: readonly TopicScore[]): string {
  const total = (grade: keyof TopicScore['grades']) =>
    topics.reduce((sum, { grades }) => sum + grades[grade], 0);
  const all = total('A') + total('B') + total('C') + total('D') + total('none');
  if (all === 0) return 'No ratings, so no evidence either';
  const firm = percent((total('A') + total('B')) / all);
  return `${firm} of ratings rest on data or records; ${percent(total('none') / all)} name no evidence`;
}
