import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { JobView, type Job } from './job-view.tsx';

/** The last two steps of bringing files in: a dry run that says what would come, and keeping it. */
export function CheckThenImport({
  partnership,
  several,
  check: askCheck,
  keep: askKeep,
  account,
  onKept,
  children,
}: {
  partnership: string;
  /** Whether there may be more files than one. */
  several: boolean;
  check: () => Promise<{ readonly job: string }>;
  keep: () => Promise<{ readonly job: string }>;
  /** What the dry run found, beyond what every job tells. */
  account: (checked: Job) => ReactNode;
  onKept: () => unknown;
  /** Where to go once all is kept. */
  children: ReactNode;
}) {
  const [checked, setChecked] = useState<Job | null>(null);
  const [kept, setKept] = useState<Job | null>(null);
  const check = useMutation({ mutationFn: askCheck });
  const keep = useMutation({ mutationFn: askKeep });
  const them = several ? 'them' : 'it';
  return (
    <>
      <li>
        <h2>Check {them}</h2>
        <Problems error={check.error} />
        {check.data === undefined ? (
          <div className="row">
            <Button tone="primary" disabled={check.isPending} onClick={() => check.mutate()}>
              {several ? 'Check the files' : 'Check the file'}
            </Button>
            <span className="small soft">Nothing is kept yet.</span>
          </div>
        ) : (
          <JobView partnership={partnership} job={check.data.job} onEnd={setChecked} />
        )}
        {checked !== null && account(checked)}
      </li>
      {checked?.state === 'done' && (
        <li>
          <h2>Keep {them}</h2>
          <Problems error={keep.error} />
          {keep.data === undefined ? (
            <div>
              <Button tone="primary" disabled={keep.isPending} onClick={() => keep.mutate()}>
                Import
              </Button>
            </div>
          ) : (
            <JobView
              partnership={partnership}
              job={keep.data.job}
              onEnd={(job) => {
                setKept(job);
                void onKept();
              }}
            />
          )}
          {kept?.state === 'done' && <p className="row">{children}</p>}
        </li>
      )}
    </>
  );
}
