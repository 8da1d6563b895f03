import { Link } from '@tanstack/react-router';
import { count, day, percent } from '../words.ts';
import type { Home } from './calls.ts';

/** How far the running review is. */
export function Running({
  partnership,
  running,
}: {
  partnership: string;
  running: NonNullable<Home['running']>;
}) {
  const { id, title, state, ratersInvited, ratersFinished, answered, asked, closesOn } = running;
  const share = asked === 0 ? 0 : answered / asked;
  return (
    <section className="stack-tight" aria-labelledby="running">
      <h2 id="running">
        <Link to="/p/$partnership/reviews/$review" params={{ partnership, review: id }}>
          {title}
        </Link>{' '}
        is {stateWords[state]}
      </h2>
      {state === 'rating' && (
        <div className="progress">
          <progress value={share} max={1} aria-label="Answered so far" />
          <p className="small soft">
            {ratersFinished} of {count(ratersInvited, 'rater has', 'raters have')} finished ·{' '}
            {percent(share)} of all answers are in
            {closesOn !== null && ` · closes on ${day(closesOn)}`}
          </p>
        </div>
      )}
      {state === 'draft' && (
        <p className="soft">
          {ratersInvited === 0
            ? 'Nobody is invited to rate yet.'
            : `${count(ratersInvited, 'rater is', 'raters are')} invited.`}
        </p>
      )}
    </section>
  );
}

const stateWords: Readonly<Record<NonNullable<Home['running']>['state'], string>> = {
  draft: 'being set up',
  rating: 'being rated',
  agreeing: 'being agreed',
  validated: 'agreed',
  published: 'published',
};
