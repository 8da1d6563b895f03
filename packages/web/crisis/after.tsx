import { useState } from 'react';
import { becameOf, helpedWords, ofKind, practiceOf, type Finding } from '@freehold/core/crisis';
import { Downloads } from '../document/downloads.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { count, moment } from '../words.ts';
import type { BoardProps } from './board.tsx';
import type { HeldItem } from './calls.ts';
import { FindingForm } from './finding-form.tsx';
import { FollowForm } from './follow-form.tsx';
import { Status } from './status.tsx';
import { lastUpdate } from './words.ts';

export type HeldFinding = Omit<HeldItem, 'content'> & { readonly content: Finding };

/** The after-action review: what helped, what did not and for whom; what becomes of it; and how it went. */
export function After(props: BoardProps) {
  const { at, board, items, open, mayRun } = props;
  const [form, setForm] = useState<HeldFinding | 'new' | null>(null);
  const [following, setFollowing] = useState<HeldFinding | null>(null);
  const held = ofKind(board.items, 'finding');
  const prepared = board.crisis.activatedAt === null;
  const address = `/api/partnerships/${at.partnership}/crises/${at.crisis}`;
  const helped = held.filter(({ content }) => content.helped === 'helped').length;
  return (
    <>
      <section className="stack" aria-labelledby="crisis-after">
        <h2 id="crisis-after">
          {held.length === 0
            ? 'Nothing has been written down yet'
            : `${count(held.length, 'finding', 'findings')}: ${helped} helped`}
        </h2>
        {held.length === 0 && (
          <Empty title="What helped, what did not, and for whom?">
            <p>
              There is little evidence of what works in a crisis. What you find becomes a draft
              claim of the evidence register, a gap or an action of your plan.
              {prepared && ' It is written down once the crisis has been active.'}
            </p>
          </Empty>
        )}
        <ul className="crisis-items">
          {held.map((finding) => (
            <FindingRow
              key={finding.id}
              held={finding}
              open={open}
              mayRun={mayRun}
              onEdit={() => setForm(finding)}
              onFollow={() => setFollowing(finding)}
              onRemove={() => items.remove(finding, finding.content.says)}
            />
          ))}
        </ul>
        {open && !prepared && (
          <div className="row">
            <Button onClick={() => setForm('new')}>Write down a finding</Button>
          </div>
        )}
      </section>
      <section className="stack" aria-labelledby="crisis-reports">
        <h2 id="crisis-reports">Take it to others</h2>
        <h3>Situation report, as it stands now</h3>
        <Downloads address={`${address}/situation`} />
        <h3>Lessons record</h3>
        <Downloads address={`${address}/lessons`} />
      </section>
      <section className="stack" aria-labelledby="crisis-events">
        <h2 id="crisis-events">How it went</h2>
        {board.events.length === 0 ? (
          <p className="soft">Nothing has happened yet.</p>
        ) : (
          <ol className="crisis-events">
            {board.events.toReversed().map(({ at: when, says, by }, index) => (
              <li key={`${when}-${index}`}>
                <span className="small soft">
                  {moment(when)} · {by}
                </span>
                {says}
              </li>
            ))}
          </ol>
        )}
      </section>
      {form !== null && (
        <FindingForm
          held={form === 'new' ? null : form}
          practices={ofKind(board.items, 'action').map(({ content }) => content.practice)}
          items={items}
          onClose={() => setForm(null)}
        />
      )}
      {following !== null && (
        <FollowForm
          partnership={at.partnership}
          held={following}
          onClose={() => setFollowing(null)}
        />
      )}
    </>
  );
}

function FindingRow({
  held,
  open,
  mayRun,
  onEdit,
  onFollow,
  onRemove,
}: {
  held: HeldFinding;
  open: boolean;
  mayRun: boolean;
  onEdit: () => void;
  onFollow: () => void;
  onRemove: () => void;
}) {
  const { content } = held;
  const practice = practiceOf(content.practice);
  const became = becameOf(content);
  const of = <span className="unseen">: {content.says}</span>;
  const tone = { helped: 'good', 'did-not': 'bad', mixed: 'warn', 'not-known': '' };
  const left = [content.claim, content.gap, content.action].includes(null);
  return (
    <li>
      <span className="row">
        <h3>{content.says}</h3>
        <span className={`tag ${tone[content.helped]}`}>{helpedWords[content.helped]}</span>
      </span>
      <p className="small">
        <span className="strong">For whom:</span>{' '}
        {content.forWhom === '' ? 'not said' : content.forWhom}
      </p>
      {practice !== null && (
        <p className="small row">
          Practice: {practice.title} <Status status={practice.status} />
        </p>
      )}
      <p className="small">{became === '' ? 'Nothing has come of it yet.' : `Became ${became}.`}</p>
      <p className="small soft">{lastUpdate(held)}</p>
      {open && (
        <div className="crisis-buttons">
          {mayRun && left && <Button onClick={onFollow}>Make something of it{of}</Button>}
          <Button tone="quiet" onClick={onEdit}>
            Change{of}
          </Button>
          <Button tone="quiet" onClick={onRemove}>
            Take away{of}
          </Button>
        </div>
      )}
    </li>
  );
}
