import { createHash } from 'node:crypto';
import type { Work } from '../database/within.ts';

/** How a secret token is kept: only its SHA-256, so that a copy of the table opens nothing. */
export function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const day = 24 * 60 * 60 * 1000;
const linkLasts = day;
const sessionLasts = 30 * day;

export async function makeSignInLink(
  tx: Work,
  { token, person, now }: { token: string; person: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('sign_in_link')
    .values({
      token_hash: hashed(token),
      person_id: person,
      expires_at: new Date(now.getTime() + linkLasts),
    })
    .execute();
}

/** Uses a link up; null when it is unknown, used before, or too old. */
export async function useSignInLink(tx: Work, token: string, now: Date): Promise<string | null> {
  const used = await tx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashed(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  return used?.person_id ?? null;
}

export async function openSession(
  tx: Work,
  { token, person, now }: { token: string; person: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: hashed(token),
      person_id: person,
      expires_at: new Date(now.getTime() + sessionLasts),
    })
    .execute();
}

export async function closeSession(tx: Work, token: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hashed(token)).execute();
}

export type SignedIn = { id: string; name: string; email: string | null; administrator: boolean };

export async function personOfSession(
  tx: Work,
  token: string,
  now: Date,
): Promise<SignedIn | null> {
  const row = await tx
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .where('s.token_hash', '=', hashed(token))
    .where('s.expires_at', '>', now)
    .select(['p.id', 'p.name', 'p.email', 'p.administrator'])
    .executeTakeFirst();
  return row ?? null;
}

export async function partnershipsOf(tx: Work, person: string) {
  return tx
    .selectFrom('membership as m')
    .innerJoin('partnership as p', 'p.id', 'm.partnership_id')
    .where('m.person_id', '=', person)
    .select(['p.id', 'p.name', 'p.made_up as madeUp', 'm.role', 'p.home_place_id as homePlace'])
    .orderBy('p.made_at')
    .execute();
}
