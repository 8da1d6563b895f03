import { Link, useNavigate } from '@tanstack/react-router';
import { Choice } from '../parts/field.tsx';

const rooms = [
  { words: 'Gaps', to: '/p/$partnership/plan' },
  { words: 'Assets', to: '/p/$partnership/plan/assets' },
  { words: 'Priorities', to: '/p/$partnership/plan/priorities' },
  { words: 'Suggestions', to: '/p/$partnership/plan/suggestions' },
  { words: 'Interventions', to: '/p/$partnership/plan/interventions' },
  { words: 'Portfolio', to: '/p/$partnership/plan/portfolio' },
  { words: 'Actions', to: '/p/$partnership/plan/actions' },
  { words: 'Targets', to: '/p/$partnership/plan/targets' },
  { words: 'Risks', to: '/p/$partnership/plan/risks' },
  { words: 'Decisions', to: '/p/$partnership/plan/decisions' },
  { words: 'Survivor input', to: '/p/$partnership/plan/survivor-input' },
  { words: 'Problem profile', to: '/p/$partnership/plan/problem-profile' },
  { words: 'Crisis', to: '/p/$partnership/plan/crisis' },
  { words: 'Reports', to: '/p/$partnership/plan/reports' },
] as const;

export type PlanRoom = (typeof rooms)[number]['words'];

/** The rooms of the plan as tabs; on a phone, where they would fill the screen, as one choice. */
export function PlanTabs({
  partnership,
  place,
  here,
}: {
  partnership: string;
  /** The place that the address names, to be carried along. */
  place: string | undefined;
  here: PlanRoom;
}) {
  const navigate = useNavigate();
  const search = place === undefined ? {} : { place };
  return (
    <>
      <nav className="tabs plan-tabs" aria-label="Plan">
        {rooms.map(({ words, to }) => (
          <Link
            key={words}
            {...{ to, search }}
            params={{ partnership }}
            activeOptions={{ exact: words === 'Gaps', includeSearch: false }}
          >
            {words}
          </Link>
        ))}
      </nav>
      <div className="plan-choice">
        <Choice
          label="Part of the plan"
          value={here}
          options={rooms.map(({ words }) => [words, words] as const)}
          onChange={(next) => {
            const to = rooms.find(({ words }) => words === next)?.to;
            if (to !== undefined) void navigate({ to, params: { partnership }, search });
          }}
        />
      </div>
    </>
  );
}
