import { seated } from '@freehold/core/partnership';
import { list } from '../words.ts';
import type { CoverageAnswer } from './calls.ts';
import { namesOf } from './single-points.tsx';
import { seatWords } from './words.ts';

/** The checklist of who should sit at the table, and which seats are empty. */
export function Seats({ directory }: { directory: CoverageAnswer }) {
  const working = directory.groups.filter(({ atWork }) => atWork);
  const seats = seated(directory, new Set(working.map(({ id }) => id)));
  const empty = seats.filter(({ organisations }) => organisations.length === 0);
  const names = namesOf(directory);
  return (
    <section className="stack">
      <h2>
        {empty.length === 0
          ? 'Every seat of the checklist is filled'
          : `${empty.length} of ${seats.length} seats are empty: ${list(empty.map(({ seat }) => seatWords[seat.code] ?? seat.code))}`}
      </h2>
      <ul className="seat-list">
        {seats.map(({ seat, organisations }) => (
          <li key={seat.code} data-filled={organisations.length > 0 ? 'yes' : 'no'}>
            {seatWords[seat.code] ?? seat.code}:{' '}
            {organisations.length === 0
              ? 'nobody'
              : organisations.length > 3
                ? organisations.length
                : list(organisations.map(names))}
          </li>
        ))}
      </ul>
      <p className="small soft">
        Which sixteen seats these are is our proposal (UNVERIFIED): the checklist’s own lines could
        not be read.
      </p>
    </section>
  );
}
