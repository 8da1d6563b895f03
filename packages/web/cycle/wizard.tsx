import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { today } from '../plan/stage-choice.tsx';
import { useCloseRound, type CloseOut, type RoundAt } from './calls.ts';
import { CarryStep } from './carry-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { beginDraft, closingOf, useDraft, type Draft } from './draft.ts';
import { ChangedStep, GoalsStep, NormalStep } from './word-steps.tsx';

export type StepProps = {
  readonly at: RoundAt;
  readonly closeOut: CloseOut;
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
};

const titles = [
  'What changed',
  'What is now normal',
  'What carries over',
  'Goals of the next round',
  'Confirm',
] as const;

/** The steps of a close-out; one can go back and forth between them. */
export function Wizard({ at, closeOut }: { at: RoundAt; closeOut: CloseOut }) {
  const { draft, set, forget } = useDraft(at.round, () => beginDraft(closeOut, today()));
  const [step, setStep] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) head.current?.focus();
    moved.current = true;
  }, [step]);
  const close = useCloseRound(at);
  const navigate = useNavigate();
  const props = { at, closeOut, draft, set };
  const finish = (title: string) =>
    close.mutate(closingOf(draft, closeOut.open, title), {
      onSuccess: () => {
        forget();
        void navigate({ to: '/p/$partnership/cycle/$round', params: at });
      },
    });
  return (
    <div className="stack">
      <ol className="wizard-steps">
        {titles.map((title, index) => (
          <li key={title}>
            <button
              type="button"
              aria-current={index === step ? 'step' : undefined}
              onClick={() => setStep(index)}
            >
              {index + 1} {title}
            </button>
          </li>
        ))}
      </ol>
      <h2 ref={head} tabIndex={-1}>
        {titles[step]}
      </h2>
      {step === 0 && <ChangedStep {...props} />}
      {step === 1 && <NormalStep {...props} />}
      {step === 2 && <CarryStep {...props} />}
      {step === 3 && <GoalsStep {...props} />}
      {step === 4 && (
        <ConfirmStep
          {...props}
          busy={close.isPending}
          error={close.error}
          onClose={finish}
          onGo={setStep}
        />
      )}
      <div className="row">
        {step > 0 && <Button onClick={() => setStep(step - 1)}>Back</Button>}
        {step < titles.length - 1 && (
          <Button tone="primary" onClick={() => setStep(step + 1)}>
            Next: {titles[step + 1]?.toLowerCase()}
          </Button>
        )}
      </div>
    </div>
  );
}
