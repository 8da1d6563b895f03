import type { ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import { RoomTabs, type RoomTab } from '../parts/room-tabs.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { LeaveGuard } from './leave.tsx';
import '../look/review.css';
import '../look/plan.css';
import '../look/release.css';

const rooms = [
  { words: 'Studio', to: '/p/$partnership/release' },
  { words: 'Ledger', to: '/p/$partnership/release/ledger' },
  { words: 'Published', to: '/p/$partnership/release/published' },
] as const satisfies readonly RoomTab[];

export type ReleaseRoom = (typeof rooms)[number]['words'];

/** The head of every page of Release: the studio, the ledger, and what was published. */
export function ReleaseFrame({
  partnership,
  here,
  title,
  lede,
  action,
  children,
}: {
  partnership: string;
  here: ReleaseRoom;
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  useCrumbs({ words: 'Release', to: `/p/${partnership}/release` }, { words: here });
  return (
    <Page title={title} lede={lede} action={action}>
      <RoomTabs {...{ partnership, here }} room="Release" choice="Part of Release" tabs={rooms} />
      {children}
      <LeaveGuard partnership={partnership} />
    </Page>
  );
}
