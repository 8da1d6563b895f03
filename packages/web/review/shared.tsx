import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, got } from '../api.ts';
import { Empty, Notice } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { day } from '../words.ts';
import { sharedTitle, sharedWith } from './shared-words.ts';
import './words.ts';

const sharedQuery = queryOptions({
  queryKey: ['shared-reviews'],
  queryFn: () => got(api.shared.reviews.$get()),
});

/** What partnerships share with each other or with everybody; nothing of it is copied into one's own. */
export function SharedReviews() {
  const { partnership } = useParams({ from: '/p/$partnership/compare/shared' });
  const { data, error } = useQuery(sharedQuery);
  useCrumbs(
    { words: 'Compare', to: `/p/${partnership}/compare` },
    { words: 'Shared by partnerships' },
  );
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="what is shared" />;
  const { peer, reviews } = data;
  return (
    <Page
      title={sharedTitle(reviews)}
      lede="Topic scores that partnerships have put out. A score says what agencies there agreed about their own place: it is no ranking, and places differ."
    >
      {!peer && (
        <Notice title="You see what is shared with everybody">
          <p>
            Partnerships that share with each other show more. Share a published review of your own,
            at the foot of its page under <Reviews partnership={partnership} />, and you see theirs.
          </p>
        </Notice>
      )}
      {reviews.length === 0 ? (
        <Empty title="Results of others will stand here">
          <p>
            A co-ordinator or a chair decides for each published review who sees its topic scores:
            the partnership alone, partnerships that share too, or everybody.
          </p>
        </Empty>
      ) : (
        <Table
          caption="The newest first"
          rows={reviews}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Place',
              heads: true,
              cell: (each) => (
                <Link
                  to="/p/$partnership/compare/shared/$review"
                  params={{ partnership, review: each.id }}
                >
                  {each.place}
                </Link>
              ),
            },
            {
              title: 'Partnership',
              cell: (each) => (each.madeUp ? `${each.partnership} (made up)` : each.partnership),
            },
            { title: 'Round', figure: true, cell: ({ round }) => round },
            { title: 'Questions', cell: ({ framework }) => framework },
            { title: 'Shared with', cell: ({ visibility }) => sharedWith[visibility] },
            { title: 'Since', cell: ({ at }) => day(at) },
          ]}
        />
      )}
    </Page>
  );
}

function Reviews({ partnership }: { partnership: string }) {
  return (
    <Link to="/p/$partnership/reviews" params={{ partnership }}>
      Review
    </Link>
  );
}
