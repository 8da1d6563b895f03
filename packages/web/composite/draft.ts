import { useCallback, useReducer } from 'react';
import type { IndexDefinition } from '@freehold/core/composite';

/** A definition at hand: what it is now, and the way back and forth. */
export type Draft = {
  readonly now: IndexDefinition;
  readonly past: readonly IndexDefinition[];
  readonly future: readonly IndexDefinition[];
};

export type DraftStep = { readonly change: Partial<IndexDefinition> } | 'undo' | 'redo' | 'reset';

/** Every change can be undone; a change after an undo forgets what was undone. */
export function stepped(draft: Draft, step: DraftStep): Draft {
  const { now, past, future } = draft;
  if (step === 'undo') {
    const before = past.at(-1);
    return before === undefined
      ? draft
      : { now: before, past: past.slice(0, -1), future: [now, ...future] };
  }
  if (step === 'redo') {
    const [next, ...rest] = future;
    return next === undefined ? draft : { now: next, past: [...past, now], future: rest };
  }
  if (step === 'reset')
    return draft.past.length === 0 ? draft : { now: past[0] ?? now, past: [], future: [now] };
  return { now: { ...now, ...step.change }, past: [...past.slice(-199), now], future: [] };
}

export function useDraft(kept: IndexDefinition) {
  const [draft, step] = useReducer(stepped, { now: kept, past: [], future: [] });
  const change = useCallback((part: Partial<IndexDefinition>) => step({ change: part }), []);
  return { ...draft, step, change };
}

export type Drafting = ReturnType<typeof useDraft>;
