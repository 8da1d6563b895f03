import { RoomTabs, type RoomTab } from '../parts/room-tabs.tsx';

const rooms = [
  { words: 'Claims', to: '/p/$partnership/evidence' },
  { words: 'Studies', to: '/p/$partnership/evidence/studies' },
  { words: 'Sources', to: '/p/$partnership/evidence/sources' },
  { words: 'Screening', to: '/p/$partnership/evidence/screening' },
  { words: 'Gap map', to: '/p/$partnership/evidence/map' },
  { words: 'Groups', to: '/p/$partnership/evidence/groups' },
  { words: 'Searches', to: '/p/$partnership/evidence/protocols' },
  { words: 'Guide', to: '/p/$partnership/evidence/guide' },
] as const satisfies readonly RoomTab[];

export type EvidenceRoom = (typeof rooms)[number]['words'];

/** The rooms of Evidence. */
export function EvidenceTabs({ partnership, here }: { partnership: string; here: EvidenceRoom }) {
  return (
    <RoomTabs {...{ partnership, here }} room="Evidence" choice="Part of Evidence" tabs={rooms} />
  );
}
