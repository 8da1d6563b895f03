import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';

export const CrisisType = z.enum([
  'armed-conflict',
  'sudden-disaster',
  'slow-climate',
  'displacement',
  'epidemic',
  'economic',
  'other',
]);
export type CrisisType = z.infer<typeof CrisisType>;

/** Where a crisis stands, as the Global Protection Cluster counts phases. [CR-1] */
export const Phase = z.enum(['preparedness', 'acute', 'protracted', 'stabilisation', 'recovery']);
export type Phase = z.infer<typeof Phase>;

/** The same, as IOM counts them. [CR-1] */
export const Span = z.enum(['before', 'during', 'after']);
export type Span = z.infer<typeof Span>;

/** Which span a phase lies in. [CR-1] */
export function spanOf(phase: Phase): Span {
  if (phase === 'preparedness') return 'before';
  return phase === 'acute' || phase === 'protracted' ? 'during' : 'after';
}

export const CrisisState = z.enum(['prepared', 'active', 'ended', 'reviewed']);
export type CrisisState = z.infer<typeof CrisisState>;

/** The steps from a state: on first, then back. [CR-2] */
export function stepsFrom(state: CrisisState): readonly CrisisState[] {
  const at = order.indexOf(state);
  return [order[at + 1], order[at - 1]].filter((each) => each !== undefined);
}

/**
 * What stands in the way of a step; none where it may be taken. [CR-2]
 *
 * Problems: `no-such-move`, `crisis-active-already`, `nothing-found-yet`.
 */
export function stepProblems(
  from: CrisisState,
  to: CrisisState,
  { anotherActive, findings }: { readonly anotherActive: boolean; readonly findings: number },
): readonly Problem[] {
  if (!stepsFrom(from).includes(to)) return [problem('no-such-move', { from, to })];
  if (to === 'active' && anotherActive) return [problem('crisis-active-already')];
  return to === 'reviewed' && findings === 0 ? [problem('nothing-found-yet')] : [];
}

const order = CrisisState.options;
