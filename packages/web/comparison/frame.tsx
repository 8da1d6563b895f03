import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../parts/notice.tsx';
import { placeQuery } from '../place/calls.ts';
import { usePartnership } from '../session/session.ts';
import { noPeersWords } from './words.ts';
import '../look/review.css';
import '../look/comparison.css';

/** The ways to compare, on every page of them. */
export function CompareTabs({
  partnership,
  place,
}: {
  partnership: string;
  place: string | undefined;
}) {
  return (
    <nav className="tabs" aria-label="Compare">
      {rooms.map(({ words, to }) => (
        <Link
          key={words}
          to={to}
          params={{ partnership }}
          search={place === undefined ? {} : { place }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {words}
        </Link>
      ))}
      <Link
        to="/p/$partnership/compare/shared"
        params={{ partnership }}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        Shared reviews
      </Link>
      <Link to="/p/$partnership/compare/index" params={{ partnership }}>
        Index
      </Link>
    </nav>
  );
}

const rooms = [
  { words: 'This place', to: '/p/$partnership/compare' },
  { words: 'Rounds', to: '/p/$partnership/compare/rounds' },
  { words: 'Places', to: '/p/$partnership/compare/places' },
  { words: 'Learning', to: '/p/$partnership/compare/learning' },
] as const;

/** The place that is compared: the one that the address names, else the partnership’s own. '' where there is none. */
export function useCompared(partnership: string, asked: string | undefined) {
  const mine = usePartnership(partnership);
  const id = asked ?? mine?.homePlace ?? '';
  const about = useQuery({ ...placeQuery(partnership, id), enabled: id !== '' });
  return { id, name: about.data?.place.name ?? '', role: mine?.role ?? null, ready: mine !== null };
}

/** Why there is nothing to compare with yet, and where to begin. */
export function Nothing({
  partnership,
  reason,
}: {
  partnership: string;
  reason: keyof typeof noPeersWords;
}) {
  const { title, text } = noPeersWords[reason];
  return (
    <Empty title={title}>
      <p>{text}</p>
      <ToReviews partnership={partnership} />
    </Empty>
  );
}

/** Where everything that is compared begins. */
export function ToReviews({ partnership }: { partnership: string }) {
  return (
    <p>
      <Link to="/p/$partnership/reviews" params={{ partnership }}>
        See the reviews
      </Link>
    </p>
  );
}
