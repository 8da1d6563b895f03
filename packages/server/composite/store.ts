import { IndexDefinition, noticesOf, type OpenedIndex } from '@freehold/core/composite';
import type { Work } from '../database/within.ts';

/** An index as it stands in a list. `revision` is the number of its newest version. */
export type ListedIndex = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly units: number;
  readonly indicators: number;
  readonly notice: boolean;
  readonly revision: number;
  readonly removed: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
};

export type KeptVersion = {
  readonly id: string;
  readonly number: number;
  readonly note: string;
  readonly byName: string;
  readonly at: Date;
};

/** Who keeps something, and whose partnership it is. */
export type By = { readonly partnership: string; readonly name: string };

/** What is kept at one go: the definition with its tables as they were read, why, and when. */
export type Keeping = {
  readonly content: IndexDefinition;
  readonly opened: OpenedIndex;
  readonly note: string;
  readonly at: Date;
};

/** Every index of the partnership, removed ones too, what was changed last first. One statement. */
export async function indicesOf(tx: Work): Promise<readonly ListedIndex[]> {
  const rows = await chosen(tx).orderBy('v.at', 'desc').orderBy('i.id').execute();
  return rows.map(listed);
}

/** One index, removed or not; with `hold` kept from changing until the work is done. */
export async function indexOf(tx: Work, id: string, hold = false): Promise<ListedIndex | null> {
  const asked = chosen(tx).where('i.id', '=', id);
  const row = await (hold ? asked.forUpdate('i') : asked).executeTakeFirst();
  return row === undefined ? null : listed(row);
}

/** The versions of an index, the newest first, without what they hold. */
export function versionsOf(tx: Work, index: string): Promise<KeptVersion[]> {
  return tx
    .selectFrom('composite_index_version')
    .where('index_id', '=', index)
    .select(['id', 'number', 'note', 'by_name as byName', 'at'])
    .orderBy('number', 'desc')
    .execute();
}

/** What a version of an index holds: the one with this id, or the newest. Null where there is none. */
export async function versionOf(
  tx: Work,
  index: string,
  version: string | null,
): Promise<(KeptVersion & { readonly content: IndexDefinition }) | null> {
  const row = await tx
    .selectFrom('composite_index_version')
    .where('index_id', '=', index)
    .$if(version !== null, (asked) => asked.where('id', '=', version))
    .select(['id', 'number', 'note', 'by_name as byName', 'at', 'content'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, content: IndexDefinition.parse(row.content) };
}

export async function addIndex(tx: Work, by: By, keeping: Keeping): Promise<string> {
  const { id } = await tx
    .insertInto('composite_index')
    .values({ partnership_id: by.partnership, ...inBrief(keeping), made_at: keeping.at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addVersion(tx, by, { index: id, number: 1 }, keeping);
  return id;
}

/** Keeps a next version over the newest one, and gives its number. The caller holds the row. */
export async function keepNext(
  tx: Work,
  by: By,
  { id, revision }: Pick<ListedIndex, 'id' | 'revision'>,
  keeping: Keeping,
): Promise<number> {
  const number = revision + 1;
  await tx
    .updateTable('composite_index')
    .set({ ...inBrief(keeping), revision: number })
    .where('id', '=', id)
    .execute();
  await addVersion(tx, by, { index: id, number }, keeping);
  return number;
}

/** Puts an index away or takes it out again. False where there is none. */
export async function standIndex(tx: Work, id: string, removed: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('composite_index')
    .set({ removed_at: removed })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function addVersion(
  tx: Work,
  { partnership, name }: By,
  { index, number }: { readonly index: string; readonly number: number },
  { content, note, at }: Keeping,
): Promise<void> {
  await tx
    .insertInto('composite_index_version')
    .values({
      ...{ partnership_id: partnership, index_id: index, number, note, by_name: name, at },
      content: JSON.stringify(content),
    })
    .execute();
}

function inBrief({ content: { title, note, meta }, opened: { table, structure } }: Keeping) {
  const notice = noticesOf(meta).length > 0;
  const [units, indicators] = [table.units.length, structure.indicators.length];
  return { title, note, units, indicators, notice };
}

function chosen(tx: Work) {
  return tx
    .selectFrom('composite_index as i')
    .innerJoin('composite_index_version as v', (on) =>
      on.onRef('v.index_id', '=', 'i.id').onRef('v.number', '=', 'i.revision'),
    )
    .select([
      ...(['i.id', 'i.title', 'i.note', 'i.units', 'i.indicators', 'i.notice'] as const),
      ...(['i.revision', 'i.removed_at as removedAt'] as const),
      ...(['v.at as changedAt', 'v.by_name as changedBy'] as const),
    ]);
}

type Row = Omit<ListedIndex, 'removed'> & { readonly removedAt: Date | null };

function listed({ removedAt, ...rest }: Row): ListedIndex {
  return { ...rest, removed: removedAt !== null };
}
