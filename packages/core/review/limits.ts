import type { ReviewProfile } from './profile.ts';
import type { ReportLevel } from './report.ts';

/** What a reader must not read into a report. The faces turn each into a sentence. */
export type Limit =
  | { readonly code: 'self-assessment'; readonly agencies: number }
  | { readonly code: 'no-score'; readonly topics: number; readonly leastCoverage: number }
  | { readonly code: 'small-numbers'; readonly agencies: number; readonly leastAgencies: number }
  | { readonly code: 'interval'; readonly level: number }
  | { readonly code: 'detection'; readonly indicators: readonly string[] }
  | { readonly code: 'context-not-averaged'; readonly indicators: readonly string[] }
  | { readonly code: 'level-not-averaged'; readonly levels: readonly string[] }
  | { readonly code: 'comparison-group'; readonly indicators: number }
  | { readonly code: 'inspired-by'; readonly statement: string };

/** The limits that apply to this review, the most important first. */
export function limits(profile: ReviewProfile, levels: readonly ReportLevel[]): readonly Limit[] {
  const topics = levels.flatMap((level) => level.topics);
  const indicators = topics.flatMap((topic) => topic.indicators);
  const detection = indicators.filter(({ series }) => series?.detection === true);
  const context = indicators.filter(({ direction }) => direction === 'o');
  const apart = levels.filter(({ averaged }) => !averaged);
  const { leastCoverage, leastAgencies, interval, measured } = profile.recipe;
  return [
    { code: 'self-assessment', agencies: profile.agencies.length },
    {
      code: 'no-score',
      topics: topics.filter(({ noScore }) => noScore === 'low-coverage').length,
      leastCoverage,
    },
    { code: 'small-numbers', agencies: profile.agencies.length, leastAgencies },
    { code: 'interval', level: interval.level },
    ...some(detection, (found) => ({ code: 'detection' as const, indicators: found })),
    ...some(context, (found) => ({ code: 'context-not-averaged' as const, indicators: found })),
    ...some(apart, (found) => ({ code: 'level-not-averaged' as const, levels: found })),
    ...(measured.length > 0
      ? [{ code: 'comparison-group' as const, indicators: measured.length }]
      : []),
    { code: 'inspired-by', statement: profile.framework.statement },
  ];
}

function some<T>(
  items: readonly { readonly title: string }[],
  limit: (titles: readonly string[]) => T,
): readonly T[] {
  return items.length > 0 ? [limit(items.map(({ title }) => title))] : [];
}
