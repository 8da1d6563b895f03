import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { day } from '../words.ts';
import {
  cleanUpQuery,
  wavesChanged,
  type CleanUpSet,
  type WaveAt,
  type WavePage,
} from './calls.ts';
import { cleanUpWords } from './words.ts';

type Deciding = { readonly set: CleanUpSet; readonly to: 'merged' | 'removed' };

/** Every answer set that came in: kept, merged into another, or removed, with its reason; each can be undone. */
export function CleanUp({ at, wave }: { at: WaveAt; wave: WavePage }) {
  const { data, error } = useQuery(cleanUpQuery(at));
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const target = api.partnerships[':partnership']['survey-targets'][':respondent'];
  const param = (id: string) => ({ partnership: at.partnership, respondent: id });
  const keep = useMutation({
    mutationFn: (id: string) =>
      got(
        target['clean-up'].$post({
          param: param(id),
          json: { to: 'kept', into: null, reason: '' },
        }),
      ),
    onSuccess: () => wavesChanged(at.partnership),
  });
  const undo = useMutation({
    mutationFn: (id: string) => got(target['clean-up'].undo.$post({ param: param(id) })),
    onSuccess: () => wavesChanged(at.partnership),
  });
  if (data === undefined)
    return error === null ? <Loading what="the answer sets" /> : <Problems error={error} />;
  if (data.sets.length === 0)
    return (
      <Empty title="No answers have come in yet">
        <p>
          Here you say of each answer set whether it is kept, belongs together with another, or is
          taken out, so that whoever reads the results can see what was done and why.
        </p>
      </Empty>
    );
  return (
    <>
      <Problems error={keep.error ?? undo.error} />
      <Table
        caption="Merged and removed answer sets do not count in the results. What was asked in confidence stays as it was at the close."
        rows={data.sets}
        rowKey={({ target: id }) => id}
        stacks
        columns={[
          { title: 'Answers for', heads: true, cell: ({ label }) => label },
          { title: 'Answers', figure: true, cell: ({ answered }) => answered },
          {
            title: 'Finished',
            cell: ({ finishedAt }) => (finishedAt === null ? 'not finished' : day(finishedAt)),
          },
          { title: 'Decided', cell: (set) => <Decided set={set} sets={data.sets} /> },
          ...(wave.mayCleanUp
            ? [
                {
                  title: 'Decide',
                  cell: (set: CleanUpSet) => (
                    <span className="row tight">
                      {(set.state === 'waiting' || set.state === 'kept') && (
                        <>
                          {set.state === 'waiting' && (
                            <Button
                              tone="quiet"
                              disabled={keep.isPending}
                              onClick={() => keep.mutate(set.target)}
                            >
                              Keep<span className="unseen"> {set.label}</span>
                            </Button>
                          )}
                          <Button tone="quiet" onClick={() => setDeciding({ set, to: 'merged' })}>
                            Merge<span className="unseen"> {set.label}</span>
                          </Button>
                          <Button tone="quiet" onClick={() => setDeciding({ set, to: 'removed' })}>
                            Remove<span className="unseen"> {set.label}</span>
                          </Button>
                        </>
                      )}
                      {set.steps.some(({ undone }) => !undone) && (
                        <Button
                          tone="quiet"
                          disabled={undo.isPending}
                          onClick={() => undo.mutate(set.target)}
                        >
                          Undo<span className="unseen"> the last decision about {set.label}</span>
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {deciding !== null && (
        <Decide at={at} deciding={deciding} sets={data.sets} onClose={() => setDeciding(null)} />
      )}
    </>
  );
}

function Decided({ set, sets }: { set: CleanUpSet; sets: readonly CleanUpSet[] }) {
  const last = set.steps.findLast(({ undone }) => !undone);
  const into = sets.find(({ target }) => target === set.mergedInto)?.label;
  return (
    <>
      {cleanUpWords[set.state]}
      {into !== undefined && ` into ${into}`}
      {last !== undefined && (
        <div className="small soft">
          {last.reason !== '' && `${last.reason}. `}
          {last.byName}, {day(last.at)}
        </div>
      )}
    </>
  );
}

function Decide({
  at,
  deciding: { set, to },
  sets,
  onClose,
}: {
  at: WaveAt;
  deciding: Deciding;
  sets: readonly CleanUpSet[];
  onClose: () => void;
}) {
  const others = sets.filter(
    ({ target, state }) => target !== set.target && (state === 'waiting' || state === 'kept'),
  );
  const [into, setInto] = useState(others[0]?.target ?? '');
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership']['survey-targets'][':respondent']['clean-up'].$post({
          param: { partnership: at.partnership, respondent: set.target },
          json: { to, reason, into: to === 'merged' ? into : null },
        }),
      ),
    onSuccess: async () => {
      await wavesChanged(at.partnership);
      onClose();
    },
  });
  const merging = to === 'merged';
  return (
    <Dialog
      title={merging ? `Merge the answers for ${set.label}` : `Remove the answers for ${set.label}`}
      open
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          decide.mutate();
        }}
      >
        <p>
          {merging
            ? 'The other answer set then counts for both; this one stays as it is and no longer counts.'
            : 'It no longer counts. The answers stay where they are, and this can be undone.'}
        </p>
        {merging && (
          <Choice
            label="Into"
            value={into}
            options={others.map(({ target, label }) => [target, label])}
            onChange={setInto}
          />
        )}
        <TextField label="Reason" required maxLength={1000} value={reason} onChange={setReason} />
        <Problems error={decide.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={decide.isPending}>
            {merging ? 'Merge' : 'Remove'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
