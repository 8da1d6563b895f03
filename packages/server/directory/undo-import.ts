import { sql } from 'kysely';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Hand } from './entry.ts';

export type Undone = { readonly partnerships: number; readonly organisations: number };

/**
 * Takes back what an import brought. What a person has edited, verified or merged since stays, with its members;
 * what the import changed becomes what it was before.
 *
 * Problems: `not-found`, `undone-already`.
 */
export async function undoImport(tx: Work, hand: Hand, id: string): Promise<Undone | Problem> {
  const found = await tx
    .selectFrom('directory_import')
    .where('id', '=', id)
    .select('undone_at')
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return problem('not-found');
  if (found.undone_at !== null) return problem('undone-already');
  await sql`delete from clean_up_item where import_id = ${id}`.execute(tx);
  await sql`update listed_partnership l set name = c.before ->> 'name',
      content = c.before -> 'profile', changed_at = ${hand.at}
    from listed_change c where c.import_id = ${id} and c.record = l.id and c.before is not null
      and l.edited_at is null`.execute(tx);
  const partnerships = await sql`delete from listed_partnership l where l.import_id = ${id}
    and l.edited_at is null and l.verified_on is null and l.merged_into is null
    and not exists (select from listed_partnership o where o.merged_into = l.id)`.execute(tx);
  await sql`delete from listed_membership m where m.import_id = ${id} and not exists (
    select from listed_partnership l where l.id = m.listed_id and l.edited_at is not null)`.execute(
    tx,
  );
  const organisations = await sql`delete from listed_organisation o where o.import_id = ${id}
    and o.edited_at is null and o.merged_into is null
    and not exists (select from listed_organisation p where p.merged_into = o.id)
    and not exists (select from listed_membership m where m.organisation_id = o.id)`.execute(tx);
  await tx
    .updateTable('directory_import')
    .set({ undone_at: hand.at })
    .where('id', '=', id)
    .execute();
  return {
    partnerships: Number(partnerships.numAffectedRows ?? 0),
    organisations: Number(organisations.numAffectedRows ?? 0),
  };
}
