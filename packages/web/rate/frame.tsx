import { useEffect, type ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { SavedState, saySaved, type Saved } from '../shell/saved.tsx';
import type { Answers } from './answers.ts';
import type { OutboxState, Versioned } from '../parts/outbox.ts';
import type { Rate } from './rate.ts';

/** The calm frame of the rater's pages: where one is, what became of the answers, and nothing else. */
export function RateFrame({
  rate,
  answers,
  beside,
  children,
}: {
  rate?: Rate;
  answers?: Answers;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="rate">
      <a className="skip" href="#content">
        Skip to the question
      </a>
      {rate?.partnership.madeUp === true && (
        <section className="made-up" aria-label="About this partnership">
          Made-up example: no real place, person or agency.
        </section>
      )}
      <header className="rate-top">
        <span className="rate-brand">
          <img src="/mark.svg" alt="" />
          <span>
            {rate === undefined ? 'Freehold' : `${rate.place.name} · ${rate.rater.agency}`}
          </span>
        </span>
        {answers !== undefined && <SavedLine queue={answers.queue} />}
      </header>
      <div className={beside === undefined ? 'rate-body' : 'rate-body with-side'}>
        {beside}
        <main id="content" tabIndex={-1} className="rate-main">
          {answers?.desk.device.lasting() === false && <NotLasting />}
          {answers?.queue.line === 'gone' && <Gone />}
          {children}
        </main>
      </div>
    </div>
  );
}

/** What became of what was typed, for the top of a page behind a link. */
export function SavedLine({
  queue,
}: {
  queue: Pick<OutboxState<Versioned>, 'waiting' | 'refused' | 'line' | 'savedAt'>;
}) {
  const { waiting, refused, line, savedAt } = queue;
  const [n, toMend] = [waiting.length - refused.size, refused.size];
  useEffect(() => saySaved(savedWords({ n, toMend, line, savedAt })), [n, toMend, line, savedAt]);
  return <SavedState />;
}

/** A closed round and a dead link have notices of their own; they are not "offline". */
function savedWords({
  n,
  toMend,
  line,
  savedAt,
}: Pick<OutboxState<Versioned>, 'line' | 'savedAt'> & {
  readonly n: number;
  readonly toMend: number;
}): Saved {
  if (line === 'closed' || line === 'gone') return { kind: 'nothing' };
  if (n > 0) return line === 'unreachable' ? { kind: 'waiting', count: n } : { kind: 'saving' };
  if (toMend > 0) return { kind: 'to-mend', count: toMend };
  return savedAt === null ? { kind: 'nothing' } : { kind: 'saved', at: savedAt, what: 'answers' };
}

function NotLasting() {
  return (
    <Notice tone="warn" title="This browser keeps nothing on the device">
      <p>
        It may be full, or in private browsing. Answers are sent as you give them; wait for “All
        answers saved” before you close the page.
      </p>
    </Notice>
  );
}

function Gone() {
  return (
    <Notice tone="bad" title="This link has been replaced">
      <p>
        Answers can no longer be sent with it. Those not sent are kept on this device. Open the
        newer link, or ask the co-ordinator for one.
      </p>
    </Notice>
  );
}
