import type { z } from 'zod';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { sent } from '../http/sent.ts';
import type { RoundChange } from './shapes.ts';
import { roundToChange } from './store.ts';

/** Changes what an open round is called, aims at, or when it began. An emptied title goes back to its number. */
export async function changeRound(
  tx: Work,
  id: string,
  change: z.infer<typeof RoundChange>,
): Promise<Outcome<string>> {
  const before = await roundToChange(tx, id);
  if (before === null) return refused(problem('not-found'));
  if (before.state === 'closed') return refused(problem('cycle-round-closed'));
  const { number, title, goals, startedOn } = { ...before, ...sent(change) };
  await tx
    .updateTable('cycle_round')
    .set({ title: title === '' ? `Round ${number}` : title, goals, started_on: startedOn })
    .where('id', '=', id)
    .execute();
  return fine(id);
}
