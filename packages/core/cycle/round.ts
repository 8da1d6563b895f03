import { z } from 'zod';
import { fine, problem, refused, type Outcome } from '../problem.ts';

export const RoundState = z.enum(['open', 'closed']);
export type RoundState = z.infer<typeof RoundState>;

type Head = { readonly number: number; readonly state: RoundState };

/**
 * The number that the next round of a place gets: 1, or one more than the greatest so far. [CY-1]
 * Problem `round-still-open` while a round is under way. [CY-2]
 */
export function nextRound(rounds: readonly Head[]): Outcome<number> {
  const open = rounds.find(({ state }) => state === 'open');
  return open === undefined
    ? fine(lastOf(rounds) + 1)
    : refused(problem('round-still-open', { round: open.number }));
}

/**
 * May this round be opened again? Only the last one may, and only while it is closed. [CY-12]
 * Problems: `round-not-closed`, `next-round-begun`.
 */
export function reopenedRound(round: Head, rounds: readonly Head[]): Outcome<'open'> {
  if (round.state === 'open') return refused(problem('round-not-closed', { round: round.number }));
  const next = lastOf(rounds);
  return next > round.number
    ? refused(problem('next-round-begun', { round: round.number, next }))
    : fine('open');
}

function lastOf(rounds: readonly Head[]): number {
  return Math.max(0, ...rounds.map(({ number }) => number));
}
