import { sql } from 'kysely';
import { remindersDue, soonDays, type ReminderKey, type ReminderKind } from '@freehold/core/action';
import type { Work } from '../database/within.ts';
import { dayOf } from './store.ts';

/** A reminder that was asked for. `sentAt` is null where nobody knows whether the message went out. */
export type KeptReminder = {
  readonly id: string;
  readonly action: string;
  readonly title: string;
  readonly kind: ReminderKind;
  readonly dueOn: string;
  readonly toPerson: string | null;
  readonly toAddress: string;
  readonly claimedAt: Date;
  readonly sentAt: Date | null;
};

/** The reminders of some actions, or with null the newest hundred of the partnership; newest first. */
export async function remindersOf(
  tx: Work,
  actions: readonly string[] | null,
): Promise<readonly KeptReminder[]> {
  return tx
    .selectFrom('action_reminder as r')
    .innerJoin('action as a', 'a.id', 'r.action_id')
    .$if(actions !== null, (query) => query.where('a.id', 'in', [...(actions ?? [])]))
    .select([
      'r.id',
      'a.id as action',
      'a.title',
      'r.kind',
      'r.due_on as dueOn',
      'r.to_person as toPerson',
      'r.to_address as toAddress',
      'r.claimed_at as claimedAt',
      'r.sent_at as sentAt',
    ])
    .orderBy('r.claimed_at', 'desc')
    .orderBy('r.id')
    .limit(100)
    .execute();
}

/** A reminder about to be sent, with what its message says. */
export type Claimed = ReminderKey & {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly partnership: string;
  readonly ownerRole: string;
};

/**
 * Writes down which reminders are to be sent now, and gives them. What another server has claimed at the same time is
 * not among them. Three statements.
 */
export async function claim(tx: Work, partnership: string, now: Date): Promise<readonly Claimed[]> {
  const due = await toRemind(tx, now);
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  const claimed = await tx
    .selectFrom('action_reminder')
    .where('action_id', 'in', ids)
    .select(['action_id as action', 'kind', 'due_on as dueOn'])
    .execute();
  const keys = remindersDue(due, claimed, dayOf(now));
  if (keys.length === 0) return [];
  const rows = keys.flatMap((key) => {
    const action = due.find(({ id }) => id === key.action);
    if (action === undefined) return [];
    const { person, to } = action;
    return [
      {
        ...{ partnership_id: partnership, action_id: key.action, kind: key.kind },
        ...{ due_on: key.dueOn, to_person: person, to_address: to, claimed_at: now },
      },
    ];
  });
  const made = await tx
    .insertInto('action_reminder')
    .values(rows)
    .onConflict((on) => on.columns(['action_id', 'kind', 'due_on']).doNothing())
    .returning(['id', 'action_id as action', 'kind', 'due_on as dueOn'])
    .execute();
  return made.flatMap((row) =>
    due.filter(({ id }) => id === row.action).map((action) => ({ ...action, ...row })),
  );
}

/** Notes when messages went out, and gives back the claim on those that did not: they are tried again. */
export async function settle(
  tx: Work,
  { sent, failed, now }: { sent: readonly string[]; failed: readonly string[]; now: Date },
): Promise<void> {
  if (sent.length > 0)
    await tx
      .updateTable('action_reminder')
      .set({ sent_at: now })
      .where('id', 'in', [...sent])
      .execute();
  if (failed.length > 0)
    await tx
      .deleteFrom('action_reminder')
      .where('id', 'in', [...failed])
      .execute();
}

export async function wantsReminders(tx: Work, person: string): Promise<boolean> {
  const row = await tx
    .selectFrom('reminder_opt_out')
    .where('person_id', '=', person)
    .select('person_id')
    .executeTakeFirst();
  return row === undefined;
}

export async function sayWants(
  tx: Work,
  about: { readonly partnership: string; readonly person: string },
  wants: boolean,
): Promise<void> {
  const own = { partnership_id: about.partnership, person_id: about.person };
  if (wants)
    await tx.deleteFrom('reminder_opt_out').where('person_id', '=', about.person).execute();
  else
    await tx
      .insertInto('reminder_opt_out')
      .values(own)
      .onConflict((on) => on.doNothing())
      .execute();
}

type ToRemind = Omit<Claimed, keyof ReminderKey> & {
  readonly status: 'planned' | 'under-way';
  readonly dueOn: string;
  readonly person: string | null;
};

/** The open actions that are due soon or late, and to whom: the role's mailbox, else the member who owns it. */
async function toRemind(tx: Work, now: Date): Promise<readonly ToRemind[]> {
  const last = dayOf(new Date(now.getTime() + soonDays * 24 * 60 * 60 * 1000));
  const { rows } = await sql<ToRemind>`select * from (
    select a.id, a.title, a.status, a.due_on as "dueOn", a.owner_role as "ownerRole",
      p.name as place, s.name as partnership,
      case when a.owner_mailbox <> '' then null else h.id end as person,
      case when a.owner_mailbox <> '' then '' else coalesce(h.name, '') end as name,
      case when a.owner_mailbox <> '' then a.owner_mailbox when o.person_id is null then h.email
        end as "to"
    from action a join place p on p.id = a.place_id join partnership s on s.id = a.partnership_id
    left join membership m on m.id = a.owner_member
    left join person h on h.id = m.person_id
    left join reminder_opt_out o on o.person_id = h.id
    where a.removed_at is null and a.remind and a.status in ('planned', 'under-way')
      and a.due_on <= ${last}) asked where "to" is not null order by "dueOn", id`.execute(tx);
  return rows;
}
