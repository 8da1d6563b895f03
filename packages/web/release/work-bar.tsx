import { Button } from '../parts/button.tsx';
import { percent } from '../words.ts';
import type { Kind } from './engine/work.ts';
import type { Studio } from './use-desk.ts';
import { duration } from './words.ts';

const doing: Readonly<Record<Kind, string>> = {
  open: 'Reading the file',
  code: 'Reading the records',
  assess: 'Looking for what is rare',
  release: 'Making the release',
  attack: 'Attacking a trial release',
  bundle: 'Putting the files together',
};

/** The work at hand: what, how far, how long still, and a way to stop it. */
export function WorkBar({ studio: { work, desk } }: { studio: Studio }) {
  if (work === null) return null;
  const left = work.secondsLeft === null ? '' : `, about ${duration(work.secondsLeft)} left`;
  return (
    <div className="row studio-work">
      <progress aria-label={doing[work.kind]} max={1} value={work.share} />
      <span className="small" role="status">
        {doing[work.kind]}: {percent(work.share)}
        {left}
      </span>
      <Button onClick={() => desk.stop()}>Stop</Button>
    </div>
  );
}
