import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { jobQuery } from './calls.ts';
import { JobView } from './job-view.tsx';

/** One check or import: how far it is, or what it came to. */
export function OneJob() {
  const { partnership, job } = useParams({ from: '/p/$partnership/data/jobs/$job' });
  const { data, error } = useQuery(jobQuery(partnership, job));
  useCrumbs(
    { words: 'Data', to: `/p/${partnership}/data` },
    { words: 'Past imports', to: `/p/${partnership}/data/jobs` },
    { words: data?.title ?? 'Import' },
  );
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="this import" />;
  return (
    <Page
      title={data.title}
      action={
        <Link className={buttonClass()} to="/p/$partnership/data/import" params={{ partnership }}>
          Import another file
        </Link>
      }
    >
      <JobView partnership={partnership} job={job} />
    </Page>
  );
}
