import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day, time } from '../words.ts';
import { isUnderWay, jobsQuery } from './calls.ts';
import { jobsTitle, jobSentence, jobStates } from './words.ts';

/** What was checked and imported, newest first. */
export function Jobs() {
  const { partnership } = useParams({ from: '/p/$partnership/data/jobs' });
  const { data, error } = useQuery(jobsQuery(partnership));
  useCrumbs({ words: 'Data', to: `/p/${partnership}/data` }, { words: 'Past imports' });
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="past imports" />;
  const going = data.jobs.filter(isUnderWay).length;
  return (
    <Page
      title={
        data.jobs.length === 0
          ? 'Nothing has been imported yet'
          : going > 0
            ? `${count(going, 'import is', 'imports are')} under way`
            : jobsTitle(data.jobs)
      }
    >
      {data.jobs.length === 0 ? (
        <Empty title="Every check and import is kept here">
          <p>With what it changed, and with its problems by row and column.</p>
          <div>
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/data/import"
              params={{ partnership }}
            >
              Import data
            </Link>
          </div>
        </Empty>
      ) : (
        <Table
          stacks
          caption="Newest first"
          rows={data.jobs}
          rowKey={({ id }) => id}
          columns={[
            {
              title: 'What',
              heads: true,
              cell: ({ id, title }) => (
                <Link to="/p/$partnership/data/jobs/$job" params={{ partnership, job: id }}>
                  {title}
                </Link>
              ),
            },
            {
              title: 'When',
              cell: ({ startedAt }) => `${day(startedAt)}, ${time(new Date(startedAt))}`,
            },
            {
              title: 'State',
              cell: ({ state, undoneAt }) => (undoneAt === null ? jobStates[state] : 'taken back'),
            },
            { title: 'Result', cell: (job) => (isUnderWay(job) ? '' : jobSentence(job)) },
          ]}
        />
      )}
    </Page>
  );
}
