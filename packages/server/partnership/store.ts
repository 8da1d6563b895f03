import type { Role } from '@freehold/core/access';
import type { Work } from '../database/within.ts';
import { makeSignInLink } from '../session/store.ts';

/** Makes a partnership with its maker as co-ordinator. Runs as the installation: it belongs to nobody before. */
export async function makePartnership(tx: Work, name: string, person: string): Promise<string> {
  const made = await tx
    .insertInto('partnership')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('membership')
    .values({ partnership_id: made.id, person_id: person, role: 'co-ordinator' })
    .execute();
  return made.id;
}

export async function partnershipOf(tx: Work, partnership: string) {
  return tx
    .selectFrom('partnership')
    .where('id', '=', partnership)
    .select([
      'id',
      'name',
      'made_up as madeUp',
      'home_place_id as homePlace',
      'least_cell as leastCell',
    ])
    .executeTakeFirstOrThrow();
}

export async function changePartnership(
  tx: Work,
  partnership: string,
  { name, leastCell }: { name: string; leastCell: number },
): Promise<void> {
  await tx
    .updateTable('partnership')
    .set({ name, least_cell: leastCell })
    .where('id', '=', partnership)
    .execute();
}

/** The members of the partnership that the work is bound to; people of others are not in reach. */
export async function peopleOf(tx: Work) {
  return tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select([
      'm.id',
      'p.id as person',
      'p.name',
      'p.email',
      'm.role',
      'o.name as organisation',
      'm.made_at as since',
    ])
    .orderBy('p.name')
    .orderBy('m.id')
    .execute();
}

export type Newcomer = {
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organisation: string;
};

/**
 * Makes a member, and a one-time sign-in link for them; null when they are a member already.
 * Somebody whose e-mail is known keeps the person they are, name included, unless they only typed it in and no link
 * was ever followed from its mailbox: then whoever reads that mailbox is a person of their own. Runs as the
 * installation.
 */
export async function addMember(
  tx: Work,
  partnership: string,
  { name, email, role, organisation }: Newcomer,
  { token, now }: { token: string; now: Date },
): Promise<string | null> {
  const person = await personWith(tx, name, email);
  const organisationId = organisation === '' ? null : await named(tx, partnership, organisation);
  const member = await tx
    .insertInto('membership')
    .values({
      partnership_id: partnership,
      person_id: person,
      role,
      organisation_id: organisationId,
    })
    .onConflict((on) => on.columns(['partnership_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (member === undefined) return null;
  await makeSignInLink(tx, { token, person, now });
  return member.id;
}

async function personWith(tx: Work, name: string, email: string | null): Promise<string> {
  const known = await tx
    .insertInto('person')
    .values({ name, email })
    // Sets what is there already, so that the row comes back whether or not it is new.
    .onConflict((on) => on.column('email').doUpdateSet({ email }))
    .returning(['id', 'email_claimed as claimed', 'email_verified as verified'])
    .executeTakeFirstOrThrow();
  return known.claimed && !known.verified ? personWith(tx, name, null) : known.id;
}

async function named(tx: Work, partnership: string, name: string): Promise<string> {
  const { id } = await tx
    .insertInto('organisation')
    .values({ partnership_id: partnership, name })
    .onConflict((on) => on.columns(['partnership_id', 'name']).doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
