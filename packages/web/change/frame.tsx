import type { ReactNode } from 'react';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { ChangeTabs, type ChangeRoom } from './tabs.tsx';
import '../look/review.css';
import '../look/plan.css';

/** The head of every page of Change: theories of change, and due diligence from finding to remedy. */
export function ChangeFrame({
  partnership,
  here,
  title,
  lede,
  action,
  error,
  ready,
  children,
}: {
  partnership: string;
  here: ChangeRoom;
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  error: unknown;
  ready: boolean;
  children: ReactNode;
}) {
  useCrumbs({ words: 'Change', to: `/p/${partnership}/change` }, { words: here });
  return (
    <Page title={ready ? title : here} lede={lede} action={action}>
      <ChangeTabs {...{ partnership, here }} />
      <Problems error={error} />
      {!ready && error === null && <Loading what={here.toLowerCase()} />}
      {ready && children}
    </Page>
  );
}
