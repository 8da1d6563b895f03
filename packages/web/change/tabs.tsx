import { Link, useNavigate } from '@tanstack/react-router';
import { Choice } from '../parts/field.tsx';

const rooms = [
  { words: 'Theories', to: '/p/$partnership/change' },
  { words: 'Suppliers', to: '/p/$partnership/change/suppliers' },
  { words: 'Due diligence', to: '/p/$partnership/change/diligence' },
  { words: 'Incidents', to: '/p/$partnership/change/incidents' },
  { words: 'Statements', to: '/p/$partnership/change/statements' },
  { words: 'Scorecard', to: '/p/$partnership/change/scorecard' },
  { words: 'Remedy', to: '/p/$partnership/change/remedy' },
  { words: 'Recovery', to: '/p/$partnership/change/recovery' },
] as const;

export type ChangeRoom = (typeof rooms)[number]['words'];

/** The rooms of Change as tabs; on a phone, where they would fill the screen, as one choice. */
export function ChangeTabs({ partnership, here }: { partnership: string; here: ChangeRoom }) {
  const navigate = useNavigate();
  return (
    <>
      <nav className="tabs plan-tabs" aria-label="Change">
        {rooms.map(({ words, to }) => (
          <Link
            key={words}
            to={to}
            params={{ partnership }}
            activeOptions={{ exact: words === 'Theories' }}
          >
            {words}
          </Link>
        ))}
      </nav>
      <div className="plan-choice">
        <Choice
          label="Part of Change"
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
