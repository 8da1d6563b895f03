import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayCoordinate } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day } from '../words.ts';
import { reviewsQuery } from './review.ts';
import { StateTag } from './state-line.tsx';
import '../look/review.css';

/** Every review of the partnership with where it stands. */
export function ReviewList() {
  const { partnership } = useParams({ from: '/p/$partnership/reviews' });
  const { data, error, isPending } = useQuery(reviewsQuery(partnership));
  const role = usePartnership(partnership)?.role ?? null;
  const may = role !== null && mayCoordinate(role);
  useCrumbs({ words: 'Review' });
  if (isPending) return <Loading what="the reviews" />;
  const reviews = data?.reviews ?? [];
  const begin = may && (
    <Link
      className={buttonClass('primary')}
      to="/p/$partnership/reviews/new"
      params={{ partnership }}
    >
      Start a review
    </Link>
  );
  return (
    <Page title={title(reviews)} action={reviews.length > 0 ? begin : undefined}>
      <Problems error={error} />
      {data !== undefined && reviews.length === 0 && (
        <Empty title="A review shows where your place is strong, and where it is not yet">
          <p>
            Several agencies rate the same questions, each alone. Then they look at the answers
            together and agree a score. Where they differ, the score says how far.
          </p>
          <p>
            You need a place, a set of questions, and people from three agencies or more. Starter 30
            takes a rater about 45 minutes.
          </p>
          {may ? <div>{begin}</div> : <p>The co-ordinator can start one.</p>}
        </Empty>
      )}
      {reviews.length > 0 && (
        <Table
          caption="Newest first"
          rows={reviews}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Review',
              heads: true,
              cell: (each) => (
                <>
                  <Link
                    to="/p/$partnership/reviews/$review"
                    params={{ partnership, review: each.id }}
                  >
                    {each.title}
                  </Link>
                  <div className="small soft regular">
                    {each.place.name} · round {each.round}
                  </div>
                </>
              ),
            },
            { title: 'State', cell: (each) => <StateTag state={each.state} /> },
            {
              title: 'Raters finished',
              figure: true,
              cell: (each) =>
                each.ratersInvited === 0
                  ? 'none invited'
                  : `${each.ratersFinished} of ${each.ratersInvited}`,
            },
            {
              title: 'Closes',
              cell: (each) => (each.closesOn === null ? 'no date' : day(each.closesOn)),
            },
            { title: 'Questions', cell: (each) => each.frameworkTitle },
          ]}
        />
      )}
    </Page>
  );
}

function title(reviews: readonly { readonly state: string }[]): string {
  const running = reviews.filter(({ state }) => state === 'rating' || state === 'agreeing').length;
  const done = reviews.filter(({ state }) => state === 'validated' || state === 'published').length;
  if (reviews.length === 0) return 'No review yet';
  if (running === 0 && done === 0) return 'A review is being prepared';
  const parts = [
    running > 0 && `${count(running, 'review is', 'reviews are')} running`,
    done > 0 && `${count(done, 'is', 'are')} done`,
  ].filter((part) => part !== false);
  const said = parts.join(', ');
  return running > 0 ? said : `${count(done, 'review is', 'reviews are')} done`;
}
