import type { Block, Item } from '../document/index.ts';
import type { ReviewReport } from '../review/index.ts';
import type { ProfileInput } from './profile-input.ts';

/**
 * What is not known: kept gaps of data and knowledge, topics with too few answers for a score, questions that most
 * could not answer, measures that are not loaded, speak of a larger place only, or are too small to show. [PP-3]
 */
export function intelligenceGaps(input: ProfileInput): readonly Block[] {
  const items = [...keptGaps(input), ...ofReview(input.review), ...ofData(input)];
  return items.length === 0
    ? [{ kind: 'text', text: 'No intelligence gap is on record.' }]
    : [{ kind: 'list', items }];
}

function keptGaps({ gaps }: ProfileInput): readonly Item[] {
  return gaps
    .filter(({ status, kind }) => status === 'kept' && (kind === 'data' || kind === 'knowledge'))
    .map(({ topic, title, severity }) => ({
      lead: `${topic} ${title}`,
      text: `(${severity} severity)`,
    }));
}

function ofReview(review: ReviewReport | null): readonly Item[] {
  if (review === null)
    return [
      { lead: 'No review stands yet:', text: 'nothing is known of how agencies see this place.' },
    ];
  const indicators = review.levels.flatMap(({ topics }) =>
    topics.flatMap((topic) => topic.indicators),
  );
  const unsure = indicators.filter(
    ({ dontKnow, agencies }) => dontKnow > 0 && dontKnow >= agencies,
  );
  const unloaded = indicators.filter(({ kind, series }) => kind === 'measured' && series === null);
  return [
    ...named(
      'Too few answers for a score:',
      review.findings.withoutScore.filter(({ because }) => because === 'low-coverage'),
    ),
    ...named('Half or more answered “don’t know”:', unsure),
    ...named('Meant to be measured, and no data are loaded:', unloaded),
  ];
}

function ofData({ series, place }: ProfileInput): readonly Item[] {
  return [
    ...named(
      'Known for a larger place only:',
      series
        .filter(({ placeName }) => placeName !== place.name)
        .map((each) => ({ title: `${each.title} (${each.placeName})` })),
    ),
    ...named(
      'Too small to show:',
      series.filter(({ points }) => points.at(-1)?.suppressed === true),
    ),
  ];
}

function named(lead: string, things: readonly { readonly title: string }[]): readonly Item[] {
  if (things.length === 0) return [];
  const first = things.slice(0, 8).map(({ title }) => title);
  const more = things.length - first.length;
  return [{ lead, text: `${first.join('; ')}${more > 0 ? `; and ${more} more` : ''}.` }];
}
