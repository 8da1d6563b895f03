import { Link } from '@tanstack/react-router';
import { mayRunCycle } from '@freehold/core/access';
import type { Home } from '../place/calls.ts';
import { usePartnership } from '../session/session.ts';
import { day } from '../words.ts';
import { DueList } from './due.tsx';
import { OpenRound } from './open-round.tsx';
import { Warnings } from './warnings.tsx';
import { Wheel } from './wheel.tsx';

/** The cycle on the home of a place: the wheel, what is due next, and what effort warns of. */
export function CycleNow({
  partnership,
  home: { place, cycle },
  next,
}: {
  partnership: string;
  home: Home;
  /** What the review needs next, in words. */
  next: string;
}) {
  const mine = usePartnership(partnership);
  const mayRun = mine !== null && mayRunCycle(mine.role);
  const { open, last, due } = cycle;
  const at = { partnership, place: place.id };
  return (
    <section className="stack" aria-label="The cycle">
      <div className="cycle-now">
        <Wheel round={open} place={place.name} partnership={partnership} />
        <div className="stack">
          <h2>What is due next</h2>
          <p>{next}</p>
          {open === null && (
            <p>
              {last === null
                ? 'No round has been opened yet. A round holds what is found, decided, done and learnt together, so that the next one can be set beside it.'
                : `${last.title} closed on ${day(last.endedOn ?? last.startedOn)}. ${last.nextGoals === '' ? '' : `Its goals for the next: ${last.nextGoals}`}`}
            </p>
          )}
          {open === null && mayRun && (
            <div>
              <OpenRound at={at} number={(last?.number ?? 0) + 1} goals={last?.nextGoals ?? ''} />
            </div>
          )}
          <DueList partnership={partnership} round={open?.id ?? null} due={due} />
          {cycle.rounds > 0 && (
            <p className="row">
              {open !== null && (
                <Link to="/p/$partnership/cycle/$round" params={{ partnership, round: open.id }}>
                  Go to {open.title}
                </Link>
              )}
              <Link
                to="/p/$partnership/cycle"
                params={{ partnership }}
                search={mine?.homePlace === place.id ? {} : { place: place.id }}
              >
                All rounds, and where effort goes
              </Link>
            </p>
          )}
        </div>
      </div>
      <Warnings warnings={cycle.warnings} />
    </section>
  );
}
