import { useState } from 'react';
import {
  actionWords,
  byUrgency,
  checkStanding,
  crisisLibrary,
  ofKind,
  owner,
  practiceOf,
  timerOf,
  timeWords,
  type PlanAction,
} from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { count, percent } from '../words.ts';
import { ActionForm } from './action-form.tsx';
import type { BoardProps } from './board.tsx';
import type { HeldItem } from './calls.ts';
import { FromLibrary } from './from-library.tsx';
import { Status } from './status.tsx';
import { lastUpdate, progress } from './words.ts';

type HeldAction = Omit<HeldItem, 'content'> & { readonly content: PlanAction };

/** What is to be done and by when; what is overdue stands first. */
export function Actions(props: BoardProps) {
  const { board, items, open, now } = props;
  const [form, setForm] = useState<HeldAction | 'new' | null>(null);
  const held = ofKind(board.items, 'action');
  const order = byUrgency(held.map((each) => ({ ...each.content, held: each })));
  const { done, all, share, overdue } = progress(board, now);
  return (
    <section className="stack" aria-labelledby="crisis-actions">
      <h2 id="crisis-actions">
        {all === 0
          ? 'No action is planned yet'
          : `${done} of ${count(all, 'action', 'actions')} done (${percent(share ?? 0)})${overdue > 0 ? `, ${overdue} overdue` : ''}`}
      </h2>
      {held.length === 0 && (
        <Empty title="What is done in the first hours?">
          <p>
            Each action has an owner, a number of hours after the activation, and the referral route
            that it uses. Begin from the library or write your own.
          </p>
        </Empty>
      )}
      <ul className="crisis-items">
        {order.map(({ held: each }) => (
          <ActionRow key={each.id} {...props} held={each} onEdit={() => setForm(each)} />
        ))}
      </ul>
      {open && (
        <div className="row">
          <Button onClick={() => setForm('new')}>Add an action</Button>
        </div>
      )}
      {open && <FromLibrary {...props} />}
      {form !== null && (
        <ActionForm
          held={form === 'new' ? null : form}
          items={items}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function ActionRow({
  held,
  activated,
  now,
  open,
  items,
  onEdit,
}: BoardProps & { held: HeldAction; onEdit: () => void }) {
  const { content } = held;
  const practice = practiceOf(content.practice);
  const { open: unasked, failed } = checkStanding(crisisLibrary.checks, content.checks);
  const set = (status: PlanAction['status']) =>
    void items.touch(held.id, (before) =>
      before.kind === 'action' ? { ...before, status } : before,
    );
  const of = <span className="unseen">: {content.title}</span>;
  return (
    <li data-status={timerOf(content, activated, now).state}>
      <span className="row">
        <h3>{content.title}</h3>
        <TimerTag {...{ content, activated, now }} />
        {practice !== null && <Status status={practice.status} />}
      </span>
      <p className="small">
        {owner(content.ownerOrganisation, content.ownerRole)}
        {content.dueAfterHours !== null && ` · due ${content.dueAfterHours} h after the activation`}
      </p>
      <p className="small">
        <span className="strong">Referral route it uses:</span>{' '}
        {content.route === '' ? 'not said yet' : content.route}
      </p>
      {content.note !== '' && <p>{content.note}</p>}
      {(failed.length > 0 || unasked.length > 0) && content.status !== 'dropped' && (
        <p className="small warn-text">
          Do no harm:{' '}
          {[
            failed.length > 0 && `${count(failed.length, 'check is', 'checks are')} not met`,
            unasked.length > 0 &&
              `${count(unasked.length, 'check has', 'checks have')} not been looked at`,
          ]
            .filter((part) => part !== false)
            .join(', ')}
        </p>
      )}
      <p className="small soft">{lastUpdate(held)}</p>
      {open && (
        <div className="crisis-buttons">
          {content.status === 'planned' && (
            <Button onClick={() => set('under-way')}>Start{of}</Button>
          )}
          {content.status !== 'done' && content.status !== 'dropped' && (
            <Button onClick={() => set('done')}>Done{of}</Button>
          )}
          {(content.status === 'done' || content.status === 'dropped') && (
            <Button onClick={() => set('under-way')}>Not done after all{of}</Button>
          )}
          <Button tone="quiet" onClick={onEdit}>
            Change{of}
          </Button>
          <Button tone="quiet" onClick={() => items.remove(held, content.title)}>
            Take away{of}
          </Button>
        </div>
      )}
    </li>
  );
}

function TimerTag({
  content,
  activated,
  now,
}: {
  content: PlanAction;
  activated: Date | null;
  now: Date;
}) {
  const timer = timerOf(content, activated, now);
  switch (timer.state) {
    case 'overdue':
      return <span className="tag bad">Overdue for {timeWords(timer.minutes)}</span>;
    case 'running':
      return (
        <span className="tag warn">
          {actionWords[content.status]} · {timeWords(timer.minutes)} left
        </span>
      );
    case 'done':
      return <span className="tag good">Done</span>;
    case 'dropped':
    case 'waiting':
      return <span className="tag">{actionWords[content.status]}</span>;
  }
}
