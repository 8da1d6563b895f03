import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import type { Plan } from './plan.ts';
import { PlanTabs, type PlanRoom } from './tabs.tsx';
import '../look/review.css';
import '../look/plan.css';

/** The head of every page of the plan: whose plan, the ways to look at it, and what is missing to begin. */
export function PlanFrame({
  partnership,
  place,
  plan,
  here,
  title,
  lede,
  action,
  error,
  ready,
  children,
}: {
  partnership: string;
  /** The place that the address names, to be carried along. */
  place: string | undefined;
  plan: Plan;
  here: PlanRoom;
  title: string;
  lede?: string;
  action?: ReactNode;
  error: unknown;
  ready: boolean;
  children: ReactNode;
}) {
  useCrumbs(
    { words: 'Plan', to: `/p/${partnership}/plan` },
    { words: plan.place === null ? here : `${plan.place.name}: ${here.toLowerCase()}` },
  );
  if (plan.isPending) return <Loading what="the plan" />;
  const fault = plan.error ?? error;
  if (plan.place === null) {
    return (
      <Page title="A plan needs a place">
        <Problems error={plan.error} />
        <Empty title="Gaps, assets and priorities belong to one place">
          <p>
            Choose your partnership’s place first, or review one. What is missing and what is there
            to build on then stands here.
          </p>
          <div>
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/places"
              params={{ partnership }}
            >
              Choose a place
            </Link>
          </div>
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title={ready ? title : `${plan.place.name}: ${here.toLowerCase()}`}
      lede={lede}
      action={action}
    >
      <PlanTabs {...{ partnership, place, here }} />
      <Problems error={fault} />
      {!ready && fault === null && <Loading what={here.toLowerCase()} />}
      {ready && children}
    </Page>
  );
}
