import { Progress } from '../parts/progress.tsx';
import type { Kind } from './engine/work.ts';
import type { Studio } from './use-desk.ts';

const doing: Readonly<Record<Kind, string>> = {
  open: 'Reading the file',
  code: 'Reading the records',
  assess: 'Looking for what is rare',
  release: 'Making the release',
  trial: 'Trying settings on the stand-in',
  compare: 'Comparing with the earlier release',
  attack: 'Attacking a trial release',
  places: 'Reading the places',
  bundle: 'Putting the files together',
};

/** The work at hand: what, how far, how long still, and a way to stop it. */
export function WorkBar({ studio: { work, desk } }: { studio: Studio }) {
  if (work === null) return null;
  const { kind, share, secondsLeft } = work;
  const stop = () => desk.stop();
  return (
    <Progress
      what={doing[kind]}
      work={{ state: 'running', share, secondsLeft }}
      onStop={stop}
      onAgain={stop}
    />
  );
}
