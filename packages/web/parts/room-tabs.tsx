import { Link, useNavigate, type LinkProps } from '@tanstack/react-router';
import { Choice } from './field.tsx';

/** A part of a room, and where it is. */
export type RoomTab = { readonly words: string; readonly to: LinkProps['to'] & string };

/** The parts of a room as tabs; on a phone, where they would fill the screen, as one choice. */
export function RoomTabs({
  partnership,
  room,
  choice,
  tabs,
  here,
  search = {},
}: {
  partnership: string;
  room: string;
  /** What the choice is called on a phone. */
  choice: string;
  tabs: readonly RoomTab[];
  /** The words of the part that one is in, on its own page or on one below it. */
  here: string;
  /** What the address names and every part needs, to be carried along. */
  search?: { readonly place?: string };
}) {
  const navigate = useNavigate();
  return (
    <>
      <nav className="tabs plan-tabs" aria-label={room}>
        {tabs.map(({ words, to }) => (
          <Link
            key={words}
            {...{ to, search }}
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
          label={choice}
          value={here}
          options={tabs.map(({ words }) => [words, words] as const)}
          onChange={(next) => {
            const to = tabs.find(({ words }) => words === next)?.to;
            if (to !== undefined) void navigate({ to, params: { partnership }, search });
          }}
        />
      </div>
    </>
  );
}
