import { fine, type Outcome } from '../problem.ts';
import { edited, type Edit } from './edit.ts';
import type { Theory } from './model.ts';

/** A theory with the way back and forth through what was done to it. */
export type History = {
  readonly past: readonly Theory[];
  readonly now: Theory;
  readonly future: readonly Theory[];
};

/** So many steps can be taken back. */
export const stepsKept = 200;

export function begun(theory: Theory): History {
  return { past: [], now: theory, future: [] };
}

/** Takes a step; what had been taken back is gone then. A step that changes nothing is none. [TC-14] */
export function done({ past, now, future }: History, edit: Edit): Outcome<History> {
  const next = edited(now, edit);
  if (!next.ok) return next;
  if (JSON.stringify(next.value) === JSON.stringify(now)) return fine({ past, now, future });
  return fine({ past: [...past, now].slice(-stepsKept), now: next.value, future: [] });
}

/** Takes the last step back; with none it stays as it is. [TC-14] */
export function undone({ past, now, future }: History): History {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future };
  return { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** Takes the step again that was taken back last; with none it stays as it is. [TC-14] */
export function redone({ past, now, future }: History): History {
  const [after, ...rest] = future;
  if (after === undefined) return { past, now, future };
  return { past: [...past, now], now: after, future: rest };
}
