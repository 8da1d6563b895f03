import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Answer } from '@freehold/core/review';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Dots } from './agree-card.tsx';
import { AgreeChoices, keep } from './agree-form.tsx';
import {
  reviewChanged,
  type AgreeingIndicator,
  type AgreeingTopic,
  type ReviewAt,
} from './review.ts';
import { agreementWords, answerWords, scaleLabels } from './words.ts';

/** One question at a time for a wall: read from the back of a room, moved by the arrow keys, left by Escape. */
export function Room({
  topics,
  single,
  code,
  at,
  may,
  onMove,
  onClose,
}: {
  topics: readonly AgreeingTopic[];
  single: boolean;
  code: string | null;
  at: ReviewAt;
  may: boolean;
  onMove: (code: string) => void;
  onClose: () => void;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const all = topics.flatMap((topic) =>
    topic.indicators
      .filter(({ anchors }) => anchors.length > 0)
      .map((indicator) => ({ topic, indicator })),
  );
  const found = all.findIndex(({ indicator }) => indicator.code === code);
  const position = Math.max(0, found);
  const shown = all[position];
  const move = (by: number) => {
    const next = all[position + by];
    if (next !== undefined) onMove(next.indicator.code);
  };
  useEffect(() => {
    box.current?.showModal();
    box.current?.querySelector('h1')?.focus();
  }, []);
  useWallKeys(move);
  return (
    <dialog ref={box} className="room" aria-label="One question for the wall" onClose={onClose}>
      {shown !== undefined && (
        <>
          <header>
            <p>
              {shown.topic.title} · {position + 1} of {all.length}
            </p>
            <div className="row">
              <Button onClick={() => move(-1)} disabled={position === 0}>
                ← Back
              </Button>
              <Button onClick={() => move(1)} disabled={position === all.length - 1}>
                Next →
              </Button>
              <Button tone="quiet" onClick={() => box.current?.close()}>
                Close
              </Button>
            </div>
          </header>
          <h1 tabIndex={-1} aria-live="polite">
            {shown.indicator.question}
          </h1>
          <p className="room-summary">{agreementWords(shown.indicator)}</p>
          {single && <Dots key={shown.indicator.code} indicator={shown.indicator} large />}
          <WallAgreed key={`agreed-${shown.indicator.code}`} at={at} may={may} {...shown} />
        </>
      )}
    </dialog>
  );
}

function WallAgreed({
  at,
  may,
  indicator,
}: {
  at: ReviewAt;
  may: boolean;
  indicator: AgreeingIndicator;
}) {
  const { agreed, code } = indicator;
  const agree = useMutation({
    mutationFn: (answer: Answer) =>
      keep(
        at,
        code,
        { answer, rationale: agreed?.rationale ?? '', dissent: agreed?.dissent ?? '' },
        agreed?.at ?? null,
      ),
    // Somebody else may have written it down meanwhile.
    onError: () => reviewChanged(at),
  });
  if (!may) {
    return (
      <p className="room-summary">
        {agreed === null ? 'Not agreed yet' : `Agreed: ${answerWords(agreed.answer, scaleLabels)}`}
      </p>
    );
  }
  return (
    <>
      <AgreeChoices
        large
        indicator={indicator}
        answer={agree.isPending ? agree.variables : (agreed?.answer ?? null)}
        onChange={(answer) => agree.mutate(answer)}
      />
      <Problems error={agree.error} />
    </>
  );
}

/** Arrows move unless something under the focus uses them itself. */
function useWallKeys(move: (by: number) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const taken = target?.closest('[type="radio"], [role="application"], textarea') ?? null;
    if (taken !== null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowRight' || event.key === 'PageDown') move(1);
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') move(-1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
