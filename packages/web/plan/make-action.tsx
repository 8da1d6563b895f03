import { Link, useParams, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import type { Gap } from './plan.ts';

/** Begins an action for a gap: its topic and its links come along. */
export function MakeAction({ gap }: { gap: Pick<Gap, 'id' | 'title'> }) {
  const { partnership = '' } = useParams({ strict: false });
  const { place } = useSearch({ strict: false });
  return (
    <Link
      className={buttonClass()}
      to="/p/$partnership/plan/actions/new"
      params={{ partnership }}
      search={{ ...(place !== undefined && { place }), gap: gap.id }}
    >
      Make an action<span className="unseen"> for {gap.title}</span>
    </Link>
  );
}
