import { sql } from 'kysely';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';

export type Undone = { readonly suppliers: number; readonly sites: number };

/**
 * Takes back what an import brought. A supplier that somebody has edited since, that another was joined to, or that
 * a risk, an action, an incident or an assessment names stays, with its sites.
 *
 * Problems: `not-found`, `undone-already`.
 */
export async function undoImport(tx: Work, id: string, at: Date): Promise<Undone | Problem> {
  const found = await tx
    .selectFrom('supplier_import')
    .where('id', '=', id)
    .select('undone_at')
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return problem('not-found');
  if (found.undone_at !== null) return problem('undone-already');
  const stays = sql`u.edited_at is not null
    or exists (select from supplier o where o.merged_into = u.id)
    or exists (select from diligence_risk r where r.supplier_id = u.id)
    or exists (select from diligence_action a where a.supplier_id = u.id)
    or exists (select from diligence_incident i where i.supplier_id = u.id)
    or exists (select from forced_labour_assessment f where f.supplier_id = u.id)`;
  const sites = await sql`delete from supplier_site s using supplier u
    where s.import_id = ${id} and u.id = s.supplier_id
      and (u.import_id is distinct from ${id} or not (${stays}))`.execute(tx);
  const suppliers = await sql`delete from supplier u where u.import_id = ${id}
    and not (${stays})`.execute(tx);
  await tx.updateTable('supplier_import').set({ undone_at: at }).where('id', '=', id).execute();
  return {
    suppliers: Number(suppliers.numAffectedRows ?? 0),
    sites: Number(sites.numAffectedRows ?? 0),
  };
}
