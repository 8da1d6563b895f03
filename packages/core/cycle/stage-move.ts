import { z } from 'zod';
import { fine, problem, refused, type Outcome } from '../problem.ts';
import type { RoundState } from './round.ts';

export const StageState = z.enum(['not-started', 'under-way', 'closed']);
export type StageState = z.infer<typeof StageState>;

/** What somebody asks of a stage. `left` counts its checklist items that are not done. */
export type StageMove = {
  readonly round: RoundState;
  readonly from: StageState;
  readonly to: StageState;
  readonly note: string;
  readonly left: number;
};

/**
 * Takes a stage to another state: started, closed, opened again, or put back to not started. Stages know nothing
 * of each other, so they may overlap and come in any order. [CY-5]
 *
 * Problems: `cycle-round-closed`, since nothing in a closed round changes [CY-7]; `no-such-stage-move`;
 * `left-unsaid` where a stage closes with items left and no word about them [CY-6].
 */
export function stageMoved({ round, from, to, note, left }: StageMove): Outcome<StageState> {
  if (round === 'closed') return refused(problem('cycle-round-closed'));
  if (!ways[from].includes(to)) return refused(problem('no-such-stage-move', { from, to }));
  if (to === 'closed' && left > 0 && note.trim() === '')
    return refused(problem('left-unsaid', { left }, { path: 'note' }));
  return fine(to);
}

const ways: Readonly<Record<StageState, readonly StageState[]>> = {
  'not-started': ['under-way'],
  'under-way': ['closed', 'not-started'],
  closed: ['under-way'],
};
