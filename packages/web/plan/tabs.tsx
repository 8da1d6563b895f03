import { RoomTabs, type RoomTab } from '../parts/room-tabs.tsx';

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
] as const satisfies readonly RoomTab[];

export type PlanRoom = (typeof rooms)[number]['words'];

/** The rooms of the plan. */
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
  const search = place === undefined ? {} : { place };
  return (
    <RoomTabs
      {...{ partnership, here, search }}
      room="Plan"
      choice="Part of the plan"
      tabs={rooms}
    />
  );
}
