import { sql } from 'kysely';
import { Theory } from '@freehold/core/change';
import type { Work } from '../database/within.ts';

/** A theory as it is kept. `revision` counts its savings. */
export type StoredTheory = {
  readonly id: string;
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly theory: Theory;
  readonly revision: number;
  readonly removed: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
};

export type CountedTheory = StoredTheory & {
  readonly versions: number;
  readonly openComments: number;
};

/** Who keeps something, and whose partnership it is. */
export type By = { readonly partnership: string; readonly person: string; readonly name: string };

/** Every theory of the partnership, removed ones too, what was changed last first. One statement. */
export async function theoriesOf(tx: Work): Promise<readonly CountedTheory[]> {
  const rows = await chosen(tx)
    .select([
      sql<number>`(select count(*)::int from theory_version v where v.theory_id = t.id)`.as(
        'versions',
      ),
      sql<number>`(select count(*)::int from theory_comment c
        where c.theory_id = t.id and c.settled_at is null)`.as('openComments'),
    ])
    .orderBy('t.changed_at', 'desc')
    .orderBy('t.id')
    .execute();
  return rows.map(({ versions, openComments, ...row }) => ({
    ...read(row),
    ...{ versions, openComments },
  }));
}

/** One theory, removed or not; with `hold` kept from changing until the work is done. */
export async function theoryOf(tx: Work, id: string, hold = false): Promise<StoredTheory | null> {
  const asked = chosen(tx).where('t.id', '=', id);
  const row = await (hold ? asked.forUpdate('t') : asked).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function addTheory(
  tx: Work,
  by: By,
  {
    place,
    theory,
    at,
  }: { readonly place: string | null; readonly theory: Theory; readonly at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('theory')
    .values({
      ...{ partnership_id: by.partnership, place_id: place, ...content(theory) },
      ...{ made_at: at, changed_at: at, changed_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Saves a theory over its last revision, and gives the new one. The caller holds the row. */
export async function saveTheory(
  tx: Work,
  { name }: Pick<By, 'name'>,
  { id, revision }: Pick<StoredTheory, 'id' | 'revision'>,
  { theory, at }: { readonly theory: Theory; readonly at: Date },
): Promise<number> {
  await tx
    .updateTable('theory')
    .set({ ...content(theory), revision: revision + 1, changed_at: at, changed_by_name: name })
    .where('id', '=', id)
    .execute();
  return revision + 1;
}

export async function changeStanding(
  tx: Work,
  id: string,
  { place, removed }: { readonly place?: string | null; readonly removed?: boolean },
  at: Date,
): Promise<void> {
  const set = {
    ...(place !== undefined && { place_id: place }),
    ...(removed !== undefined && { removed_at: removed ? at : null }),
  };
  if (Object.keys(set).length === 0) return;
  await tx.updateTable('theory').set(set).where('id', '=', id).execute();
}

function content(theory: Theory) {
  return { title: theory.title, content: JSON.stringify(theory) };
}

function chosen(tx: Work) {
  return tx
    .selectFrom('theory as t')
    .leftJoin('place as p', 'p.id', 't.place_id')
    .select([
      ...(['t.id', 't.content', 't.revision'] as const),
      ...(['t.removed_at as removedAt', 't.changed_at as changedAt'] as const),
      ...([
        't.changed_by_name as changedBy',
        't.place_id as place',
        'p.name as placeName',
      ] as const),
    ]);
}

type Row = Omit<StoredTheory, 'place' | 'theory' | 'removed'> & {
  readonly place: string | null;
  readonly placeName: string | null;
  readonly content: unknown;
  readonly removedAt: Date | null;
};

function read({ place, placeName, content: kept, removedAt, ...rest }: Row): StoredTheory {
  return {
    ...rest,
    place: place === null || placeName === null ? null : { id: place, name: placeName },
    theory: Theory.parse(kept),
    removed: removedAt !== null,
  };
}
