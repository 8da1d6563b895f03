import type { Work } from '../database/within.ts';

/** The round of the cycle that is under way at a place, or null. What is made in a place now belongs to it. */
export async function openRoundOf(
  tx: Work,
  place: string,
): Promise<{ readonly id: string; readonly number: number } | null> {
  const row = await tx
    .selectFrom('cycle_round')
    .where('place_id', '=', place)
    .where('state', '=', 'open')
    .select(['id', 'number'])
    .executeTakeFirst();
  return row ?? null;
}
