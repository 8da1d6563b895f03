import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Role } from '@freehold/core/access';
import type { Database } from '../database/connect.ts';
import { asInstallation, type Work } from '../database/within.ts';

/** How a secret token is kept: only its SHA-256, so that a copy of the table opens nothing. */
export function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const minute = 60_000;
const linkLasts = 24 * 60 * minute;

/** A session ends after this many minutes without a request; the pages warn five minutes before. */
export const idleMinutes = 20;

/** However much it is used, a session ends after a long working day. */
export const longestHours = 12;

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

/**
 * Uses a link up; null when it is unknown, used before, or too old, and when the person has a second factor:
 * a link alone must not go round it.
 */
export async function useSignInLink(tx: Work, token: string, now: Date): Promise<string | null> {
  const used = await tx
    .updateTable('sign_in_link as l')
    .from('person as p')
    .set({ used_at: now })
    .whereRef('p.id', '=', 'l.person_id')
    .where('p.two_factor', '=', false)
    .where('l.token_hash', '=', hashed(token))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .returning('l.person_id')
    .executeTakeFirst();
  return used?.person_id ?? null;
}

export async function openSession(
  tx: Work,
  { token, person, now, agent }: { token: string; person: string; now: Date; agent: string },
): Promise<void> {
  await tx
    .insertInto('account_session')
    .values({
      token,
      person_id: person,
      made_at: now,
      seen_at: now,
      expires_at: expiry(now),
      agent: agent.slice(0, 300),
    })
    .execute();
}

function expiry(now: Date): Date {
  return new Date(now.getTime() + idleMinutes * minute);
}

export async function closeSession(tx: Work, token: string): Promise<void> {
  await tx.deleteFrom('account_session').where('token', '=', token).execute();
}

/** Ends every other session of whoever this one belongs to. */
export async function closeOtherSessions(tx: Work, token: string): Promise<void> {
  await tx
    .deleteFrom('account_session')
    .where('token', '<>', token)
    .where('person_id', 'in', (own) =>
      own.selectFrom('account_session').where('token', '=', token).select('person_id'),
    )
    .execute();
}

export type SignedIn = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly administrator: boolean;
  /** The role in the partnership that was asked for; null to whoever is no member of it. */
  readonly role: Role | null;
};

const Asking = z.object({
  ...{ id: z.string(), name: z.string(), email: z.string().nullable() },
  ...{ administrator: z.boolean(), seenAt: z.date(), role: Role.nullable() },
});

/**
 * Who a session belongs to, and with which role in `partnership`; being used keeps it open, at most one write a
 * minute, and never beyond a day's work. Null when it has ended. One statement, but for that write.
 */
export async function personOfSession(
  database: Database,
  { token, now, partnership }: { token: string; now: Date; partnership: string | null },
): Promise<SignedIn | null> {
  const begunAfter = new Date(now.getTime() - longestHours * 60 * minute);
  const { rows } =
    await sql`select person as id, name, email, administrator, seen_at as "seenAt", role
    from who_asks(${token}, ${now}, ${begunAfter}, ${partnership})`.execute(database);
  if (rows[0] === undefined) return null;
  const { seenAt, ...person } = Asking.parse(rows[0]);
  if (now.getTime() - seenAt.getTime() > minute)
    await asInstallation(database, (tx) => seen(tx, token, now));
  return person;
}

async function seen(tx: Work, token: string, now: Date): Promise<void> {
  await tx
    .updateTable('account_session')
    .set({ seen_at: now, expires_at: expiry(now) })
    .where('token', '=', token)
    .execute();
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

export const visitorEmail = 'visitor@harbourside.invalid';

/** Who looks around the example: a person of its own, so that the administrator's sign-in stays apart. */
export async function exampleVisitor(tx: Work): Promise<string | null> {
  const example = await tx
    .selectFrom('partnership')
    .where('made_up', '=', true)
    .select('id')
    // Its made-up neighbours share results with it and have no pages of their own, nor a place.
    .orderBy(sql`home_place_id is null`)
    .orderBy('made_at')
    .executeTakeFirst();
  if (example === undefined) return null;
  const { id } = await tx
    .insertInto('person')
    .values({ name: 'Example visitor', email: visitorEmail })
    .onConflict((on) => on.column('email').doUpdateSet({ email: visitorEmail }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('membership')
    .values({ partnership_id: example.id, person_id: id, role: 'co-ordinator' })
    .onConflict((on) => on.columns(['partnership_id', 'person_id']).doNothing())
    .execute();
  return id;
}
