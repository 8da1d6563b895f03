import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';

/** What a target is about: a measure of the data, or an indicator or a topic of the framework. */
export const TargetKind = z.enum(['measure', 'indicator', 'topic']);
export type TargetKind = z.infer<typeof TargetKind>;

/** The way from baseline to aim: evenly along a line, or standing until each step's day and then there. */
export const PathKind = z.enum(['line', 'steps']);
export type PathKind = z.infer<typeof PathKind>;

const Finite = z.number().refine(Number.isFinite);

export const Step = z.strictObject({ on: z.iso.date(), value: Finite });
export type Step = Readonly<z.infer<typeof Step>>;

/**
 * How far a value is meant to come by when. Values are in the unit of what it is about; days are ISO days.
 * `direction`: `+` more is better, `-` less is. `tolerance` is how far from the path still counts as on it.
 * `steps` lie between the two ends and are empty for a line.
 */
export const Target = z.strictObject({
  direction: z.enum(['+', '-']),
  baseline: Step.extend({ source: z.string().trim().max(500) }),
  path: PathKind,
  steps: z.array(Step).max(50),
  aim: Finite,
  endsOn: z.iso.date(),
  tolerance: Finite.min(0),
});
export type Target = Readonly<z.infer<typeof Target>>;

/** What is known of the thing that a target is about. `o`: neither way is better by itself. */
export type Subject = {
  readonly direction: '+' | '-' | 'o';
  readonly least: number | null;
  readonly most: number | null;
};

/**
 * What is wrong with a target, all at once; empty when it can be followed. An aim that equals the baseline holds what
 * has been reached. [TG-1 to TG-3]
 *
 * Codes: `target-ends-before-baseline`, `direction-against`, `aim-against-direction`, `value-out-of-range`,
 * `steps-on-a-line`, `step-outside`, `steps-out-of-order`, `step-back`.
 */
export function targetProblems(target: Target, subject: Subject): readonly Problem[] {
  const { baseline, aim, endsOn, direction } = target;
  return [
    ...when(endsOn <= baseline.on, 'target-ends-before-baseline', 'endsOn'),
    ...when(
      subject.direction !== 'o' && subject.direction !== direction,
      'direction-against',
      'direction',
    ),
    ...when(isBack(direction, baseline.value, aim), 'aim-against-direction', 'aim'),
    ...outside(baseline.value, subject, 'baseline.value'),
    ...outside(aim, subject, 'aim'),
    ...stepProblems(target, subject),
  ];
}

function stepProblems(target: Target, subject: Subject): readonly Problem[] {
  const { baseline, path, steps, aim, endsOn, direction } = target;
  if (path === 'line') return when(steps.length > 0, 'steps-on-a-line', 'steps');
  return steps.flatMap((step, index) => {
    const before = steps[index - 1] ?? baseline;
    const last = index === steps.length - 1;
    const spot = `steps.${index}`;
    const back =
      isBack(direction, before.value, step.value) || (last && isBack(direction, step.value, aim));
    return [
      ...when(step.on <= baseline.on || step.on >= endsOn, 'step-outside', `${spot}.on`),
      ...when(index > 0 && step.on <= before.on, 'steps-out-of-order', `${spot}.on`),
      ...when(back, 'step-back', `${spot}.value`),
      ...outside(step.value, subject, `${spot}.value`),
    ];
  });
}

function isBack(direction: '+' | '-', from: number, to: number): boolean {
  return direction === '+' ? to < from : to > from;
}

function when(holds: boolean, code: string, path: string): readonly Problem[] {
  return holds ? [problem(code, undefined, { path })] : [];
}

function outside(value: number, { least, most }: Subject, path: string): readonly Problem[] {
  const low = least !== null && value < least;
  const high = most !== null && value > most;
  return low || high ? [problem('value-out-of-range', { value, least, most }, { path })] : [];
}
