import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { chainStart, chainText, type AuditEntry, type ChainState } from '@freehold/core/audit';
import type { Database } from '../database/connect.ts';
import { asInstallation, type Work } from '../database/within.ts';

export type Seen = Omit<AuditEntry, 'seq'>;

/**
 * Adds to the audit. Those who ask while a write is under way are written together in the next one, so that the
 * chain costs one short transaction for many requests.
 *
 * Holds: when `add` resolves, the row is committed; when it rejects, none of its batch is.
 */
export class AuditLog {
  readonly #database: Database;
  #waiting: { seen: Seen; done: PromiseWithResolvers<void> }[] = [];
  #busy = false;

  constructor(database: Database) {
    this.#database = database;
  }

  add(seen: Seen): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.#waiting.push({ seen, done });
    void this.#drain();
    return done.promise;
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await asInstallation(this.#database, (tx) =>
          append(
            tx,
            batch.map((each) => each.seen),
          ),
        );
        for (const { done } of batch) done.resolve();
      } catch (error) {
        for (const { done } of batch) done.reject(error);
      }
    }
    this.#busy = false;
  }
}

const lockNumber = 7_283_001;

/** Adds rows to the end of the chain; one writer at a time, whichever process it is in. */
async function append(tx: Work, batch: readonly Seen[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(tx);
  const last = await tx
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let state: ChainState = last ?? { seq: 0, hash: chainStart };
  const rows = batch.map((seen) => {
    const entry = { ...seen, seq: state.seq + 1 };
    state = { seq: entry.seq, hash: sha256(chainText(state.hash, entry)) };
    return rowOf(entry, state.hash);
  });
  await tx.insertInto('audit_entry').values(rows).execute();
}

function rowOf(entry: AuditEntry, hash: string) {
  return {
    seq: entry.seq,
    at: new Date(entry.at),
    partnership_id: entry.partnership,
    person_id: entry.person,
    rater_id: entry.rater,
    action: entry.action,
    record: entry.record,
    outcome: entry.outcome,
    hash,
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
