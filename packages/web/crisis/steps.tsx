import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ofKind, type CrisisState } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { count } from '../words.ts';
import type { BoardProps } from './board.tsx';
import { crisisChanged, moveCrisis } from './calls.ts';

type Step = { readonly to: CrisisState; readonly words: string; readonly on: boolean };

/** The steps of a crisis: the way on asks first, the way back takes the last step back. */
export function Steps({ at, board }: BoardProps) {
  const [asking, setAsking] = useState<Step | null>(null);
  const navigate = useNavigate();
  const move = useMutation({
    mutationFn: (to: CrisisState) => moveCrisis(at, to),
    onSuccess: async ({ state }) => {
      await crisisChanged();
      setAsking(null);
      if (state === 'ended' || state === 'active')
        await navigate({
          to: '/p/$partnership/plan/crisis/$crisis',
          params: at,
          search: { part: state === 'ended' ? 'after' : 'now' },
        });
    },
  });
  const steps = stepsOf(board.crisis.state);
  return (
    <div className="row">
      {steps.map((step) => (
        <Button
          key={step.to}
          tone={step.on ? 'primary' : 'quiet'}
          onClick={() => {
            move.reset();
            setAsking(step);
          }}
        >
          {step.words}
        </Button>
      ))}
      {asking !== null && (
        <Dialog title={`${asking.words}?`} open onClose={() => setAsking(null)}>
          <p>{whatHappens(board.crisis.state, asking.to, baselines(board))}</p>
          <Problems error={move.error} />
          <div className="row">
            <Button
              tone={asking.on ? 'primary' : 'danger'}
              disabled={move.isPending}
              onClick={() => move.mutate(asking.to)}
            >
              {asking.words}
            </Button>
            <Button onClick={() => setAsking(null)}>Not now</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function baselines({ items }: BoardProps['board']): number {
  return ofKind(items, 'baseline').length;
}

function stepsOf(state: CrisisState): readonly Step[] {
  switch (state) {
    case 'prepared':
      return [{ to: 'active', words: 'Activate', on: true }];
    case 'active':
      return [
        { to: 'ended', words: 'End the crisis', on: true },
        { to: 'prepared', words: 'Take the activation back', on: false },
      ];
    case 'ended':
      return [
        { to: 'reviewed', words: 'Finish the review', on: true },
        { to: 'active', words: 'Take the end back', on: false },
      ];
    case 'reviewed':
      return [{ to: 'ended', words: 'Open the review again', on: false }];
  }
}

function whatHappens(from: CrisisState, to: CrisisState, frozen: number): string {
  if (from === 'prepared')
    return `Every page of the partnership will say so. The clocks of the actions start, every contact is to be called, and ${frozen === 0 ? 'no counts from before are frozen: there is no baseline yet' : `${count(frozen, 'baseline is', 'baselines are')} frozen`}. It can be taken back.`;
  if (to === 'prepared')
    return 'The banner goes, the clocks stop, and the plan is a plan again. What was written on the board stays.';
  if (from === 'active')
    return 'The banner goes and the after-action review begins: what helped, what did not, and for whom. It can be taken back.';
  if (to === 'reviewed')
    return 'The record is closed: nothing on it changes any more, until somebody opens the review again.';
  return to === 'active'
    ? 'The crisis is active again, with the clocks and the baseline that it had.'
    : 'Findings can be added and changed again.';
}
