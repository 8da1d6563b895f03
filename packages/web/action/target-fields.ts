import { cornersOf, type Step } from '@freehold/core/action';
import type { NewTarget, Target } from './calls.ts';
import { today } from '../plan/stage-choice.tsx';

/** A target while it is typed: what is not a number yet is a text. */
export type TargetDraft = {
  readonly title: string;
  readonly about: NewTarget['about'];
  readonly direction: '+' | '-';
  readonly baseline: string;
  readonly baselineOn: string;
  readonly baselineSource: string;
  readonly path: 'line' | 'steps';
  readonly steps: readonly { readonly on: string; readonly value: string }[];
  readonly aim: string;
  readonly endsOn: string;
  readonly tolerance: string;
  readonly agreedBy: string;
  readonly agreedOn: string;
  readonly note: string;
  readonly round: string | null;
};

export function emptyDraft(): TargetDraft {
  const now = today();
  return {
    ...{ title: '', about: { kind: 'measure', code: '' }, direction: '+', baseline: '' },
    ...{ baselineOn: now, baselineSource: '', path: 'line', steps: [], aim: '' },
    endsOn: `${Number(now.slice(0, 4)) + 2}-03-31`,
    ...{ tolerance: '', agreedBy: '', agreedOn: '', note: '', round: null },
  };
}

export function draftOf(target: Target): TargetDraft {
  const { title, about, direction, baseline, path, steps, aim, endsOn, tolerance } = target;
  const { agreedBy, agreedOn, note, round } = target;
  return {
    ...{ title, about, direction, path, endsOn, agreedBy, note, round },
    ...{ baseline: String(baseline.value), baselineOn: baseline.on },
    baselineSource: baseline.source,
    steps: steps.map(({ on, value }) => ({ on, value: String(value) })),
    ...{ aim: String(aim), tolerance: String(tolerance), agreedOn: agreedOn ?? '' },
  };
}

/** The target that a draft stands for; null while a number or a day is missing. */
export function targetOf(draft: TargetDraft): NewTarget | null {
  const { title, about, direction, path, endsOn, agreedBy, note, round } = draft;
  const [baseline, aim, tolerance] = [draft.baseline, draft.aim, draft.tolerance].map(numberOf);
  const steps = path === 'line' ? [] : draft.steps.flatMap(stepOf);
  if (baseline === undefined || aim === undefined || tolerance === undefined) return null;
  if (baseline === null || aim === null || tolerance === null) return null;
  if (path === 'steps' && steps.length < draft.steps.length) return null;
  if (endsOn === '' || draft.baselineOn === '' || about.code === '') return null;
  return {
    ...{ title, about, direction, path, endsOn, agreedBy, note, round, steps, aim, tolerance },
    baseline: { value: baseline, on: draft.baselineOn, source: draft.baselineSource },
    agreedOn: draft.agreedOn === '' ? null : draft.agreedOn,
  };
}

/** The path of a draft, as far as it can be drawn. */
export function previewOf(draft: TargetDraft): readonly Step[] {
  const target = targetOf(draft);
  if (target === null || target.endsOn <= target.baseline.on) return [];
  return cornersOf(target);
}

function numberOf(text: string): number | null {
  const value = Number(text.trim());
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

function stepOf({ on, value }: { on: string; value: string }): Step[] {
  const known = numberOf(value);
  return known === null || on === '' ? [] : [{ on, value: known }];
}
