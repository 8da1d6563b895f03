import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { day, number } from '../words.ts';
import { ReleaseFrame } from './frame.tsx';
import { releasesQuery, type Listed } from './published-calls.ts';
import { guaranteeWords, listTitle, spentWords, standsFor } from './published-words.ts';

/** What was published of records: when, by whom, for how many it stands, what it promises and what it cost. */
export function PublishedPage() {
  const { partnership } = useParams({ from: '/p/$partnership/release/published' });
  const { data, error } = useQuery(releasesQuery(partnership));
  return (
    <ReleaseFrame
      {...{ partnership }}
      here="Published"
      title={data === undefined ? 'Published releases' : listTitle(data.releases)}
      lede="Protected counts and made-up records, for everybody of the partnership to look into and take along. No record of a person is kept here."
    >
      <Problems error={error} />
      {data === undefined ? (
        error === null && <Loading what="releases" />
      ) : data.releases.length === 0 ? (
        <Empty title="A release says what records show, and points at nobody">
          <p>
            Make one in the studio, from a file that stays in your browser, and publish it at its
            last step. It then stands here with what it promises, what it cost and its files.
          </p>
          <div>
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/release"
              params={{ partnership }}
            >
              Open the studio
            </Link>
          </div>
        </Empty>
      ) : (
        <>
          <List partnership={partnership} releases={data.releases} />
          <Method>
            <p>
              A release is checked before it is kept: its files by their schemas, its records by the
              manifest, every count by what the manifest promises. It is read by members of this
              partnership; to publish it further, hand out its files, which are made for that. What
              it stands for is rounded down, or has noise; both ends are given. What was spent is of
              the data set’s whole budget, this release among it.
            </p>
          </Method>
        </>
      )}
    </ReleaseFrame>
  );
}

function List({ partnership, releases }: { partnership: string; releases: readonly Listed[] }) {
  return (
    <Table
      stacks
      caption="The newest first"
      rows={releases}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Release',
          heads: true,
          cell: ({ id, title, withdrawn }) => (
            <>
              <Link
                to="/p/$partnership/release/published/$release"
                params={{ partnership, release: id }}
              >
                {title}
              </Link>
              {withdrawn !== null && <div className="small soft">Withdrawn</div>}
            </>
          ),
        },
        { title: 'Published', cell: ({ publishedAt }) => day(publishedAt) },
        { title: 'By', cell: ({ byName }) => byName },
        { title: 'Stands for', cell: (each) => standsFor(each) },
        { title: 'Made-up records', figure: true, cell: ({ records }) => number(records) },
        { title: 'Promise', cell: (each) => guaranteeWords(each) },
        { title: 'Budget spent', cell: (each) => spentWords(each) },
      ]}
    />
  );
}
