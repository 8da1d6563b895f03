import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day } from '../words.ts';
import { AddTargets } from './add-targets.tsx';
import { wavesChanged, type Target, type WaveAt, type WavePage } from './calls.ts';

/** Whom a wave asks, how far each is, and the letters to them. Shows how many answers there are, never which. */
export function People({ at, wave }: { at: WaveAt; wave: WavePage }) {
  const [link, setLink] = useState<{ label: string; link: string } | null>(null);
  const param = (respondent: string) => ({ partnership: at.partnership, respondent });
  const ours = api.partnerships[':partnership'];
  const show = useMutation({
    mutationFn: ({ target, renew }: { target: Target; renew: boolean }) =>
      got(
        ours['survey-targets'][':respondent'].link.$post({
          param: param(target.id),
          json: { renew },
        }),
      ),
    onSuccess: (made, { target }) => setLink({ label: target.label, link: made.link }),
  });
  const remove = useMutation({
    mutationFn: (target: string) =>
      got(ours['survey-targets'][':respondent'].$delete({ param: param(target) })),
    onSuccess: () => wavesChanged(at.partnership),
  });
  const { people, mayCoordinate: may } = wave;
  return (
    <>
      {may && wave.state !== 'closed' && <AddTargets at={at} first={people.length === 0} />}
      {may && wave.state === 'open' && <Letters at={at} wave={wave} />}
      <Problems error={show.error ?? remove.error} />
      {people.length === 0 ? (
        <Empty title="Nobody is asked yet">
          <p>
            {may
              ? 'Paste a list or choose a CSV file above: a name and an e-mail address a line.'
              : 'The co-ordinator says whom this wave asks.'}
          </p>
        </Empty>
      ) : (
        <Table
          caption="How many answers, never which"
          rows={people}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Asked',
              heads: true,
              cell: ({ label, contact, email }) => (
                <>
                  {label}
                  {may && (
                    <div className="small soft regular">
                      {[contact, email ?? 'no address: pass the link on']
                        .filter(Boolean)
                        .join(', ')}
                    </div>
                  )}
                </>
              ),
            },
            { title: 'Written to', cell: writtenWords },
            {
              title: 'Opened',
              cell: ({ openedAt }) => (openedAt === null ? 'not yet' : day(openedAt)),
            },
            { title: 'Answers', figure: true, cell: ({ answered }) => answered },
            {
              title: 'Finished',
              cell: ({ finishedAt }) =>
                finishedAt === null ? (
                  'not yet'
                ) : (
                  <span className="tag good">{day(finishedAt)}</span>
                ),
            },
            ...(may
              ? [
                  {
                    title: 'Link',
                    cell: (target: Target) => (
                      <span className="row tight">
                        <Button
                          tone="quiet"
                          disabled={show.isPending}
                          onClick={() => show.mutate({ target, renew: false })}
                        >
                          Show<span className="unseen"> the link of {target.label}</span>
                        </Button>
                        <Button
                          tone="quiet"
                          disabled={show.isPending}
                          onClick={() => show.mutate({ target, renew: true })}
                        >
                          Renew<span className="unseen"> the link of {target.label}</span>
                        </Button>
                        {target.consentedAt === null && (
                          <Button
                            tone="quiet"
                            disabled={remove.isPending}
                            onClick={() => remove.mutate(target.id)}
                          >
                            Remove<span className="unseen"> {target.label}</span>
                          </Button>
                        )}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {link !== null && <LinkShown {...link} onClose={() => setLink(null)} />}
    </>
  );
}

function writtenWords({ invitedAt, reminders, lastSentAt }: Target): string {
  if (invitedAt === null) return 'not yet';
  if (reminders === 0 || lastSentAt === null) return day(invitedAt);
  return `${day(invitedAt)}; ${count(reminders, 'reminder', 'reminders')}, last ${day(lastSentAt)}`;
}

function Letters({ at, wave }: { at: WaveAt; wave: WavePage }) {
  const send = useMutation({
    mutationFn: (what: 'invite' | 'remind') =>
      got(api.partnerships[':partnership']['survey-waves'][':wave'][what].$post({ param: at })),
    onSuccess: () => wavesChanged(at.partnership),
  });
  const { dueForInvitation: invitations, dueForReminder: reminders, remindAfterDays } = wave;
  return (
    <section className="stack-tight">
      <div className="row">
        <Button
          disabled={send.isPending || invitations === 0}
          onClick={() => send.mutate('invite')}
        >
          {invitations === 0
            ? 'Everybody with an address is invited'
            : `Send ${count(invitations, 'invitation', 'invitations')}`}
        </Button>
        <Button disabled={send.isPending || reminders === 0} onClick={() => send.mutate('remind')}>
          {reminders === 0
            ? 'No reminder is due'
            : `Send ${count(reminders, 'reminder', 'reminders')}`}
        </Button>
      </div>
      <p className="small soft">
        A reminder is due {count(remindAfterDays, 'day', 'days')} after the last letter, and never
        to somebody who has finished.
        {send.data !== undefined && (
          <>
            {' '}
            <Link
              to="/p/$partnership/data/jobs/$job"
              params={{ partnership: at.partnership, job: send.data.job }}
            >
              See them being sent
            </Link>
            .
          </>
        )}
      </p>
      <Problems error={send.error} />
    </section>
  );
}

function LinkShown({ label, link, onClose }: { label: string; link: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Browsers refuse the clipboard on plain http; the link is selected then.
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Dialog title={`The link of ${label}`} open onClose={onClose}>
      <p>It opens the questions without an account, so treat it like a key.</p>
      <Field label="Link">
        {(wiring) => <input {...wiring} ref={field} className="input" readOnly value={link} />}
      </Field>
      <div className="row">
        <Button tone="primary" onClick={() => void copy()}>
          Copy the link
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Done
        </Button>
      </div>
      <p role="status" className="small">
        {copied && 'Copied.'}
      </p>
    </Dialog>
  );
}
