import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day } from '../words.ts';
import { PutRight } from './put-right.tsx';
import { Raters } from './raters.tsx';
import { reviewQuery, type Review, type ReviewAt } from './review.ts';
import { StateLine } from './state-line.tsx';
import { WhoSees } from './visibility.tsx';
import '../look/review.css';

/** One review: where it stands, who takes part, what it asks, and the ways into agreeing and scores. */
export function ReviewOverview() {
  const at = useParams({ from: '/p/$partnership/reviews/$review' });
  const { data, error } = useQuery(reviewQuery(at));
  useCrumbs(
    { words: 'Review', to: `/p/${at.partnership}/reviews` },
    { words: data?.review.title ?? '…' },
  );
  if (data === undefined) {
    return error === null ? (
      <Loading what="the review" />
    ) : (
      <Page title="This review could not be shown">
        <Problems error={error} />
      </Page>
    );
  }
  return (
    <Page title={finding(data)} lede={lede(data)} action={<NextStep at={at} review={data} />}>
      <StateLine at={at} review={data} />
      <Raters at={at} review={data} />
      {data.review.state === 'published' && <WhoSees at={at} />}
      <Asked review={data} />
      <PutRight at={at} review={data} />
    </Page>
  );
}

function finding({ review, raters, place }: Review): string {
  const finished = raters.filter(({ finishedAt }) => finishedAt !== null).length;
  switch (review.state) {
    case 'draft':
      return raters.length === 0
        ? `The review of ${place.name} is set up; now invite raters`
        : `The review of ${place.name} is ready for ${count(raters.length, 'rater', 'raters')}`;
    case 'rating':
      return `${finished} of ${count(raters.length, 'rater has', 'raters have')} finished rating ${place.name}`;
    case 'agreeing':
      return `The ratings of ${place.name} are in; the agencies agree scores`;
    case 'validated':
      return `The scores of ${place.name} are agreed and frozen`;
    case 'published':
      return `The review of ${place.name} is published`;
  }
}

function lede({ review, profile, framework, asked }: Review): string {
  const closes =
    review.closesOn === null || (review.state !== 'draft' && review.state !== 'rating')
      ? ''
      : ` Rating closes on ${day(review.closesOn)}.`;
  return `${review.title}, round ${review.round}. ${profile.title}, ${count(asked, 'question', 'questions')}, from ${framework.title}.${closes}`;
}

/** The one thing to do next, as a link; moving the review itself stands with its states. */
function NextStep({ at, review }: { at: ReviewAt; review: Review }) {
  const { state } = review.review;
  if (state === 'draft' || state === 'rating') return null;
  const may = review.moves.some(({ to, blockedBy }) => to === 'validated' && blockedBy === null);
  const agreeing = (
    <Link
      className={buttonClass(state === 'agreeing' ? 'primary' : 'plain')}
      to="/p/$partnership/reviews/$review/agreeing"
      params={at}
    >
      {state !== 'agreeing' ? 'What was agreed' : may ? 'Agree scores' : 'See the answers'}
    </Link>
  );
  return (
    <div className="row">
      {agreeing}
      <Link
        className={buttonClass(state === 'agreeing' ? 'plain' : 'primary')}
        to="/p/$partnership/reviews/$review/scores"
        params={at}
      >
        Scores
      </Link>
    </div>
  );
}

function Asked({ review: { levels, framework } }: { review: Review }) {
  return (
    <section className="stack">
      <h2>What this review asks</h2>
      <p className="small soft">{framework.statement}</p>
      {levels.map((level) => (
        <details key={level.code} className="asked-level">
          <summary>
            {level.title}{' '}
            <span className="soft">
              {count(
                level.topics.reduce((sum, topic) => sum + topic.indicators.length, 0),
                'question',
                'questions',
              )}
              {!level.averaged && ', shown one by one, not averaged'}
            </span>
          </summary>
          <p className="small">{level.help}</p>
          {level.topics.map((topic) => (
            <div key={topic.code} className="asked-topic">
              <h3>{topic.title}</h3>
              <ul className="small">
                {topic.indicators.map((indicator) => (
                  <li key={indicator.code}>
                    {indicator.question}
                    {indicator.context && <span className="soft"> Context; not averaged.</span>}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </section>
  );
}
