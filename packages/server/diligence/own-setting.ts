import type { Work } from '../database/within.ts';

/** Whose report it is: the partnership, its home place or its own name where it has none, and its least cell. */
export async function ownSetting(
  tx: Work,
  partnership: string,
): Promise<{
  readonly partnership: string;
  readonly place: string;
  readonly madeUp: boolean;
  readonly least: number;
}> {
  const row = await tx
    .selectFrom('partnership as p')
    .leftJoin('place', 'place.id', 'p.home_place_id')
    .where('p.id', '=', partnership)
    .select(['p.name', 'p.made_up as madeUp', 'p.least_cell as leastCell', 'place.name as home'])
    .executeTakeFirstOrThrow();
  return {
    ...{ partnership: row.name, place: row.home ?? row.name, madeUp: row.madeUp },
    // A partnership may ask for more; one person is never shown.
    least: Math.max(2, row.leastCell),
  };
}
