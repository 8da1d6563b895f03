import { daysFrom } from './days.ts';
import type { Step, Target } from './target.ts';

/**
 * What the path wants on a day. Before the baseline's day it is the baseline, from the end on the aim; on a step's
 * own day the step is wanted. [TG-4]
 *
 * @example expectedOn({ path: 'line', baseline: { on: '2025-01-01', value: 40 }, aim: 60, endsOn: '2026-01-01', … },
 *   '2025-07-02') // => 40 + 20 × 182/365 = 49.97
 */
export function expectedOn(target: Way, day: string): number {
  const { baseline, path, aim, endsOn } = target;
  if (day >= endsOn) return aim;
  if (day <= baseline.on) return baseline.value;
  if (path === 'steps') return (target.steps.findLast(({ on }) => on <= day) ?? baseline).value;
  const share = daysFrom(baseline.on, day) / daysFrom(baseline.on, endsOn);
  return baseline.value + (aim - baseline.value) * share;
}

/** The corners of the path in the order of their days, for whoever draws it; a step has two on its day. */
export function cornersOf(target: Way): readonly Step[] {
  const { baseline, path, steps, aim, endsOn } = target;
  const begin = { on: baseline.on, value: baseline.value };
  const end = { on: endsOn, value: aim };
  if (path === 'line') return [begin, end];
  const stairs = [...steps, end].flatMap((step, index) => [
    { on: step.on, value: (steps[index - 1] ?? baseline).value },
    step,
  ]);
  return [begin, ...stairs];
}

type Way = Pick<Target, 'baseline' | 'path' | 'steps' | 'aim' | 'endsOn'>;
