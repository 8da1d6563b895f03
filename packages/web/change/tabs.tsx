import { RoomTabs, type RoomTab } from '../parts/room-tabs.tsx';

const rooms = [
  { words: 'Theories', to: '/p/$partnership/change' },
  { words: 'Suppliers', to: '/p/$partnership/change/suppliers' },
  { words: 'Due diligence', to: '/p/$partnership/change/diligence' },
  { words: 'Incidents', to: '/p/$partnership/change/incidents' },
  { words: 'Statements', to: '/p/$partnership/change/statements' },
  { words: 'Scorecard', to: '/p/$partnership/change/scorecard' },
  { words: 'Remedy', to: '/p/$partnership/change/remedy' },
  { words: 'Recovery', to: '/p/$partnership/change/recovery' },
] as const satisfies readonly RoomTab[];

export type ChangeRoom = (typeof rooms)[number]['words'];

/** The rooms of Change. */
export function ChangeTabs({ partnership, here }: { partnership: string; here: ChangeRoom }) {
  return <RoomTabs {...{ partnership, here }} room="Change" choice="Part of Change" tabs={rooms} />;
}
