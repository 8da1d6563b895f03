import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { moment } from '../words.ts';
import type { Job } from './calls.ts';
import { JobView } from './job-view.tsx';
import { undoneLines } from './words.ts';

const undoing = api.partnerships[':partnership'].jobs[':job'].undo;

/** An import's way back: what would go and what stays is said before it goes. */
export function UndoImport({ partnership, job }: { partnership: string; job: Job }) {
  const [asked, setAsked] = useState(false);
  const param = { partnership, job: job.id };
  const undo = useMutation({
    mutationFn: () => got(undoing.$post({ param })),
    onSuccess: () => setAsked(false),
  });
  if (job.undoneAt !== null && undo.data === undefined)
    return <p>What this import brought was taken back on {moment(job.undoneAt)}.</p>;
  if (undo.data !== undefined)
    return (
      <JobView
        partnership={partnership}
        job={undo.data.job}
        onEnd={() => void queries.invalidateQueries({ queryKey: ['job', partnership, job.id] })}
      />
    );
  return (
    <section className="stack-tight">
      <h2>Was this the wrong file?</h2>
      <p>
        The import can be taken back as a whole. What it brought goes, and what it changed becomes
        what it was before.
      </p>
      <div>
        <Button onClick={() => setAsked(true)}>Undo this import</Button>
      </div>
      <Dialog title="Undo this import?" open={asked} onClose={() => setAsked(false)}>
        <WhatGoes partnership={partnership} job={job.id} />
        <Problems error={undo.error} />
        <div className="row">
          <Button tone="danger" disabled={undo.isPending} onClick={() => undo.mutate()}>
            Undo this import
          </Button>
          <Button onClick={() => setAsked(false)}>Keep it</Button>
        </div>
      </Dialog>
    </section>
  );
}

function WhatGoes({ partnership, job }: { partnership: string; job: string }) {
  const { data, error } = useQuery({
    queryKey: ['undo-import', partnership, job],
    queryFn: () => got(undoing.$get({ param: { partnership, job } })),
    staleTime: 0,
  });
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="what would go" />;
  const lines = undoneLines(data.parts);
  return (
    <>
      <p>If you go on:</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        The file that was sent is removed from Freehold too. Reviews that are validated keep the
        figures they were validated with. Undoing cannot be undone: to have the values again, import
        the file again.
      </p>
    </>
  );
}
