import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Refusal } from '../api.ts';
import { buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { percent } from '../words.ts';
import { AgreeRow } from './agree-row.tsx';
import {
  agreeingQuery,
  reviewQuery,
  type Agreeing as Answers,
  type AgreeingTopic,
  type ReviewAt,
} from './review.ts';
import { Room } from './room.tsx';
import { alphaWords } from './words.ts';
import '../look/review.css';

/** Where the agencies see each other's answers and agree scores, the most disputed first in each topic. */
export function Agreeing() {
  const at = useParams({ from: '/p/$partnership/reviews/$review/agreeing' });
  const search = useSearch({ from: '/p/$partnership/reviews/$review/agreeing' });
  const navigate = useNavigate({ from: '/p/$partnership/reviews/$review/agreeing' });
  const review = useQuery(reviewQuery(at));
  const { data, error } = useQuery(agreeingQuery(at));
  useCrumbs(
    { words: 'Review', to: `/p/${at.partnership}/reviews` },
    { words: review.data?.review.title ?? '…', to: `/p/${at.partnership}/reviews/${at.review}` },
    { words: 'Agreeing' },
  );
  if (data === undefined || review.data === undefined) {
    const fault = error ?? review.error;
    return fault === null ? <Loading what="the answers" /> : <NotYet at={at} error={fault} />;
  }
  const open = review.data.review.state === 'agreeing';
  const may = open && review.data.mayCoordinate;
  const topics = search.show === 'open' ? data.topics.map(onlyOpen) : data.topics;
  const shown = topics.filter(({ indicators }) => indicators.length > 0);
  return (
    <>
      <Page
        title={finding(data)}
        lede={
          open
            ? 'Begin where the agencies differ most. An agreed score stands beside the ratings; it never replaces them.'
            : 'The scores are frozen. This is what each agency answered, and what was agreed.'
        }
        action={
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/reviews/$review/agreeing"
            params={at}
            search={(before) => ({ ...before, view: 'room' as const })}
          >
            Show on the wall
          </Link>
        }
      >
        {open && !may && (
          <Notice>
            <p>The co-ordinator writes down what is agreed.</p>
          </Notice>
        )}
        <Filter at={at} data={data} openOnly={search.show === 'open'} />
        {shown.length === 0 && (
          <p>Every score is agreed. The co-ordinator can validate them now.</p>
        )}
        {shown.map((topic) => (
          <section key={topic.code} className="stack" aria-labelledby={`topic-${topic.code}`}>
            <div>
              <h2 id={`topic-${topic.code}`}>{topic.title}</h2>
              <p className="small soft">{alphaWords(topic.alpha)}</p>
            </div>
            <div className="agree-rows">
              {topic.indicators.map((indicator) => (
                <AgreeRow
                  key={indicator.code}
                  at={at}
                  indicator={indicator}
                  raters={review.data.raters.length}
                  may={may}
                  isOpen={search.at === indicator.code}
                />
              ))}
            </div>
          </section>
        ))}
        <HowWorked />
      </Page>
      {search.view === 'room' && (
        <Room
          topics={data.topics}
          code={search.at ?? null}
          at={at}
          may={may}
          onMove={(code) => void navigate({ search: (s) => ({ ...s, at: code }), replace: true })}
          onClose={() =>
            void navigate({ search: ({ view: _view, ...rest }) => rest, resetScroll: false })
          }
        />
      )}
    </>
  );
}

/** "12 of 30 scores are agreed; the agencies differ most on safe housing". */
function finding({ agreedCount, total, topics }: Answers): string {
  const said = `${agreedCount} of ${total} scores are agreed`;
  const open = topics
    .flatMap(({ indicators }) => indicators)
    .filter(({ agreed, disagreement }) => agreed === null && (disagreement ?? 0) > 0)
    .toSorted((a, b) => (b.disagreement ?? 0) - (a.disagreement ?? 0))[0];
  return open === undefined
    ? said
    : `${said}; the agencies differ most on “${open.title.charAt(0).toLowerCase()}${open.title.slice(1)}”`;
}

function onlyOpen(topic: AgreeingTopic): AgreeingTopic {
  return { ...topic, indicators: topic.indicators.filter(({ agreed }) => agreed === null) };
}

function Filter({ at, data, openOnly }: { at: ReviewAt; data: Answers; openOnly: boolean }) {
  const left = data.total - data.agreedCount;
  const choices = [
    { words: `All ${data.total}`, here: !openOnly, search: {} },
    { words: `Still to agree: ${left}`, here: openOnly, search: { show: 'open' as const } },
  ];
  return (
    <nav className="tabs" aria-label="Which questions to show">
      {choices.map(({ words, here, search }) => (
        <Link
          key={words}
          to="/p/$partnership/reviews/$review/agreeing"
          params={at}
          search={search}
          aria-current={here ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}

function NotYet({ at, error }: { at: ReviewAt; error: Error }) {
  const blind =
    error instanceof Refusal && error.problems.some(({ code }) => code === 'still-blind');
  return (
    <Page title={blind ? 'The answers are still blind' : 'The answers could not be shown'}>
      {blind ? (
        <p>
          Nobody sees an answer until the round closes, so that nobody is led by anybody. Close it
          on{' '}
          <Link to="/p/$partnership/reviews/$review" params={at}>
            the review’s page
          </Link>
          .
        </p>
      ) : (
        <Problems error={error} />
      )}
    </Page>
  );
}

function HowWorked() {
  return (
    <Method>
      <p>
        Median and middle half are over agencies: several raters of one agency are averaged first.
        “Within one step” is the share of agencies at most one point of the scale from the median.
        Questions stand in the order of disagreement: the mean distance from the median, where{' '}
        {percent(1)} would be half the agencies at 0 and half at 4.
      </p>
      <p>
        Agreement over a topic is Krippendorff’s alpha for ordered answers: 1 is full agreement, 0
        what chance alone would give. From 0.8 on it is good; under 0.667 it is best not leant on.
        With few agencies and few questions it is rough. “Don’t know” and “not applicable” are left
        out of all of these.
      </p>
    </Method>
  );
}
