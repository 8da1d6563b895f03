import type { Answer } from '@freehold/core/review';
import { usePageKeys } from '../parts/keys.ts';

export type RateKeys = {
  readonly rate: (answer: Answer) => void;
  readonly move: (by: 1 | -1) => void;
  readonly explain: () => void;
};

/** What each key does, as the help lists it. */
export function keyHelp(plain: boolean): readonly (readonly [readonly string[], string])[] {
  return [
    plain
      ? [['4', '2', '0'], 'All, some, none']
      : [['0', '1', '2', '3', '4'], 'Choose that point of the scale'],
    ...otherKeys,
  ];
}

const otherKeys = [
  [['n'], 'Not applicable'],
  [['d'], 'Don’t know'],
  [['→', '←'], 'Next or previous question. Inside a group of choices, arrows choose, as usual'],
  [
    ['Page Down', 'Page Up'],
    'Scroll; at the end of the page, next question; at its start, previous question',
  ],
  [['?'], 'Show this list'],
] as const;

/** Listens for the rater's keys. Silent while somebody types, in a dialogue, and when switched off. */
export function useRateKeys(on: boolean, plain: boolean, keys: RateKeys): void {
  usePageKeys(on, (pressed, target) => act(pressed, target, plain, keys));
}

const key = 'freehold-rate-keys';

export function keysOn(): boolean {
  return localStorage.getItem(key) !== 'off';
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
}

function act(pressed: string, target: Element | null, plain: boolean, keys: RateKeys): boolean {
  const answer = answerOf(pressed.toLowerCase(), plain);
  if (answer !== null) {
    keys.rate(answer);
    return true;
  }
  const by = moveOf(pressed, target);
  if (by !== 0) keys.move(by);
  else if (pressed === '?') keys.explain();
  else return false;
  return true;
}

function answerOf(pressed: string, plain: boolean): Answer | null {
  if (pressed === 'n') return 'na';
  if (pressed === 'd') return 'dk';
  const points: readonly Answer[] = plain ? ['0', '2', '4'] : ['0', '1', '2', '3', '4'];
  return points.find((point) => point === pressed) ?? null;
}

/** Arrows belong to whatever uses them already; Page Up and Page Down move on only where there is no page left. */
function moveOf(pressed: string, target: Element | null): 1 | -1 | 0 {
  const usesArrows =
    target?.closest('[type="radio"], [role="application"], [role="radio"]') ?? null;
  const { scrollY, innerHeight } = window;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  if (pressed === 'ArrowRight' && usesArrows === null) return 1;
  if (pressed === 'ArrowLeft' && usesArrows === null) return -1;
  if (pressed === 'PageDown' && atEnd) return 1;
  return pressed === 'PageUp' && scrollY <= 2 ? -1 : 0;
}
