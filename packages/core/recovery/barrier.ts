import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';

/** Where work on a barrier stands; `left` is that nobody here can shift it. */
export const BarrierStatus = z.enum(['seen', 'worked-on', 'removed', 'left']);
export type BarrierStatus = z.infer<typeof BarrierStatus>;

/** Something that keeps people from remedy. Nobody is in it. [RC-11] */
export type Barrier = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** The code of a route, or '' where it stands in the way of several. */
  readonly route: string;
  readonly affects: string;
  readonly ownerOrganisation: string;
  readonly ownerRole: string;
  /** What is asked of somebody outside the partnership. */
  readonly asks: string;
  readonly status: BarrierStatus;
  readonly reason: string;
  readonly seenOn: string;
};

/** Ending a barrier needs a reason. Problem: `barrier-reason-needed`. [RC-11] */
export function barrierProblems({
  status,
  reason,
}: Pick<Barrier, 'status' | 'reason'>): readonly Problem[] {
  const ended = status === 'removed' || status === 'left';
  return ended && reason === ''
    ? [problem('barrier-reason-needed', undefined, { path: 'reason' })]
    : [];
}
