import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { ActionFacts, Merged, Rag } from '@freehold/core/action';
import type { Tables } from '../database/tables.ts';
import type { Work } from '../database/within.ts';
import type { ActionFields } from './shapes.ts';

/** An action as it is kept. It holds all that the rules of `core/action` ask of one. */
export type KeptAction = ActionFacts &
  ActionFields & {
    readonly id: string;
    readonly place: string;
    readonly roundNumber: number | null;
    readonly memberName: string | null;
    readonly ragReason: string;
    readonly ragBy: string;
    readonly ragAt: Date | null;
    /** What the rule proposed when a person decided. */
    readonly ragThen: Rag | null;
    readonly notes: number;
    readonly lastNote: LastNote | null;
    readonly removed: boolean;
    readonly version: number;
    readonly touched: Readonly<Record<string, number>>;
    readonly madeAt: Date;
    readonly changedAt: Date;
    readonly changedBy: string;
  };

const LastNote = z.object({ text: z.string(), byName: z.string(), at: z.coerce.date() });
export type LastNote = z.infer<typeof LastNote>;

/** The actions of a place, what is due first before what is due later; removed ones are not among them. */
export async function actionsOf(tx: Work, place: string): Promise<readonly KeptAction[]> {
  const rows = await selected(tx)
    .where('a.place_id', '=', place)
    .where('a.removed_at', 'is', null)
    .orderBy('a.due_on', (by) => by.asc().nullsLast())
    .orderBy('a.made_at')
    .orderBy('a.id')
    .execute();
  return rows.map(read);
}

