import type { KeyboardEvent } from 'react';

type Moves = {
  readonly walk: (direction: 'left' | 'right' | 'up' | 'down') => void;
  readonly shift: (x: number, y: number) => void;
} & Readonly<Record<'link' | 'leave' | 'add' | 'remove' | 'edit', () => void>>;

type Act = { readonly edits: boolean; readonly run: () => void };

const directions: Readonly<
  Record<string, readonly ['left' | 'right' | 'up' | 'down', number, number]>
> = {
  ArrowLeft: ['left', -1, 0],
  ArrowRight: ['right', 1, 0],
  ArrowUp: ['up', 0, -1],
  ArrowDown: ['down', 0, 1],
};

/** What a key means at a box; null for a key that means nothing there. */
export function keyed(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  moves: Moves,
): Act | null {
  if (ctrlKey || metaKey || altKey) return null;
  const direction = directions[key];
  if (direction !== undefined) {
    const [name, x, y] = direction;
    if (shiftKey) return { edits: true, run: () => moves.shift(x, y) };
    return { edits: false, run: () => moves.walk(name) };
  }
  const act = {
    l: ['link', true],
    n: ['add', true],
    e: ['edit', false],
    Delete: ['remove', true],
    Backspace: ['remove', true],
    Escape: ['leave', false],
  } as const;
  const found = Object.hasOwn(act, key) ? act[key as keyof typeof act] : undefined;
  return found === undefined ? null : { edits: found[1], run: moves[found[0]] };
}
