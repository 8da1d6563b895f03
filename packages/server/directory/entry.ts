import { sql } from 'kysely';
import { mergeFault } from '@freehold/core/directory';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';

// What partnerships and organisations of the directory have in common: a history, and a way to be merged into
// another entry, to be removed, and to come back.

export type Kind = 'partnership' | 'organisation';

const tables = {
  partnership: 'listed_partnership',
  organisation: 'listed_organisation',
} as const;

/** Who does something, for whom, and when. */
export type Hand = {
  readonly partnership: string;
  readonly byName: string;
  readonly at: Date;
};

export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly content: unknown;
  readonly mergedInto: string | null;
  readonly removed: boolean;
};

/** An entry that the asker may see, held until the work is done. */
export async function entryToChange(tx: Work, kind: Kind, id: string): Promise<Entry | null> {
  const row = await tx
    .selectFrom(tables[kind])
    .where('id', '=', id)
    .select(['id', 'name', 'content', 'merged_into as mergedInto', 'removed_at as removedAt'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { removedAt, ...entry } = row;
  return { ...entry, removed: removedAt !== null };
}

export type Note = {
  readonly kind: Kind;
  readonly record: string;
  readonly what: 'added' | 'changed' | 'verified' | 'merged' | 'parted' | 'removed' | 'restored';
  readonly before?: unknown;
  readonly note?: string;
};

/** Writes a step into an entry's history. */
export async function noteStep(tx: Work, hand: Hand, step: Note): Promise<void> {
  const { kind, record, what, before, note = '' } = step;
  await tx
    .insertInto('listed_change')
    .values({
      ...{ partnership_id: hand.partnership, kind, record, what, note },
      before: before === undefined ? null : JSON.stringify(before),
      by_name: hand.byName,
      at: hand.at,
    })
    .execute();
}

/**
 * Points one entry to another; both keep what they hold. [DR-6]
 *
 * Problems: `not-found`, `merge-with-itself`, `merged-already`, `merged-target`.
 */
export async function mergeEntry(
  tx: Work,
  hand: Hand,
  { kind, from, into }: { readonly kind: Kind; readonly from: string; readonly into: string },
): Promise<Problem | null> {
  const [first, second] = [from, into].toSorted();
  // Held in one order, so that two who merge crosswise wait for each other and do not make a circle.
  const held = [
    await entryToChange(tx, kind, first ?? from),
    await entryToChange(tx, kind, second ?? into),
  ];
  const source = held.find((each) => each?.id === from);
  const target = held.find((each) => each?.id === into && !each.removed);
  if (!source || !target) return problem('not-found');
  const fault = mergeFault(source, target);
  if (fault !== null) return problem(fault, { name: target.name }, { path: 'into' });
  await point(tx, kind, from, into, hand.at);
  await noteStep(tx, hand, { kind, record: from, what: 'merged', note: target.name });
  await noteStep(tx, hand, { kind, record: into, what: 'merged', note: source.name });
  return null;
}

/** Takes a merge back. Problems: `not-found`, `not-merged`. [DR-6] */
export async function partEntry(
  tx: Work,
  hand: Hand,
  kind: Kind,
  id: string,
): Promise<Problem | null> {
  const entry = await entryToChange(tx, kind, id);
  if (entry === null) return problem('not-found');
  if (entry.mergedInto === null) return problem('not-merged');
  await point(tx, kind, id, null, hand.at);
  await noteStep(tx, hand, { kind, record: id, what: 'parted' });
  await noteStep(tx, hand, { kind, record: entry.mergedInto, what: 'parted', note: entry.name });
  return null;
}

async function point(tx: Work, kind: Kind, id: string, into: string | null, at: Date) {
  await tx
    .updateTable(tables[kind])
    .set({ merged_into: into, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** Takes an entry out of the directory, or brings it back. Problem: `not-found`. */
export async function setRemoved(
  tx: Work,
  hand: Hand,
  kind: Kind,
  { id, removed }: { readonly id: string; readonly removed: boolean },
): Promise<Problem | null> {
  const entry = await entryToChange(tx, kind, id);
  if (entry === null) return problem('not-found');
  if (entry.removed === removed) return null;
  await tx
    .updateTable(tables[kind])
    .set({ removed_at: removed ? hand.at : null, changed_at: hand.at })
    .where('id', '=', id)
    .execute();
  await noteStep(tx, hand, { kind, record: id, what: removed ? 'removed' : 'restored' });
  return null;
}

export type HistoryLine = {
  readonly id: string;
  /** Whose history the line is from: the entry's own, or that of one merged into it. */
  readonly of: string;
  readonly what: string;
  readonly note: string;
  readonly byName: string;
  readonly at: Date;
};

/** An entry's history and that of whatever was merged into it, the newest first. */
export async function historyOf(tx: Work, kind: Kind, id: string): Promise<readonly HistoryLine[]> {
  const table = sql.table(tables[kind]);
  const { rows } = await sql<HistoryLine>`with recursive family as (
      select id, name from ${table} where id = ${id}
      union select t.id, t.name from ${table} t join family f on t.merged_into = f.id
    ) select c.id, f.name as of, c.what, c.note, c.by_name as "byName", c.at
    from listed_change c join family f on f.id = c.record
    where c.kind = ${kind} order by c.at desc, c.id`.execute(tx);
  return rows;
}

export type MergedLine = { readonly id: string; readonly name: string };

/** What was merged straight into an entry. */
export async function mergedInto(tx: Work, kind: Kind, id: string): Promise<readonly MergedLine[]> {
  return tx
    .selectFrom(tables[kind])
    .where('merged_into', '=', id)
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
}
