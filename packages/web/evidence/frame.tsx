import type { ReactNode } from 'react';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { EvidenceTabs, type EvidenceRoom } from './tabs.tsx';
import './words.ts';
import '../look/review.css';
import '../look/plan.css';
import '../look/record.css';
import '../look/evidence.css';

/** The head of every page of Evidence: what is claimed, what it rests on, and who judges it. */
export function EvidenceFrame({
  partnership,
  here,
  crumb,
  title,
  lede,
  action,
  error,
  ready,
  children,
}: {
  partnership: string;
  here: EvidenceRoom;
  /** What one looks at within the room; the room's own name where it is left out. */
  crumb?: string;
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  error: unknown;
  ready: boolean;
  children: ReactNode;
}) {
  useCrumbs({ words: 'Evidence', to: `/p/${partnership}/evidence` }, { words: crumb ?? here });
  return (
    <Page title={ready ? title : here} lede={lede} action={action}>
      <EvidenceTabs {...{ partnership, here }} />
      <Problems error={error} />
      {!ready && error === null && <Loading what={here.toLowerCase()} />}
      {ready && children}
    </Page>
  );
}
