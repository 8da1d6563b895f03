import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { count } from '../words.ts';
import { undecided } from './draft.ts';
import type { StepProps } from './wizard.tsx';
import { stagesFinding } from './words.ts';

/** What will be kept, what is still missing, and the round's name typed to close it. */
export function ConfirmStep({
  closeOut: { round, open },
  draft,
  set,
  busy,
  error,
  onClose,
  onGo,
}: StepProps & {
  busy: boolean;
  error: unknown;
  onClose: (title: string) => void;
  onGo: (step: number) => void;
}) {
  const [title, setTitle] = useState('');
  const left = undecided(draft, open);
  const missing = [
    ...(draft.learning.trim() === ''
      ? [{ step: 1, words: 'What was learnt is not written down.' }]
      : []),
    ...(left > 0
      ? [
          {
            step: 2,
            words: `${count(left, 'open thing waits', 'open things wait')} for a decision.`,
          },
        ]
      : []),
    ...(draft.nextGoals.trim() === ''
      ? [{ step: 3, words: 'The goals of the next round are not written down.' }]
      : []),
  ];
  const carried = Object.values(draft.decisions).filter(({ decision }) => decision === 'carried');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onClose(title);
      }}
    >
      <p>
        {stagesFinding(round.stages)}. {Math.min(carried.length, open.length)} of{' '}
        {count(open.length, 'open thing', 'open things')} will be carried over. Your name and
        today’s date are kept with it; the round can be reopened until the next one is opened.
      </p>
      {missing.length > 0 && (
        <Notice tone="warn" title="Before it can be closed">
          <ul>
            {missing.map(({ step, words }) => (
              <li key={step}>
                {words}{' '}
                <Button tone="quiet" onClick={() => onGo(step)}>
                  Go there
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <TextField
        label="Last day of the round"
        type="date"
        required
        value={draft.endedOn}
        onChange={(endedOn) => set({ endedOn })}
      />
      <TextField
        label={`Type “${round.title}” to close it`}
        required
        autoComplete="off"
        value={title}
        onChange={setTitle}
      />
      <Problems error={error} />
      <div>
        <Button
          tone="primary"
          type="submit"
          disabled={busy || missing.length > 0 || title.trim() !== round.title}
        >
          Close {round.title}
        </Button>
      </div>
    </form>
  );
}
