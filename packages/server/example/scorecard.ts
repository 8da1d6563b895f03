import { ScorecardSection } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { ExampleScores } from './recovery.ts';
import type { Setting } from './review.ts';

/** Writes two years of the made-up council's scorecard, and what is counted beside it. */
export async function addScores(
  tx: Work,
  { partnership, calendar, content }: Setting,
  { scorecard, counts, year }: ExampleScores & { readonly year: number },
): Promise<void> {
  const by = {
    partnership_id: partnership,
    ...{ changed_by_name: content.story.coordinator, changed_at: calendar.at(-22) },
  };
  const scores = scorecard.flatMap(({ years, levels, evidence }) =>
    ScorecardSection.options.map((section) => ({
      ...{ ...by, year: year - years, section, level: levels[section] },
      evidence: evidence[section] ?? '',
    })),
  );
  await tx.insertInto('scorecard_answer').values(scores).execute();
  const rows = counts.map(({ years, outOf, ...count }) => ({
    ...{ ...by, ...count, year: year - years, out_of: outOf },
  }));
  await tx.insertInto('diligence_count').values(rows).execute();
}
