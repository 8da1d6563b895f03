import { hashPassword } from 'better-auth/crypto';
import { passwordProblems } from '@freehold/core/access';
import { problem, type Problem } from '@freehold/core/problem';
import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';

/**
 * Sets the first password of a person who came by a link. Whoever has one changes it with the old one instead.
 * Kept as scrypt, as better-auth checks it. Problems: those of `passwordProblems`, `password-set-already`, and
 * `email-missing` for somebody who could not sign in with it.
 */
export async function setFirstPassword(
  { database }: House,
  person: string,
  password: string,
): Promise<readonly Problem[]> {
  const self = await asInstallation(database, (tx) =>
    tx
      .selectFrom('person')
      .where('id', '=', person)
      .select(['name', 'email'])
      .executeTakeFirstOrThrow(),
  );
  if (self.email === null) return [problem('email-missing')];
  const faults = passwordProblems(password, ['freehold', self.name, self.email]);
  if (faults.length > 0) return faults;
  const hash = await hashPassword(password);
  return asInstallation(database, async (tx) => {
    // Two at once must not both be the first.
    await tx.selectFrom('person').where('id', '=', person).select('id').forUpdate().execute();
    const there = await tx
      .selectFrom('account_credential')
      .where('person_id', '=', person)
      .where('provider_id', '=', 'credential')
      .select('id')
      .executeTakeFirst();
    if (there !== undefined) return [problem('password-set-already')];
    await tx
      .insertInto('account_credential')
      .values({ account_id: person, provider_id: 'credential', person_id: person, password: hash })
      .execute();
    return [];
  });
}

/**
 * Sets the name and, where there is none yet, the e-mail, which is a claim until its mailbox has answered.
 *
 * Problem `email-not-possible` says nothing of whose it is.
 */
export async function nameOneself(
  { database }: House,
  person: string,
  { name, email }: { name: string; email: string | null },
): Promise<readonly Problem[]> {
  try {
    await asInstallation(database, async (tx) => {
      await tx.updateTable('person').set({ name }).where('id', '=', person).execute();
      if (email === null) return;
      await tx
        .updateTable('person')
        .set({ email: email.toLowerCase(), email_claimed: true })
        .where('id', '=', person)
        .where('email', 'is', null)
        .execute();
    });
    return [];
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return [problem('email-not-possible')];
    throw error;
  }
}
