import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { day, problemSentence } from '../words.ts';
import type { ReviewState } from '@freehold/core/review';
import { HeldBeforeFreezing } from './held-note.tsx';
import { reviewChanged, type Review, type ReviewAt } from './review.ts';
import { moveConsequence, states, stateTitle, whoMoves } from './words.ts';

export function StateTag({ state }: { state: ReviewState }) {
  const tone = state === 'published' || state === 'validated' ? 'tag good' : 'tag';
  return <span className={tone}>{stateTitle(state)}</span>;
}

/** Where a review stands, what comes next, who may take it there, and what stands in the way. */
export function StateLine({ at, review }: { at: ReviewAt; review: Review }) {
  const here = states.findIndex(({ state }) => state === review.review.state);
  return (
    <section className="stack" aria-label="Where this review stands">
      <ol className="state-line">
        {states.map(({ state, title, means }, index) => (
          <li
            key={state}
            data-done={index < here || undefined}
            aria-current={index === here ? 'step' : undefined}
          >
            <span className="state-title">
              {title}
              {index < here && <span className="unseen">, done</span>}
            </span>
            <span className="small soft">{means}</span>
          </li>
        ))}
      </ol>
      <Moves at={at} review={review} />
      {review.steps.length > 0 && <Steps steps={review.steps} />}
    </section>
  );
}

function Moves({ at, review }: { at: ReviewAt; review: Review }) {
  const [to, setTo] = useState<ReviewState | null>(null);
  const order = (state: ReviewState) => states.findIndex((each) => each.state === state);
  const onwards = (state: ReviewState) => order(state) > order(review.review.state);
  return (
    <div className="stack-tight">
      {review.moves.map((move) => {
        const forward = onwards(move.to);
        const label = forward || move.to === 'draft' ? moveWords(move.to) : reopen;
        if (move.blockedBy === 'not-allowed') {
          return forward ? (
            <p key={move.to} className="soft">
              Next: {label.toLowerCase()}. {whoMoves(move.to)}
            </p>
          ) : null;
        }
        return (
          <div key={move.to} className="row">
            <Button
              tone={forward ? 'primary' : 'plain'}
              disabled={!move.allowed}
              onClick={() => setTo(move.to)}
            >
              {label}
            </Button>
            <span className="small soft">
              {move.blockedBy !== null && problemSentence(move.blockedBy)}
            </span>
          </div>
        );
      })}
      {to !== null && <MoveDialog at={at} review={review} to={to} onClose={() => setTo(null)} />}
    </div>
  );
}

const reopen = 'Reopen the rating';

function moveWords(to: ReviewState): string {
  return states.find(({ state }) => state === to)?.move ?? to;
}

function MoveDialog({
  at,
  review,
  to,
  onClose,
}: {
  at: ReviewAt;
  review: Review;
  to: ReviewState;
  onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const move = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].reviews[':review'].move.$post({
          param: at,
          json: { to, note },
        }),
      ),
    onSuccess: async () => {
      await reviewChanged(at);
      onClose();
    },
    // Somebody else may have moved it meanwhile.
    onError: () => reviewChanged(at),
  });
  const reopening = to === 'rating' && review.review.state === 'agreeing';
  const words = reopening ? reopen : moveWords(to);
  const unfinished = review.raters.filter(({ finishedAt }) => finishedAt === null);
  return (
    <Dialog title={`${words}?`} open onClose={onClose}>
      <p>
        {reopening
          ? 'Raters can answer again. The answers are hidden until you close the rating, though those who were here have seen them.'
          : moveConsequence[to]}
      </p>
      {to === 'agreeing' && unfinished.length > 0 && (
        <p>
          Not finished yet: {unfinished.map(({ agency }) => agency).join(', ')}. What they have
          answered so far counts.
        </p>
      )}
      {to === 'validated' && <HeldBeforeFreezing at={at} />}
      <TextArea
        label="Note"
        hint="Kept in the review’s history. May be left empty."
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <Problems error={move.error} />
      <div className="row">
        <Button tone="primary" disabled={move.isPending} onClick={() => move.mutate()}>
          {words}
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </div>
    </Dialog>
  );
}

function Steps({ steps }: { steps: Review['steps'] }) {
  return (
    <details className="small">
      <summary>History of this review</summary>
      <ul className="stack-tight history">
        {steps.map((step) => (
          <li key={`${step.at}-${step.to}`}>
            {day(step.at)}: {step.byName} moved it from {stateTitle(step.from)} to{' '}
            {stateTitle(step.to)}
            {step.note !== '' && `. “${step.note}”`}
          </li>
        ))}
      </ul>
    </details>
  );
}
