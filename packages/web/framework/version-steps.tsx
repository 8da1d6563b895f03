import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import {
  deleteDraft,
  publishVersion,
  retireVersion,
  versionsChanged,
  type VersionShown,
} from './calls.ts';
import { statementUnder } from './words.ts';

type Step = 'publish' | 'retire' | 'delete';

/** What a co-ordinator can do with a version of their own; each step asks first. */
export function VersionSteps({ partnership, shown }: { partnership: string; shown: VersionShown }) {
  const role = usePartnership(partnership)?.role ?? null;
  const [asked, ask] = useState<Step | null>(null);
  const [done, setDone] = useState<Step | null>(null);
  const navigate = useNavigate();
  const may = role !== null && mayCoordinate(role) && !shown.shared;
  const act = useMutation({
    mutationFn: async (step: Step): Promise<void> => {
      await steps[step].act(partnership, shown.id);
    },
    onSuccess: async (_, step) => {
      if (step === 'delete')
        await navigate({ to: '/p/$partnership/frameworks', params: { partnership } });
      await versionsChanged(partnership, step === 'delete' ? undefined : shown.id);
      ask(null);
      setDone(step);
    },
  });
  if (!may) return null;
  return (
    <div className="row tools">
      {done !== null && <Done key={done} words={steps[done].done} />}
      {shown.state === 'draft' && (
        <>
          <Button tone="primary" onClick={() => ask('publish')}>
            Publish version {shown.version}
          </Button>
          <Button tone="danger" onClick={() => ask('delete')}>
            Delete draft
          </Button>
        </>
      )}
      {shown.state === 'published' && (
        <Button onClick={() => ask('retire')}>Retire version {shown.version}</Button>
      )}
      {asked !== null && (
        <Dialog
          title={`${steps[asked].title} version ${shown.version} of ${shown.framework.title}?`}
          open
          onClose={() => ask(null)}
        >
          <p className="small soft">
            {statementUnder(shown.framework.title, shown.framework.statement)}
          </p>
          <p>{steps[asked].means}</p>
          <Problems error={act.error} />
          <div className="row">
            <Button
              tone={asked === 'delete' ? 'danger' : 'primary'}
              disabled={act.isPending}
              onClick={() => act.mutate(asked)}
            >
              {steps[asked].title} version {shown.version}
            </Button>
            <Button tone="quiet" onClick={() => ask(null)}>
              Leave it as it is
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Says what was done, where the button for it was; takes the focus that the button had. */
function Done({ words }: { words: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} role="status">
      {words}
    </p>
  );
}

const steps: Readonly<
  Record<
    Step,
    {
      readonly title: string;
      readonly means: string;
      readonly done: string;
      readonly act: (partnership: string, version: string) => Promise<unknown>;
    }
  >
> = {
  publish: {
    title: 'Publish',
    means:
      'Reviews can then use it. A published version never changes: to mend something later, you import a new version. Read it through once more if you are not sure.',
    done: 'Published. Reviews can use it now.',
    act: publishVersion,
  },
  retire: {
    title: 'Retire',
    means:
      'No new review can use it. Reviews that were made with it stay as they are, and it can still be read and saved. It cannot be published again.',
    done: 'Retired. No new review uses it.',
    act: retireVersion,
  },
  delete: {
    title: 'Delete',
    means:
      'The draft is removed for everybody in your partnership. This cannot be taken back; save it as a file first if you may want it.',
    done: 'Deleted.',
    act: deleteDraft,
  },
};
