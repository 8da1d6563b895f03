import { problem, type Problem } from '@freehold/core/problem';
import type { CleanUpState } from '../database/tables-survey.ts';
import type { Work } from '../database/within.ts';
import { targetOf } from './targets.ts';

export type Decision = {
  readonly to: CleanUpState;
  readonly into: string | null;
  readonly reason: string;
};
export type Hand = { readonly partnership: string; readonly byName: string; readonly at: Date };

/** Decides what becomes of an answer set. Merging and removing need a reason. [SV-23] */
export async function decide(
  tx: Work,
  { partnership, byName, at }: Hand,
  id: string,
  { to, into, reason }: Decision,
): Promise<Problem | null> {
  const target = await targetOf(tx, id, 'update');
  if (target === null) return problem('not-found');
  if ((to === 'merged' || to === 'removed') && reason === '')
    return problem('reason-needed', undefined, { path: 'reason' });
  const other = into === null ? null : await targetOf(tx, into, 'update');
  const fits =
    other !== null && other.wave === target.wave && other.id !== id && counts(other.cleanUp);
  if (to === 'merged' && !fits) return problem('merge-target-unknown', undefined, { path: 'into' });
  const merged = to === 'merged' ? into : null;
  await tx
    .insertInto('survey_clean_up')
    .values({
      ...{ partnership_id: partnership, target_id: id, by_name: byName, at, reason },
      ...{ from_state: target.cleanUp, to_state: to },
      ...{ from_merged: target.mergedInto, into_target: merged },
    })
    .execute();
  await place(tx, id, to, merged);
  return null;
}

/** Takes the last decision back that has not been taken back yet. */
export async function undo(tx: Work, id: string): Promise<Problem | null> {
  if ((await targetOf(tx, id, 'update')) === null) return problem('not-found');
  const last = await tx
    .selectFrom('survey_clean_up')
    .where('target_id', '=', id)
    .where('undone', '=', false)
    .select(['id', 'from_state', 'from_merged'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return problem('nothing-to-undo');
  await tx.updateTable('survey_clean_up').set({ undone: true }).where('id', '=', last.id).execute();
  await place(tx, id, last.from_state, last.from_merged);
  return null;
}

function counts(state: CleanUpState): boolean {
  return state === 'waiting' || state === 'kept';
}

async function place(
  tx: Work,
  id: string,
  state: CleanUpState,
  merged: string | null,
): Promise<void> {
  await tx
    .updateTable('survey_target')
    .set({ clean_up: state, merged_into: merged })
    .where('id', '=', id)
    .execute();
}

/** Every decision about the answer sets of a wave, oldest first. */
export async function decisionsOf(tx: Work, wave: string) {
  return tx
    .selectFrom('survey_clean_up as c')
    .innerJoin('survey_target as t', 't.id', 'c.target_id')
    .where('t.wave_id', '=', wave)
    .select([
      'c.target_id as target',
      'c.from_state as from',
      'c.to_state as to',
      'c.into_target as into',
      'c.reason',
      'c.by_name as byName',
      'c.at',
      'c.undone',
    ])
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();
}
