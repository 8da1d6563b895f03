import { Link } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import type { Home } from './calls.ts';
import { Steps } from './steps.tsx';

/** What comes after the place is chosen and before there is anything to show. */
export function FirstReview({ partnership, place }: { partnership: string; place: Home['place'] }) {
  return (
    <Steps
      now={2}
      place={<p>Done: {place.name}.</p>}
      review={
        <Link
          className={buttonClass('primary')}
          to="/p/$partnership/reviews/new"
          params={{ partnership }}
          search={{ place: place.id }}
        >
          Start a review
        </Link>
      }
    />
  );
}
