import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { jobQuery, isUnderWay, type Job } from './calls.ts';
import { JobProblems } from './job-problems.tsx';
import { JobCounts } from './job-counts.tsx';
import { jobSentence, timeLeft, undoneLines } from './words.ts';

export type { Job } from './calls.ts';

/** A job as it goes on: how far, how long still, cancel; then its result or its problems. */
export function JobView({
  partnership,
  job,
  onEnd,
}: {
  partnership: string;
  job: string;
  onEnd?: (job: Job) => void;
}) {
  const { data, error } = useQuery(jobQuery(partnership, job));
  const ended = data !== undefined && !isUnderWay(data);
  useEffect(() => {
    if (!ended) return;
    onEnd?.(data);
    // What was shown of places and data before may be out of date now.
    void queries.invalidateQueries({
      predicate: ({ queryKey: [room] }) => typeof room === 'string' && changed.includes(room),
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ended]);
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="the job" />;
  return (
    <div className="stack">
      {ended ? (
        <>
          <p role="status" className="strong">
            {jobSentence(data)}
          </p>
          <Counts job={data} />
          <JobProblems partnership={partnership} job={data} />
        </>
      ) : (
        <Going partnership={partnership} job={data} />
      )}
    </div>
  );
}

function Counts({ job: { result } }: { job: Job }) {
  if (result === null || result.what === 'supplier-priorities') return null;
  if (result.what !== 'undone-import') return <JobCounts result={result} />;
  return (
    <ul>
      {undoneLines(result.undone ?? []).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const changed = [
  'places',
  'place',
  'boundaries',
  'measures',
  'data-sets',
  'series',
  'position',
  'measured',
  'home',
  'jobs',
];

function Going({ partnership, job }: { partnership: string; job: Job }) {
  const cancel = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].jobs[':job'].cancel.$post({
          param: { partnership, job: job.id },
        }),
      ),
  });
  return (
    <div className="progress">
      <progress
        aria-label={job.title}
        max={1}
        {...(job.total !== null && job.total > 0 && { value: job.done / job.total })}
      />
      <div className="row row-end">
        <span role="status" className="small soft">
          {job.title}
          {job.secondsLeft === null ? ' …' : ` · ${timeLeft(job.secondsLeft)}`}
        </span>
        <Button tone="quiet" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel
        </Button>
      </div>
      <Problems error={cancel.error} />
      <p className="small soft">
        You can leave this page; the job goes on, and stands under past imports.
      </p>
    </div>
  );
}
