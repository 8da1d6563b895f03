import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Mapping } from '@freehold/core/data';
import { Button, buttonClass } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { checkFile, importFile } from './calls.ts';
import { JobView, type Job } from './job-view.tsx';
import type { SentFile } from './send-file.ts';

/** The last two steps: a dry run that says what would change, and keeping it. */
export function CheckAndKeep({
  partnership,
  file,
  mapping,
}: {
  partnership: string;
  file: SentFile;
  mapping: Mapping;
}) {
  const [checked, setChecked] = useState<Job | null>(null);
  const check = useMutation({
    mutationFn: () => checkFile(partnership, file.file, mapping),
    onMutate: () => setChecked(null),
  });
  return (
    <>
      <li>
        <h2>Check the file</h2>
        <Problems error={check.error} />
        {check.data === undefined ? (
          <div className="row">
            <Button tone="primary" disabled={check.isPending} onClick={() => check.mutate()}>
              Check the whole file
            </Button>
            <span className="small soft">Nothing is kept yet.</span>
          </div>
        ) : (
          <>
            <JobView partnership={partnership} job={check.data.job} onEnd={setChecked} />
            {checked !== null && (
              <div>
                <Button onClick={() => check.mutate()}>Check again</Button>
              </div>
            )}
          </>
        )}
      </li>
      {checked?.result !== null && checked?.result !== undefined && (
        <Keep partnership={partnership} file={file} mapping={mapping} checked={checked} />
      )}
    </>
  );
}

function Keep({
  partnership,
  file,
  mapping,
  checked,
}: {
  partnership: string;
  file: SentFile;
  mapping: Mapping;
  checked: Job;
}) {
  const [ended, setEnded] = useState<Job | null>(null);
  const keep = useMutation({
    mutationFn: (acceptRejected: boolean) =>
      importFile(partnership, file.file, mapping, acceptRejected),
  });
  const rejected = checked.result?.rejected ?? 0;
  const changes = (checked.result?.new ?? 0) + (checked.result?.changed ?? 0);
  return (
    <li>
      <h2>Keep it</h2>
      <Problems error={keep.error} />
      {keep.data !== undefined ? (
        <JobView partnership={partnership} job={keep.data.job} onEnd={setEnded} />
      ) : changes === 0 && (checked.result?.links?.new ?? 0) === 0 ? (
        <p>There is nothing new to keep: everything in this file is there already.</p>
      ) : rejected === 0 ? (
        <div>
          <Button tone="primary" disabled={keep.isPending} onClick={() => keep.mutate(false)}>
            Import
          </Button>
        </div>
      ) : (
        <div className="stack-tight">
          <p>
            Rows with a problem are left out. Mend them in the file and check again, or import the
            rest.
          </p>
          <div>
            <Button disabled={keep.isPending} onClick={() => keep.mutate(true)}>
              Import the rest without them
            </Button>
          </div>
        </div>
      )}
      {ended?.state === 'done' && (
        <p className="row">
          {mapping.kind === 'observations' ? (
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/compare"
              params={{ partnership }}
              search={{ measure: mapping.measures[0]?.measure.code ?? '' }}
            >
              Look at it
            </Link>
          ) : (
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/places"
              params={{ partnership }}
            >
              Go to the places
            </Link>
          )}
          <Link className={buttonClass('quiet')} to="/p/$partnership/data" params={{ partnership }}>
            All data
          </Link>
        </p>
      )}
    </li>
  );
}
