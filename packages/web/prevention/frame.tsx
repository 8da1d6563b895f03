import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PlanFrame } from '../plan/frame.tsx';
import { usePlan } from '../plan/plan.ts';
import '../look/action.css';
import '../look/data.css';
import '../look/record.css';
import '../look/prevention.css';
import './words.ts';

/** Whose plan a page of this room is about, with the place that the address names. */
export function useHere() {
  const { partnership = '' } = useParams({ strict: false });
  const { place } = useSearch({ strict: false });
  const named = typeof place === 'string' ? place : undefined;
  const plan = usePlan(partnership, named);
  return { partnership, place: named, plan, search: named === undefined ? {} : { place: named } };
}
export type Here = ReturnType<typeof useHere>;

/** The head of a page of this room. */
export function PreventionFrame({
  here,
  tab,
  ...rest
}: {
  here: Here;
  tab: 'Interventions' | 'Portfolio' | 'Suggestions';
  title: string;
  lede?: string;
  action?: ReactNode;
  error: unknown;
  ready: boolean;
  children: ReactNode;
}) {
  const { partnership, place, plan } = here;
  return <PlanFrame {...{ partnership, place, plan }} here={tab} {...rest} />;
}
