import { Link } from '@tanstack/react-router';
import type { TheoryAt } from './calls.ts';
import type { TheoryView } from './routes.tsx';
import '../look/review.css';

const views: readonly (readonly [TheoryView, string])[] = [
  ['outline', 'Outline'],
  ['canvas', 'Drawing'],
  ['wizard', 'Six stages'],
  ['versions', 'Versions'],
  ['files', 'Reports and files'],
];

/** The ways to look at one theory. */
export function ViewTabs({ view, at }: { view: TheoryView; at: TheoryAt }) {
  return (
    <nav className="tabs theory-tabs" aria-label="Ways to look at it">
      {views.map(([code, words]) => (
        <Link
          key={code}
          to="/p/$partnership/change/theories/$theory"
          params={at}
          search={{ view: code }}
          activeOptions={{ includeSearch: true, exact: true }}
          data-here={view === code ? '' : undefined}
          aria-current={view === code ? 'page' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
