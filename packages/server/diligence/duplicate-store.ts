import { sql } from 'kysely';
import type { AlikeReason, Named } from '@freehold/core/diligence';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';

export type DuplicateState = 'open' | 'accepted' | 'refused';

export type KeptDuplicate = {
  readonly id: string;
  readonly score: number;
  readonly reason: AlikeReason;
  readonly state: DuplicateState;
  readonly decidedBy: string;
  readonly one: Named;
  readonly other: Named;
};

const mostShown = 200;

/** Pairs in a state, the likeliest first, and how many there are in each. Two statements. */
export async function duplicatesOf(
  tx: Work,
  state: DuplicateState,
): Promise<{
  readonly pairs: readonly KeptDuplicate[];
  readonly counts: Readonly<Record<DuplicateState, number>>;
}> {
  const side = (name: string) =>
    sql.raw(`jsonb_build_object('id', ${name}.id, 'name', ${name}.name,
      'companyNumber', ${name}.company_number, 'country', ${name}.country)`);
  const there = sql`supplier_duplicate d join supplier a on a.id = d.supplier_id
    join supplier b on b.id = d.of_id where a.removed_at is null and b.removed_at is null`;
  const { rows: pairs } = await sql<KeptDuplicate>`
    select d.id, d.score, d.reason, d.state, d.decided_by as "decidedBy", ${side('a')} as one,
      ${side('b')} as other
    from ${there} and d.state = ${state} order by d.score desc, b.name, a.name, d.id
    limit ${mostShown}`.execute(tx);
  const { rows } = await sql<{ state: DuplicateState; n: number }>`
    select d.state, count(*)::int as n from ${there} group by d.state`.execute(tx);
  const countOf = (of: DuplicateState) => rows.find((row) => row.state === of)?.n ?? 0;
  return {
    pairs,
    counts: {
      ...{ open: countOf('open'), accepted: countOf('accepted'), refused: countOf('refused') },
    },
  };
}

/**
 * Says what became of a pair. Accepting joins the later supplier to the earlier one and changes neither; opening
 * it again takes that back.
 *
 * Problems: `not-found`; `joined-already` where one of the two has been joined to another since.
 */
export async function decideDuplicate(
  tx: Work,
  { byName, at }: Hand,
  id: string,
  state: DuplicateState,
): Promise<Problem | null> {
  const pair = await tx
    .selectFrom('supplier_duplicate')
    .where('id', '=', id)
    .select(['supplier_id as one', 'of_id as other', 'state'])
    .forUpdate()
    .executeTakeFirst();
  if (pair === undefined) return problem('not-found');
  if (pair.state === state) return null;
  if (state === 'accepted') {
    const { rows } = await sql<{ id: string }>`update supplier u set merged_into = ${pair.other},
        changed_at = ${at}
      where u.id = ${pair.one} and u.merged_into is null
        and exists (select from supplier o where o.id = ${pair.other} and o.merged_into is null)
        and not exists (select from supplier o where o.merged_into = ${pair.one})
      returning u.id`.execute(tx);
    if (rows.length === 0) return problem('joined-already');
  }
  if (pair.state === 'accepted')
    await tx
      .updateTable('supplier')
      .set({ merged_into: null, changed_at: at })
      .where('id', '=', pair.one)
      .where('merged_into', '=', pair.other)
      .execute();
  await tx
    .updateTable('supplier_duplicate')
    .set({
      state,
      decided_by: state === 'open' ? '' : byName,
      decided_at: state === 'open' ? null : at,
    })
    .where('id', '=', id)
    .execute();
  return null;
}
