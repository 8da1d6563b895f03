import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import type { Step } from './search.ts';
import { stepWords } from './words.ts';

/** The way on; the page's one primary action once a step is done. */
export function NextStep({ to }: { to: Step }) {
  const { partnership } = useParams({ from: '/p/$partnership' });
  return (
    <div>
      <Link
        to="/p/$partnership/release"
        params={{ partnership }}
        search={{ step: to }}
        className={buttonClass('primary')}
      >
        Next: {stepWords[to]}
      </Link>
    </div>
  );
}
