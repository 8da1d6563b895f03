import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayEditPlace } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { jobQuery, type Job } from './calls.ts';
import { JobView } from './job-view.tsx';
import { UndoImport } from './undo-import.tsx';
import { undoneElsewhere } from './words.ts';

/** One check or import: how far it is, or what it came to. */
export function OneJob() {
  const { partnership, job } = useParams({ from: '/p/$partnership/data/jobs/$job' });
  const { data, error } = useQuery(jobQuery(partnership, job));
  useCrumbs(
    { words: 'Data', to: `/p/${partnership}/data` },
    { words: 'Past imports', to: `/p/${partnership}/data/jobs` },
    { words: data?.title ?? 'Import' },
  );
  const mine = usePartnership(partnership);
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
      {(data.undoneAt !== null || (data.undoable && mine !== null && mayEditPlace(mine.role))) && (
        <UndoImport partnership={partnership} job={data} />
      )}
      {keptElsewhere(data) !== null && <p className="small soft">{keptElsewhere(data)}</p>}
    </Page>
  );
}

/** Where an import of another room is taken back, or why it is not. */
function keptElsewhere({ kind, result }: Job): string | null {
  return result?.kept === true ? (undoneElsewhere[kind] ?? null) : null;
}
