import { sql } from 'kysely';
import type { OpenKind } from '@freehold/core/cycle';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import type { KeptCarry } from './store.ts';

type Holding = {
  readonly place: string;
  readonly round: string;
  readonly carries: readonly KeptCarry[];
  readonly now: Date;
};

/**
 * Lets what was decided at a close-out take hold in the round that follows. What has changed since then, such as an
 * action that was finished, stays as it is.
 */
export async function takeHold(tx: Work, partner: Partner, holding: Holding): Promise<void> {
  const of = (kind: OpenKind, decision: KeptCarry['decision']) =>
    holding.carries.filter((each) => each.kind === kind && each.decision === decision);
  const at = { ...holding, partner };
  await moveOn(tx, 'action', of('action', 'carried'), at);
  await moveOn(tx, 'target', of('target', 'carried'), at);
  await moveOn(tx, 'risk', of('risk', 'carried'), at);
  await stopActions(tx, of('action', 'dropped'), at);
  await endTargets(tx, of('target', 'dropped'), at);
  await settle(tx, 'gap', of('gap', 'dropped'), at);
  await settle(tx, 'risk', of('risk', 'dropped'), at);
}

type At = Holding & { readonly partner: Partner };

async function moveOn(
  tx: Work,
  table: 'action' | 'target' | 'risk',
  carried: readonly KeptCarry[],
  { place, round }: At,
): Promise<void> {
  if (carried.length === 0) return;
  await tx
    .updateTable(table)
    .set({ round_id: round })
    .where('place_id', '=', place)
    .where(
      'id',
      'in',
      carried.map(({ id }) => id),
    )
    .execute();
}

async function stopActions(
  tx: Work,
  dropped: readonly KeptCarry[],
  { place, now, partner }: At,
): Promise<void> {
  if (dropped.length === 0) return;
  // Its reason goes among the notes, so that whoever looks at the action finds it.
  await sql`with stopped as (
      update action set status = 'stopped', ended_on = ${now.toISOString().slice(0, 10)}::date,
        version = version + 1, changed_at = ${now}, changed_by_name = ${partner.name}
      where place_id = ${place} and status in ('planned', 'under-way')
        and id = any(${dropped.map(({ id }) => id)}::uuid[])
      returning id)
    insert into action_note (partnership_id, action_id, text, by_person, by_name, at)
    select ${partner.partnership}, stopped.id, d.reason, ${partner.person}, ${partner.name}, ${now}
    from stopped join ${reasons(dropped)} on d.id = stopped.id`.execute(tx);
}

async function endTargets(
  tx: Work,
  dropped: readonly KeptCarry[],
  { place, now, partner }: At,
): Promise<void> {
  if (dropped.length === 0) return;
  await sql`update target set removed_at = ${now}, version = version + 1, changed_at = ${now},
      changed_by_name = ${partner.name}, note = trim(note || ' ' || d.reason)
    from ${reasons(dropped)}
    where target.place_id = ${place} and target.id = d.id and target.removed_at is null`.execute(
    tx,
  );
}

async function settle(
  tx: Work,
  table: 'gap' | 'risk',
  dropped: readonly KeptCarry[],
  { place, now }: At,
): Promise<void> {
  if (dropped.length === 0) return;
  const [from, to] = table === 'gap' ? ['kept', 'dismissed'] : ['open', 'closed'];
  await sql`update ${sql.table(table)} t set status = ${to}, reason = d.reason, changed_at = ${now}
    from ${reasons(dropped)}
    where t.place_id = ${place} and t.id = d.id and t.status = ${from}`.execute(tx);
}

function reasons(dropped: readonly KeptCarry[]) {
  const rows = dropped.map(({ id, reason }) => ({ id, reason }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, reason text)`;
}
