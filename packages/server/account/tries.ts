import { createHash } from 'node:crypto';
import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';

export const lockTries = 6;
export const lockMinutes = 30;

type Rooms = Pick<House, 'database' | 'ports'>;

// Tries are counted for every address that is typed in, whether or not somebody has it: being locked says nothing.

/** Whether signing in with this e-mail is locked just now. */
export async function isLocked({ database, ports }: Rooms, email: string): Promise<boolean> {
  const row = await asInstallation(database, (tx) =>
    tx
      .selectFrom('account_try')
      .where('email_hash', '=', keyOf(email))
      .where('locked_until', '>', ports.clock.now())
      .select('email_hash')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Counts a wrong try; the sixth in a row locks for thirty minutes, and then counting begins anew. */
export async function countTry({ database, ports }: Rooms, email: string): Promise<void> {
  const now = ports.clock.now();
  const until = new Date(now.getTime() + lockMinutes * 60_000);
  await asInstallation(database, async (tx) => {
    const { failed } = await tx
      .insertInto('account_try')
      .values({ email_hash: keyOf(email), failed: 1, last_at: now })
      .onConflict((on) =>
        on.column('email_hash').doUpdateSet((eb) => ({
          failed: eb('account_try.failed', '+', 1),
          last_at: now,
        })),
      )
      .returning('failed')
      .executeTakeFirstOrThrow();
    if (failed < lockTries) return;
    await tx
      .updateTable('account_try')
      .set({ failed: 0, locked_until: until })
      .where('email_hash', '=', keyOf(email))
      .execute();
  });
}

export async function forgetTries({ database }: Rooms, email: string): Promise<void> {
  await asInstallation(database, (tx) =>
    tx.deleteFrom('account_try').where('email_hash', '=', keyOf(email)).execute(),
  );
}

function keyOf(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}
