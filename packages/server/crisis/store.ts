import { sql } from 'kysely';
import { Item, lineCodes, type CrisisState, type DayCount } from '@freehold/core/crisis';
import type { Work } from '../database/within.ts';
import type { CrisisFields } from './shapes.ts';

/** A crisis as it is kept. */
export type KeptCrisis = CrisisFields & {
  readonly id: string;
  readonly place: { readonly id: string; readonly name: string };
  readonly state: CrisisState;
  readonly activatedAt: Date | null;
  readonly activatedBy: string;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: string;
};

export type KeptItem = {
  readonly id: string;
  readonly crisis: string;
  readonly content: Item;
  readonly version: number;
  readonly removed: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
};

export type KeptDay = DayCount & { readonly changedAt: Date; readonly changedBy: string };

/** Who keeps something, and when. */
export type By = { readonly partnership: string; readonly name: string; readonly now: Date };

/** Every crisis of the partnership, or of one place: what is active first, then the newest. */
export async function crisesOf(tx: Work, place?: string): Promise<readonly KeptCrisis[]> {
  const rows = await chosen(tx)
    .$if(place !== undefined, (query) => query.where('c.place_id', '=', place ?? ''))
    .orderBy(sql`(c.state = 'active') desc`)
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id')
    .execute();
  return rows.map(kept);
}

/** The one that is active; null while none is. */
export async function activeCrisis(tx: Work): Promise<KeptCrisis | null> {
  const row = await chosen(tx).where('c.state', '=', 'active').executeTakeFirst();
  return row === undefined ? null : kept(row);
}

/** One crisis; with `hold` kept from changing under the asker's hands until the work is done. */
export async function crisisOf(tx: Work, id: string, hold = false): Promise<KeptCrisis | null> {
  const asked = chosen(tx).where('c.id', '=', id);
  const row = await (hold ? asked.forUpdate('c') : asked).executeTakeFirst();
  return row === undefined ? null : kept(row);
}

