import type { z } from 'zod';
import { stageMoved, type StageState } from '@freehold/core/cycle';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import type { StageMove } from './shapes.ts';
import { itemsOf, roundToChange, stageStateOf } from './store.ts';

/** Starts, closes or opens a stage again, and puts on record who said so and what was left. */
export async function moveStage(
  tx: Work,
  partner: Partner,
  round: string,
  { stage, to, note }: z.infer<typeof StageMove>,
  now: Date,
): Promise<Outcome<StageState>> {
  const found = await roundToChange(tx, round);
  if (found === null) return refused(problem('not-found'));
  const from = await stageStateOf(tx, round, stage);
  const left = (await itemsOf(tx, round))
    .filter((item) => item.stage === stage && !item.done)
    .map(({ title }) => title);
  const moved = stageMoved({ round: found.state, from, to, note, left: left.length });
  if (!moved.ok) return moved;
  await tx
    .updateTable('cycle_stage')
    .set({
      state: to,
      changed_at: now,
      closed_at: to === 'closed' ? now : null,
      ...(to === 'not-started' ? { started_at: null } : {}),
      ...(from === 'not-started' ? { started_at: now } : {}),
    })
    .where('round_id', '=', round)
    .where('stage', '=', stage)
    .execute();
  await tx
    .insertInto('cycle_step')
    .values({
      ...{ partnership_id: partner.partnership, round_id: round, stage },
      ...{ from_state: from, to_state: to, note, at: now },
      ...{ by_person: partner.person, by_name: partner.name },
      left_open: JSON.stringify(to === 'closed' ? left : []),
    })
    .execute();
  return fine(to);
}