/** One action, removed or not. */
export async function actionOf(tx: Work, action: string): Promise<KeptAction | null> {
  const row = await selected(tx).where('a.id', '=', action).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** One action, removed or not, kept from changing under the asker's hands until the work is done. */
export async function actionToChange(tx: Work, action: string): Promise<KeptAction | null> {
  const row = await selected(tx).where('a.id', '=', action).forUpdate('a').executeTakeFirst();
  return row === undefined ? null : read(row);
}

type By = { readonly partnership: string; readonly byName: string };

/** Adds an action and gives its id. */
export async function addAction(
  tx: Work,
  { partnership, byName, place }: By & { readonly place: string },
  fields: ActionFields,
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('action')
    .values({
      ...{ partnership_id: partnership, place_id: place, made_at: now },
      ...written(fields),
      ended_on: endedOn(fields, null, now),
      ...{ changed_at: now, changed_by_name: byName },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type EditedAction = ActionFields & { readonly removed: boolean };

export async function changeAction(
  tx: Work,
  before: KeptAction,
  { version, touched, fields }: Merged<EditedAction>,
  byName: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('action')
    .set({
      ...written(fields),
      ended_on: endedOn(fields, before.endedOn, now),
      removed_at: fields.removed ? now : null,
      ...{ version, touched: JSON.stringify(touched) },
      ...{ changed_at: now, changed_by_name: byName },
    })
    .where('id', '=', before.id)
    .execute();
}

export async function decideRag(
  tx: Work,
  before: KeptAction,
  {
    version,
    touched,
    fields,
  }: Merged<{ readonly decided: Rag | null; readonly ragReason: string }>,
  by: { readonly name: string; readonly proposed: Rag | null; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('action')
    .set({
      rag_decided: fields.decided,
      rag_reason: fields.ragReason,
      rag_by_name: fields.decided === null ? '' : by.name,
      rag_at: fields.decided === null ? null : by.now,
      rag_proposed: fields.decided === null ? null : by.proposed,
      ...{ version, touched: JSON.stringify(touched) },
      ...{ changed_at: by.now, changed_by_name: by.name },
    })
    .where('id', '=', before.id)
    .execute();
}

type Links = Pick<ActionFields, 'gaps' | 'assets' | 'round' | 'ownerMember'>;

/** Which of the links is not there for the place. One statement. */
export async function unknownLinks(
  tx: Work,
  place: string,
  { gaps, assets, round, ownerMember }: Links,
): Promise<readonly ('gap' | 'asset' | 'round' | 'member')[]> {
  const { rows } = await sql<Record<'gap' | 'asset' | 'round' | 'member', boolean>>`select
    (select count(*) from gap where place_id = ${place} and id = any(${[...gaps]}::uuid[]))
      = ${gaps.length}::int as gap,
    (select count(*) from asset where place_id = ${place} and id = any(${[...assets]}::uuid[]))
      = ${assets.length}::int as asset,
    (${round}::uuid is null or exists (select 1 from cycle_round where id = ${round}
      and place_id = ${place})) as round,
    (${ownerMember}::uuid is null or exists (select 1 from membership where id = ${ownerMember}))
      as member`.execute(tx);
  const [known] = rows;
  return (['gap', 'asset', 'round', 'member'] as const).filter((what) => known?.[what] !== true);
}

function selected(tx: Work) {
  return tx
    .selectFrom('action as a')
    .leftJoin('cycle_round as r', 'r.id', 'a.round_id')
    .leftJoin('membership as m', 'm.id', 'a.owner_member')
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .selectAll('a')
    .select([
      'r.number as roundNumber',
      'p.name as memberName',
      sql<number>`(select count(*)::int from action_note n where n.action_id = a.id)`.as('notes'),
      sql<unknown>`(select jsonb_build_object('text', n.text, 'byName', n.by_name, 'at', n.at)
        from action_note n where n.action_id = a.id order by n.at desc, n.id desc limit 1)`.as(
        'lastNote',
      ),
    ]);
}

type Row = Selectable<Tables['action']> & {
  readonly roundNumber: number | null;
  readonly memberName: string | null;
  readonly notes: number;
  readonly lastNote: unknown;
};

const Texts = z.array(z.string());
const Touched = z.record(z.string(), z.number());

function read(row: Row): KeptAction {
  const lastNote = row.lastNote === null ? null : LastNote.parse(row.lastNote);
  return {
    ...{ id: row.id, place: row.place_id, round: row.round_id, roundNumber: row.roundNumber },
    ...{ title: row.title, objective: row.objective, method: row.method },
    ownerOrganisation: row.owner_organisation,
    ...{ ownerRole: row.owner_role, ownerMailbox: row.owner_mailbox },
    ...{ ownerMember: row.owner_member, memberName: row.memberName, remind: row.remind },
    ...{ doers: row.doers, resources: row.resources, resourceSource: row.resource_source },
    ...{ startsOn: row.starts_on, dueOn: row.due_on, status: row.status, endedOn: row.ended_on },
    ...{ blocked: row.blocked, evidence: row.evidence, kind: row.kind },
    ...{ stage: row.stage, pathway: row.pathway, fourP: row.four_p },
    ...{ gaps: Texts.parse(row.gaps), assets: Texts.parse(row.assets) },
    ...{ topics: Texts.parse(row.topics), indicators: Texts.parse(row.indicators) },
    interventions: Texts.parse(row.interventions),
    ...{ cost: row.cost, currency: row.currency },
    ...{ decided: row.rag_decided, ragReason: row.rag_reason, ragBy: row.rag_by_name },
    ...{ ragAt: row.rag_at, ragThen: row.rag_proposed },
    ...{ notes: row.notes, lastNote, notedOn: lastNote && dayOf(lastNote.at) },
    ...{ removed: row.removed_at !== null, version: row.version },
    ...{ touched: Touched.parse(row.touched), madeOn: dayOf(row.made_at) },
    ...{ madeAt: row.made_at, changedAt: row.changed_at, changedBy: row.changed_by_name },
  };
}

function written(fields: ActionFields) {
  return {
    ...{ round_id: fields.round, title: fields.title, objective: fields.objective },
    ...{ method: fields.method, owner_organisation: fields.ownerOrganisation },
    ...{ owner_role: fields.ownerRole, owner_mailbox: fields.ownerMailbox },
    ...{ owner_member: fields.ownerMember, remind: fields.remind, doers: fields.doers },
    ...{ resources: fields.resources, resource_source: fields.resourceSource },
    ...{ starts_on: fields.startsOn, due_on: fields.dueOn, status: fields.status },
    ...{ blocked: fields.blocked, evidence: fields.evidence, kind: fields.kind },
    ...{ stage: fields.stage, pathway: fields.pathway, four_p: fields.fourP },
    gaps: JSON.stringify(fields.gaps),
    assets: JSON.stringify(fields.assets),
    topics: JSON.stringify(fields.topics),
    indicators: JSON.stringify(fields.indicators),
    interventions: JSON.stringify(fields.interventions),
    ...{ cost: fields.cost, currency: fields.currency },
  };
}

/** The day it ended stays while it is ended; who takes it up again takes the day away. */
function endedOn({ status }: ActionFields, before: string | null, now: Date): string | null {
  return status === 'done' || status === 'stopped' ? (before ?? dayOf(now)) : null;
}

/** The day of an instant, as the rules count days: by UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
