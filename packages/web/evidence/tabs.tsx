import { Link, useNavigate } from '@tanstack/react-router';
import { Choice } from '../parts/field.tsx';

const rooms = [
  { words: 'Claims', to: '/p/$partnership/evidence' },
  { words: 'Studies', to: '/p/$partnership/evidence/studies' },
  { words: 'Sources', to: '/p/$partnership/evidence/sources' },
  { words: 'Screening', to: '/p/$partnership/evidence/screening' },
  { words: 'Gap map', to: '/p/$partnership/evidence/map' },
  { words: 'Groups', to: '/p/$partnership/evidence/groups' },
  { words: 'Searches', to: '/p/$partnership/evidence/protocols' },
  { words: 'Guide', to: '/p/$partnership/evidence/guide' },
] as const;

export type EvidenceRoom = (typeof rooms)[number]['words'];

/** The rooms of Evidence as tabs; on a phone, where they would fill the screen, as one choice. */
export function EvidenceTabs({ partnership, here }: { partnership: string; here: EvidenceRoom }) {
  const navigate = useNavigate();
  return (
    <>
      <nav className="tabs plan-tabs" aria-label="Evidence">
        {rooms.map(({ words, to }) => (
          <Link
            key={words}
            to={to}
            params={{ partnership }}
            activeOptions={{ exact: true, includeSearch: false }}
            {...(words === here && { 'data-here': '', 'aria-current': 'page' as const })}
          >
            {words}
          </Link>
        ))}
      </nav>
      <div className="plan-choice">
        <Choice
          label="Part of Evidence"
          value={here}
          options={rooms.map(({ words }) => [words, words] as const)}
          onChange={(next) => {
            const to = rooms.find(({ words }) => words === next)?.to;
            if (to !== undefined) void navigate({ to, params: { partnership } });
          }}
        />
      </div>
    </>
  );
}
