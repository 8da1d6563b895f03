import { sql, type RawBuilder } from 'kysely';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { UndonePart } from '../job/undone.ts';
import { keyOf, written, type WrittenTable } from './before.ts';

// What rests on others goes before them.
const tables = UndonePart.shape.what.options;

/** What taking the import back would do. Tables that it did not touch are left out. */
export async function wouldUndo(tx: Work, job: string): Promise<readonly UndonePart[]> {
  const rests = await restsOn(tx, job);
  const parts: UndonePart[] = [];
  for (const what of tables) {
    const { rows } = await sql<Omit<UndonePart, 'what'>>`with ${heirs(job, what)}, mine as (
        select h.key is not null as later, ${before(job, what)} as there, ${rests(what)} as held
        from ${sql.table(what)} t left join heir h on h.key = ${keyOf(what)}
        where t.job_id = ${job}::uuid)
      select count(*) filter (where not later and there)::int as restored,
        count(*) filter (where not later and not there and held)::int as held,
        count(*) filter (where not later and not there and not held)::int as removed,
        count(*) filter (where later)::int + (select count(*)::int from import_before k
          where k.what = ${what} and k.before ->> 'job_id' = ${job}) as later
      from mine`.execute(tx);
    parts.push(...rows.map((row) => ({ what, ...row })));
  }
  return touched(parts);
}

/** Takes an import back, in one transaction with its mark. Problem: `undone-already`. */
export async function undoImport(
  tx: Work,
  job: string,
  now: Date,
): Promise<readonly UndonePart[] | Problem> {
  const marked = await tx
    .updateTable('job')
    .set({ undone_at: now })
    .where('id', '=', job)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (marked.numUpdatedRows === 0n) return problem('undone-already');
  const rests = await restsOn(tx, job);
  const parts: UndonePart[] = [];
  for (const what of tables) {
    const later = (await inherited(tx, job, what)) + (await handedOn(tx, job, what));
    const restored = await restore(tx, job, what);
    const mine = sql`t.job_id = ${job}::uuid`;
    const held = await counted(
      tx,
      sql`update ${sql.table(what)} t set job_id = null where ${mine} and ${rests(what)}`,
    );
    const removed = await counted(tx, sql`delete from ${sql.table(what)} t where ${mine}`);
    parts.push({ what, removed, restored, later, held });
  }
  await tx.deleteFrom('import_before').where('job_id', '=', job).execute();
  await tx.deleteFrom('import_same').where('job_id', '=', job).execute();
  return touched(parts);
}

function touched(parts: readonly UndonePart[]): readonly UndonePart[] {
  return parts.filter((each) => each.removed + each.restored + each.later + each.held > 0);
}

/**
 * As part of a statement: the rows of the import whose values a later one found as its own file says them, before
 * anybody wrote over them, each with the first such import. It is the writer of those rows from now on.
 */
function heirs(job: string, what: WrittenTable): RawBuilder<unknown> {
  return sql`claim as (
      select distinct on (same.key) same.key, s.job_id, c.nth
      from import_same s join job c on c.id = s.job_id
      cross join unnest(s.keys) as same (key)
      where s.what = ${what} and c.nth > (select nth from job where id = ${job}::uuid)
      order by same.key, c.nth
    ), heir as materialized (
      select claim.key, claim.job_id from claim
      left join (import_before k join job w on w.id = k.job_id)
        on k.what = ${what} and k.key = claim.key and k.before ->> 'job_id' = ${job}
      where k.key is null or claim.nth < w.nth)`;
}

/** Gives the rows that a later import confirms to that one, and what stood before them too. How many there are. */
async function inherited(tx: Work, job: string, what: WrittenTable): Promise<number> {
  const { rows } = await sql<{ own: number }>`with ${heirs(job, what)}, standing as (
      update ${sql.table(what)} t set job_id = h.job_id from heir h
      where t.job_id = ${job}::uuid and ${keyOf(what)} = h.key returning 1
    ), overwritten as (
      update import_before k
      set before = jsonb_set(k.before, '{job_id}', to_jsonb(h.job_id::text)) from heir h
      where k.what = ${what} and k.key = h.key and k.before ->> 'job_id' = ${job} returning 1
    ), older as (
      update import_before k set job_id = h.job_id from heir h
      where k.what = ${what} and k.key = h.key and k.job_id = ${job}::uuid
    ) select ((select count(*) from standing) + (select count(*) from overwritten))::int as own`.execute(
    tx,
  );
  return rows[0]?.own ?? 0;
}

/**
 * Where another import wrote over rows of this one, what stood before this one now stands before that one; so taking
 * that one back too does not bring this one's values to life again. How many rows there are.
 */
async function handedOn(tx: Work, job: string, what: WrittenTable): Promise<number> {
  const theirs = sql`k.what = ${what} and k.before ->> 'job_id' = ${job}`;
  const older = sql`import_before o where o.job_id = ${job}::uuid and o.what = k.what and o.key = k.key`;
  const added = await counted(
    tx,
    sql`delete from import_before k where ${theirs} and not exists (select from ${older})`,
  );
  const changed = await counted(
    tx,
    sql`update import_before k set before = (select o.before from ${older}) where ${theirs}`,
  );
  return added + changed;
}

/** Gives the rows that the import wrote over their former content. */
async function restore(tx: Work, job: string, what: WrittenTable): Promise<number> {
  if (written[what].length === 0) return 0;
  const columns = [...written[what], 'job_id'];
  const set = sql.join(columns.map((each) => sql`${sql.ref(each)} = r.${sql.ref(each)}`));
  return counted(
    tx,
    sql`update ${sql.table(what)} t set ${set}
      from import_before b, jsonb_populate_record(null::${sql.table(what)}, b.before) r
      where b.job_id = ${job}::uuid and b.what = ${what} and b.key = ${keyOf(what)}
        and t.job_id = ${job}::uuid`,
  );
}

function before(job: string, what: WrittenTable): RawBuilder<unknown> {
  return sql`exists (select from import_before b where b.job_id = ${job}::uuid and b.what = ${what}
    and b.key = ${keyOf(what)})`;
}

async function counted(tx: Work, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await statement.execute(tx);
  return Number(numAffectedRows);
}

/**
 * Whether something that the import did not bring rests on its row `t`. A place is asked of every table that refers to
 * places, as the database itself lists them: one that is made later cannot be forgotten, and removing a place would
 * take much of what names it along without a word.
 */
async function restsOn(
  tx: Work,
  job: string,
): Promise<(what: WrittenTable) => RawBuilder<unknown>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname::text as column from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'place'::regclass order by 1, 2`.execute(tx);
  const mine = (table: string) =>
    table in written ? sql`and r.job_id is distinct from ${job}::uuid` : sql``;
  const named = [...rows, { table: 'observation', column: 'place_id' }].map(
    ({ table, column }) => sql`exists (select from ${sql.table(table)} r
      where r.${sql.ref(column)} = t.id ${mine(table)})`,
  );
  const compared = sql`exists (select from review r where strpos(r.comparison::text, t.id::text) > 0)`;
  const place = sql`(${sql.join([...named, compared], sql` or `)})`;
  return (what) => {
    if (what === 'place') return place;
    if (what !== 'data_set' && what !== 'measure') return sql`false`;
    return sql`exists (select from observation r where r.${sql.ref(`${what}_id`)} = t.id
      ${mine('observation')})`;
  };
}
