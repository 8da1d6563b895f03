import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReviewProfile } from '@freehold/core/review';
import { Refusal } from '../api.ts';
import { HeatGrid, IntervalPlot } from '../figure/index.ts';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { HeldNote } from './held-note.tsx';
import { HowScored } from './how-scored.tsx';
import { GradeTable } from './grade-table.tsx';
import { ReportLinks } from './report-links.tsx';
import { profileQuery, type ReviewAt } from './review.ts';
import { finding, ranked, standings } from './score-words.ts';
import { reason } from './words.ts';
import '../look/review.css';

/** What a review found: a profile of topics with intervals, coverage and evidence, not one number. */
export function Scores() {
  const at = useParams({ from: '/p/$partnership/reviews/$review/scores' });
  const { data, error } = useQuery(profileQuery(at));
  useCrumbs(
    { words: 'Review', to: `/p/${at.partnership}/reviews` },
    { words: data?.review.title ?? '…', to: `/p/${at.partnership}/reviews/${at.review}` },
    { words: 'Scores' },
  );
  if (data === undefined) {
    return error === null ? <Loading what="the scores" /> : <NotYet at={at} error={error} />;
  }
  const { profile, place, review } = data;
  const settled = review.state === 'validated' || review.state === 'published';
  return (
    <Page
      title={`${place.name}: ${finding(profile)}`}
      lede={
        settled
          ? `${review.title}, round ${review.round}: as it was validated.`
          : `${review.title}, round ${review.round}: not agreed yet. The scores change as the agencies agree.`
      }
    >
      <HeldNote at={at} profile={profile} settled={settled} />
      <section className="stack">
        <h2>Scores by level and topic</h2>
        <HeatGrid
          finding={levelFinding(profile)}
          measure="Topic scores, 0 to 4, with interval and share of answers given"
          fileName={`scores-${place.name}`}
          levels={profile.levels.map((level) => ({
            code: level.code,
            title: level.title,
            cells: profile.topics
              .filter((topic) => topic.level === level.code)
              .map((topic) => ({ ...topic, note: reason(topic) })),
          }))}
        />
      </section>
      <Ranking profile={profile} name={place.name} />
      <GradeTable profile={profile} />
      <ReportLinks at={at} />
      <HowScored profile={profile} />
    </Page>
  );
}

function Ranking({ profile, name }: { profile: ReviewProfile; name: string }) {
  const rows = ranked(profile);
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <IntervalPlot
        finding={standings(profile)[0] ?? 'Topic scores with their intervals'}
        measure="Topic scores, 0 to 4, lowest first; the line is the interval from the agencies’ disagreement"
        fileName={`intervals-${name}`}
        scale={{ least: 0, most: 4 }}
        rows={rows.map((topic) => ({
          label: topic.title,
          value: topic.score,
          low: topic.low,
          high: topic.high,
          coverage: topic.coverage,
          note: reason(topic),
        }))}
      />
      {standings(profile)
        .slice(1)
        .map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      <p className="small soft">
        Two topics cannot be told apart when their intervals overlap, or when one of them has none.
        That does not make them equal: these answers are too few, or too different, to say.
      </p>
    </section>
  );
}

function levelFinding({ topics, levels }: ReviewProfile): string {
  const counted = new Set(levels.filter(({ averaged }) => averaged).map(({ code }) => code));
  const scored = topics.filter(({ level }) => counted.has(level));
  const with_ = scored.filter(({ score }) => score !== null).length;
  return with_ === scored.length
    ? `All ${scored.length} topics have a score`
    : `${with_} of ${scored.length} topics have a score`;
}

function NotYet({ at, error }: { at: ReviewAt; error: Error }) {
  const blind =
    error instanceof Refusal && error.problems.some(({ code }) => code === 'still-blind');
  return (
    <Page
      title={blind ? 'There are no scores while rating is open' : 'The scores could not be shown'}
    >
      {blind ? (
        <p>
          A score would tell what people answered. Close the rating on{' '}
          <Link to="/p/$partnership/reviews/$review" params={at}>
            the review’s page
          </Link>{' '}
          first.
        </p>
      ) : (
        <Problems error={error} />
      )}
    </Page>
  );
}
