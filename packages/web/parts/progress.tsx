import { Button } from './button.tsx';
import { count, percent } from '../words.ts';
import type { Work } from './work.ts';

/** Long work: what, how far, how long still, and a way to stop it and to begin again. */
export function Progress({
  what,
  work,
  onStop,
  onAgain,
}: {
  what: string;
  work: Exclude<Work<unknown>, { state: 'done' }>;
  onStop: () => void;
  onAgain: () => void;
}) {
  if (work.state !== 'running')
    return (
      <div className="row">
        <p role="status">
          {work.state === 'stopped'
            ? `${what} was stopped.`
            : `${what} did not work in this browser.`}
        </p>
        <Button onClick={onAgain}>Begin again</Button>
      </div>
    );
  const left =
    work.secondsLeft === null ? '' : `, about ${count(work.secondsLeft, 'second', 'seconds')} left`;
  return (
    <div className="row">
      <progress aria-label={what} max={1} value={work.share} />
      <span className="small">
        {what}: {percent(work.share)}
        {left}
      </span>
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
