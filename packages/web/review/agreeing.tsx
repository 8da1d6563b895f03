import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { mayMoveReview } from '@freehold/core/access';
import { Refusal } from '../api.ts';
import { buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { percent } from '../words.ts';
import { AgreeRow } from './agree-row.tsx';
import {
  agreeingQuery,
  reviewQuery,
  type Agreeing as Answers,
  type AgreeingIndicator,
  type AgreeingTopic,
  type ReviewAt,
} from './review.ts';
import { Room } from './room.tsx';
import type { AgreeingSearch } from './routes.tsx';
import { alphaWords } from './words.ts';
import '../look/review.css';

/** Where the agencies see each other's answers and agree scores, the most disputed first in each topic. */
export function Agreeing() {
  const at = useParams({ from: '/p/$partnership/reviews/$review/agreeing' });
  const search = useSearch({ from: '/p/$partnership/reviews/$review/agreeing' });
  const navigate = useNavigate({ from: '/p/$partnership/reviews/$review/agreeing' });
  const role = usePartnership(at.partnership)?.role ?? null;
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
  const may = open && role !== null && mayMoveReview(role);
  const shown = narrowed(data.topics, search.show);
  return (
    <>
      <Page
        title={finding(data)}
        lede={
          open
            ? 'Begin where the agencies differ most. An agreed score stands beside the ratings; it never replaces them.'
            : data.single
              ? 'The scores are frozen. This is what each agency answered, and what was agreed.'
              : 'The scores are frozen. This is what the agencies answered together, and what was agreed.'
        }
        action={
          <Link
            className={buttonClass('primary')}
            from="/p/$partnership/reviews/$review/agreeing"
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
            <p>The co-ordinator or the chair writes down what is agreed.</p>
          </Notice>
        )}
        {!data.single && (
          <Notice>
            <p>
              You see what the agencies said together, not who said what. Where fewer than{' '}
              {data.leastTogether} agencies rated, the figures are held back; the co-ordinator sees
              them.
            </p>
          </Notice>
        )}
        <Filter at={at} topics={data.topics} show={search.show} />
        {shown.length === 0 && <p>Nothing is left here.</p>}
        {shown.map((topic) => (
          <section key={topic.code} className="stack" aria-labelledby={`topic-${topic.code}`}>
            <div>
              <h2 id={`topic-${topic.code}`}>{topic.title}</h2>
              {search.show !== 'apart' && (
                <p className="small soft">
                  {alphaWords(topic.alpha, topic.indicators.filter(isAsked).length)}
                </p>
              )}
            </div>
            <div className="agree-rows">
              {topic.indicators.map((indicator) => (
                <AgreeRow
                  key={indicator.code}
                  at={at}
                  indicator={indicator}
                  raters={review.data.raters.length}
                  single={data.single}
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
          single={data.single}
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
function finding({ topics }: Answers): string {
  const asked = topics.flatMap(({ indicators }) => indicators).filter(isAsked);
  const agreed = asked.filter((each) => each.agreed !== null).length;
  const said = `${agreed} of ${asked.length} scores are agreed`;
  const [open] = furthestApart(topics);
  return open === undefined
    ? said
    : `${said}; the agencies differ most on “${open.title.charAt(0).toLowerCase()}${open.title.slice(1)}”`;
}

/** People answer it, so there is something to agree; measured and context values stand for themselves. */
function isAsked({ anchors, agreed }: AgreeingIndicator): boolean {
  return anchors.length > 0 || agreed !== null;
}

function isOpen(indicator: AgreeingIndicator): boolean {
  return isAsked(indicator) && indicator.agreed === null;
}

/** What is still to agree over all topics, the most disputed first. */
function furthestApart(topics: readonly AgreeingTopic[]): readonly AgreeingIndicator[] {
  return topics
    .flatMap(({ indicators }) => indicators)
    .filter((each) => isOpen(each) && (each.disagreement ?? 0) > 0)
    .toSorted((a, b) => (b.disagreement ?? 0) - (a.disagreement ?? 0))
    .slice(0, 12);
}

function narrowed(
  topics: readonly AgreeingTopic[],
  show: AgreeingSearch['show'],
): readonly Pick<AgreeingTopic, 'code' | 'title' | 'alpha' | 'indicators'>[] {
  if (show === 'apart') {
    const indicators = [...furthestApart(topics)];
    return indicators.length === 0
      ? []
      : [{ code: 'apart', title: 'Furthest apart, over all topics', alpha: null, indicators }];
  }
  const only = show === 'open' ? isOpen : () => true;
  return topics
    .map((topic) => ({ ...topic, indicators: topic.indicators.filter(only) }))
    .filter(({ indicators }) => indicators.length > 0);
}

function Filter({
  at,
  topics,
  show,
}: {
  at: ReviewAt;
  topics: readonly AgreeingTopic[];
  show: AgreeingSearch['show'];
}) {
  const all = topics.flatMap(({ indicators }) => indicators);
  const choices = [
    { words: `All ${all.length}`, search: {} },
    { words: `Still to agree: ${all.filter(isOpen).length}`, search: { show: 'open' as const } },
    { words: 'Furthest apart', search: { show: 'apart' as const } },
  ];
  return (
    <nav className="tabs" aria-label="Which questions to show">
      {choices.map(({ words, search }) => (
        <Link
          key={words}
          to="/p/$partnership/reviews/$review/agreeing"
          params={at}
          search={search}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{}}
          data-here={search.show === show || undefined}
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
          Nobody sees an answer until rating closes, so that nobody is led by anybody. Close it on{' '}
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
