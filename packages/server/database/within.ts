import { sql, type Transaction } from 'kysely';
import type { Database } from './connect.ts';
import type { Tables } from './tables.ts';

/** Who asks, and for which partnership. `rater` is set when the asker came by a rater's link. */
export type Actor = {
  readonly person: string | null;
  readonly partnership: string | null;
  readonly rater: string | null;
};

export type Work = Transaction<Tables>;

/**
 * Runs work for an actor in one transaction. All database work of a request goes through here:
 * the transaction runs under a role that row-level security binds, and knows person and partnership
 * as settings that end with it.
 *
 * Holds: nothing of `work` is kept when it throws; with no partnership set, tables of a partnership show no rows.
 */
export function within<T>(
  database: Database,
  actor: Actor,
  work: (tx: Work) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await actAs(tx, actor);
    return work(tx);
  });
}

/**
 * Binds the rest of a transaction to an actor. For work that must begin as the installation, such as making a
 * partnership, and go on inside its walls.
 */
export async function actAs(tx: Work, actor: Actor): Promise<void> {
  await sql`select set_config('freehold.person', ${actor.person ?? ''}, true),
    set_config('freehold.partnership', ${actor.partnership ?? ''}, true),
    set_config('freehold.rater', ${actor.rater ?? ''}, true),
    set_config('role', 'freehold_app', true)`.execute(tx);
}

/**
 * Runs work of the installation itself, outside any partnership: signing in, making a partnership,
 * resolving a link. Never reached with an id that a request named, except through a secret token.
 */
export function asInstallation<T>(database: Database, work: (tx: Work) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'freehold_installation', true)`.execute(tx);
    return work(tx);
  });
}