/** Makes a crisis with every line of its board, of none of which anything is known yet. */
export async function addCrisis(
  tx: Work,
  by: By,
  place: string,
  fields: CrisisFields,
): Promise<string> {
  const { id } = await tx
    .insertInto('crisis')
    .values({
      ...{ partnership_id: by.partnership, place_id: place, ...written(fields) },
      ...{ made_at: by.now, changed_at: by.now, changed_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lines = lineCodes.map((line): Item => ({
    kind: 'line',
    line,
    status: 'not-known',
    says: '',
  }));
  await addItems(tx, by, id, lines);
  return id;
}

export async function changeCrisis(tx: Work, by: By, after: KeptCrisis): Promise<void> {
  await tx
    .updateTable('crisis')
    .set({
      ...written(after),
      state: after.state,
      ...{ activated_at: after.activatedAt, activated_by_name: after.activatedBy },
      ...{ ended_at: after.endedAt, reviewed_at: after.reviewedAt },
      ...{ version: after.version + 1, changed_at: by.now, changed_by_name: by.name },
    })
    .where('id', '=', after.id)
    .execute();
}

/** What stands on a crisis's plan and board, in the order it came; what was taken away is not among it. */
export async function itemsOf(tx: Work, crisis: string): Promise<readonly KeptItem[]> {
  const rows = await items(tx)
    .where('crisis_id', '=', crisis)
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(itemIn);
}

/** One of them, taken away or not, kept from changing under the asker's hands. */
export async function itemToChange(tx: Work, id: string): Promise<KeptItem | null> {
  const row = await items(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : itemIn(row);
}

/** Adds items in one statement, in their order, and gives their ids. */
export async function addItems(
  tx: Work,
  by: By,
  crisis: string,
  contents: readonly Item[],
): Promise<readonly string[]> {
  const rows = await tx
    .insertInto('crisis_item')
    .values(
      contents.map((content, position) => ({
        ...{ partnership_id: by.partnership, crisis_id: crisis, kind: content.kind },
        ...{ content: JSON.stringify(content), position },
        ...{ made_at: by.now, changed_at: by.now, changed_by_name: by.name },
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function changeItem(
  tx: Work,
  by: Omit<By, 'partnership'>,
  after: Pick<KeptItem, 'id' | 'content' | 'removed' | 'version'>,
): Promise<void> {
  await tx
    .updateTable('crisis_item')
    .set({
      content: JSON.stringify(after.content),
      removed_at: after.removed ? by.now : null,
      ...{ version: after.version + 1, changed_at: by.now, changed_by_name: by.name },
    })
    .where('id', '=', after.id)
    .execute();
}

/** Puts new contents into items, in one statement; who changed them last stays as it was. */
export async function refill(
  tx: Work,
  contents: readonly Pick<KeptItem, 'id' | 'content'>[],
): Promise<void> {
  if (contents.length === 0) return;
  await sql`update crisis_item i set content = n.content, version = i.version + 1
    from jsonb_to_recordset(${JSON.stringify(contents)}::jsonb) as n (id uuid, content jsonb)
    where i.id = n.id`.execute(tx);
}

/** What was counted, day by day. */
export async function daysOf(tx: Work, crisis: string): Promise<readonly KeptDay[]> {
  return tx
    .selectFrom('crisis_count')
    .where('crisis_id', '=', crisis)
    .orderBy('day')
    .select(['day', 'concerns', 'again', 'changed_at as changedAt', 'changed_by_name as changedBy'])
    .execute();
}

/** Keeps the counts of a day in place of those that were there. */
export async function putDay(tx: Work, by: By, crisis: string, counts: DayCount): Promise<void> {
  const row = { ...counts, changed_at: by.now, changed_by_name: by.name };
  await tx
    .insertInto('crisis_count')
    .values({ ...row, partnership_id: by.partnership, crisis_id: crisis })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'crisis_id', 'day']).doUpdateSet(row),
    )
    .execute();
}

/** What happened, oldest first. */
export async function eventsOf(tx: Work, crisis: string) {
  return tx
    .selectFrom('crisis_event')
    .where('crisis_id', '=', crisis)
    .orderBy('at')
    .orderBy('id')
    .select(['at', 'what', 'says', 'by_name as by'])
    .execute();
}

export type Event = { readonly what: string; readonly says: string };

export async function addEvent(tx: Work, by: By, crisis: string, event: Event): Promise<void> {
  await tx
    .insertInto('crisis_event')
    .values({
      ...{ partnership_id: by.partnership, crisis_id: crisis, at: by.now },
      ...{ ...event, by_name: by.name },
    })
    .execute();
}

/** The smallest count that the partnership shows. */
export async function leastCellOf(tx: Work, partnership: string): Promise<number> {
  const { least } = await tx
    .selectFrom('partnership')
    .where('id', '=', partnership)
    .select('least_cell as least')
    .executeTakeFirstOrThrow();
  return least;
}

function chosen(tx: Work) {
  return tx
    .selectFrom('crisis as c')
    .innerJoin('place as p', 'p.id', 'c.place_id')
    .select([
      'c.id',
      'c.place_id as placeId',
      'p.name as placeName',
      'c.title',
      'c.type',
      'c.phase',
      'c.state',
      'c.starts_on as startsOn',
      'c.ends_on as endsOn',
      'c.source',
      'c.source_url as sourceUrl',
      'c.trigger_rule as triggerRule',
      'c.affected',
      'c.irregular',
      'c.activated_at as activatedAt',
      'c.activated_by_name as activatedBy',
      'c.ended_at as endedAt',
      'c.reviewed_at as reviewedAt',
      'c.version',
      'c.changed_at as changedAt',
      'c.changed_by_name as changedBy',
    ]);
}

function kept({
  placeId,
  placeName,
  ...row
}: Omit<KeptCrisis, 'place'> & {
  readonly placeId: string;
  readonly placeName: string;
}): KeptCrisis {
  return { ...row, place: { id: placeId, name: placeName } };
}

function written(fields: CrisisFields) {
  return {
    ...{ title: fields.title, type: fields.type, phase: fields.phase },
    ...{ starts_on: fields.startsOn, ends_on: fields.endsOn },
    ...{ source: fields.source, source_url: fields.sourceUrl, trigger_rule: fields.triggerRule },
    ...{ affected: fields.affected, irregular: fields.irregular },
  };
}

function items(tx: Work) {
  return tx
    .selectFrom('crisis_item')
    .select([
      'id',
      'crisis_id as crisis',
      'content',
      'version',
      'removed_at as removedAt',
      'changed_at as changedAt',
      'changed_by_name as changedBy',
    ]);
}

function itemIn({
  removedAt,
  content,
  ...row
}: Omit<KeptItem, 'content' | 'removed'> & {
  readonly content: unknown;
  readonly removedAt: Date | null;
}): KeptItem {
  return { ...row, content: Item.parse(content), removed: removedAt !== null };
}
