import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';

/** The installation's first person, made on first start. */
export async function firstPerson(house: Pick<House, 'database'>): Promise<string> {
  return asInstallation(house.database, async (tx) => {
    const there = await tx
      .selectFrom('person')
      .where('administrator', '=', true)
      .select('id')
      .orderBy('made_at')
      .executeTakeFirst();
    if (there !== undefined) return there.id;
    const made = await tx
      .insertInto('person')
      .values({ name: 'First co-ordinator', email: null, administrator: true })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  });
}
