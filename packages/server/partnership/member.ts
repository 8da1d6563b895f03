import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';

/** A member of the partnership that the work is bound to; null for anybody else. */
export async function memberOf(tx: Work, member: string) {
  const found = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .where('m.id', '=', member)
    .select(['p.id as person', 'p.name', 'p.email', 'm.role'])
    .executeTakeFirst();
  return found ?? null;
}

/**
 * Takes a member out; the next request of theirs finds nothing. Problem `last-co-ordinator` when nobody would be
 * left who can invite: two who take each other out at once wait for one another.
 */
export async function removeMember(tx: Work, member: string): Promise<Problem | null> {
  const coordinators = await tx
    .selectFrom('membership')
    .where('role', '=', 'co-ordinator')
    .select('id')
    .forUpdate()
    .execute();
  const found = await memberOf(tx, member);
  if (found === null) return problem('not-found');
  if (found.role === 'co-ordinator' && coordinators.length === 1)
    return problem('last-co-ordinator');
  await tx.deleteFrom('membership').where('id', '=', member).execute();
  return null;
}
