import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, got } from '../api.ts';
import { HeatGrid, IntervalPlot } from '../figure/index.ts';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { day } from '../words.ts';
import { answeredWords, sharedFinding, sharedWith } from './shared-words.ts';
import { reason } from './words.ts';

/** One review that a partnership shares: its profile of topics with intervals and coverage. */
export function SharedReview() {
  const { partnership, review } = useParams({ from: '/p/$partnership/compare/shared/$review' });
  const { data, error } = useQuery({
    queryKey: ['shared-review', review],
    queryFn: () => got(api.shared.reviews[':review'].$get({ param: { review } })),
  });
  useCrumbs(
    { words: 'Compare', to: `/p/${partnership}/compare` },
    { words: 'Shared by partnerships', to: `/p/${partnership}/compare/shared` },
    { words: data?.result.place ?? '…' },
  );
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="the review" />;
  const { result, at, visibility } = data;
  const { place, round, framework, levels, topics } = result;
  const source = `${result.partnership}${result.madeUp ? ' (made up)' : ''}, round ${round}, shared ${day(at)}`;
  const finding = sharedFinding(topics);
  const scored = topics.filter(({ score }) => score !== null);
  return (
    <Page
      title={`${place}: ${finding}`}
      lede={`Shared by ${result.partnership} with ${sharedWith[visibility]} on ${day(at)}: round ${round}, ${answeredWords(result.answeredBy)}.`}
    >
      <section className="stack">
        <h2>Scores by level and topic</h2>
        <HeatGrid
          finding={`${scored.length} of ${topics.length} topics have a score`}
          measure="Topic scores, 0 to 4, with interval and share of answers given"
          fileName={`shared-scores-${place}`}
          source={source}
          levels={levels.map((level) => ({
            ...{ code: level.code, title: level.title },
            cells: topics
              .filter((topic) => topic.level === level.code)
              .map((topic) => ({ ...topic, note: reason(topic) })),
          }))}
        />
      </section>
      {scored.length > 0 && (
        <IntervalPlot
          finding={finding}
          measure="Topic scores, 0 to 4, lowest first; the line is the interval from the agencies’ disagreement"
          fileName={`shared-intervals-${place}`}
          source={source}
          scale={{ least: 0, most: 4 }}
          rows={scored
            .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
            .map(({ title, score: value, low, high, coverage, ...why }) => ({
              ...{ label: title, value, low, high, coverage },
              note: reason(why),
            }))}
        />
      )}
      <p className="small soft">
        Questions: {framework.title}, version {framework.version}. {framework.statement}
      </p>
      <p className="small soft">
        Only topics of the same questions and version can be compared, and a difference smaller than
        the intervals says nothing. Who rated, what was said, gaps and assets are never shared.
      </p>
    </Page>
  );
}
