import type { z } from '@hono/zod-openapi';
import { duplicates, plainTitle, Reference } from '@freehold/core/evidence';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import { sourcesOf } from './known.ts';
import type { ShownSource, WrittenSource } from './source-shapes.ts';

/** A reference as the columns that it is found and told apart by. */
export function columnsOf(reference: Reference) {
  const { title, year, doi, type, authors } = reference;
  return {
    ...{ title, year, doi, type, title_key: plainTitle(title).slice(0, 500) },
    authors: authors.join('; ').slice(0, 2000),
    reference: JSON.stringify(reference),
  };
}

/**
 * Keeps a source that a person wrote. Problem `source-known`, with its id, where it is certainly there already;
 * what may be the same is put among the suggestions. [EV-3]
 */
export async function addSource(
  tx: Work,
  by: By,
  { reference, ...source }: WrittenSource,
): Promise<Outcome<string>> {
  const there = await sourcesOf(tx);
  const named = there.map((each) => ({ ...each.reference, id: each.id }));
  const like = duplicates([...named, { ...reference, id: 'new' }]).find(({ id }) => id === 'new');
  if (like?.certain === true)
    return refused(problem('source-known', { source: like.of }, { path: 'reference.title' }));
  const { id } = await tx
    .insertInto('evidence_source')
    .values({
      ...{ partnership_id: by.partnership, added_by: by.name, ...source },
      ...columnsOf(reference),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (like !== undefined)
    await tx
      .insertInto('evidence_suggestion')
      .values({
        ...{ partnership_id: by.partnership, source_id: id, of_id: like.of },
        ...{ because: like.because, likeness: like.likeness },
      })
      .execute();
  const title = reference.title;
  await noteChange(tx, by, { kind: 'source', record: id, title, what: 'added' });
  return fine(id);
}

/** Keeps a source as a person changed it; false where there is none. */
export async function changeSource(
  tx: Work,
  by: By,
  id: string,
  { reference, ...source }: WrittenSource,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('evidence_source')
    .set({ ...source, ...columnsOf(reference), changed_at: now })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  const title = reference.title;
  await noteChange(tx, by, { kind: 'source', record: id, title, what: 'changed' });
  return true;
}

/** Takes a source away, or brings it back. */
export async function removeSource(
  tx: Work,
  by: By,
  { id, removed, now }: { readonly id: string; readonly removed: boolean; readonly now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('evidence_source')
    .set({ removed_at: removed ? now : null })
    .where('id', '=', id)
    .returning('title')
    .executeTakeFirst();
  if (row === undefined) return false;
  const what = removed ? 'removed' : 'restored';
  await noteChange(tx, by, { kind: 'source', record: id, title: row.title, what });
  return true;
}

/** A source with where it came from, what was merged into it, and its studies; null where there is none. */
export async function sourceOf(tx: Work, id: string) {
  const row = await tx
    .selectFrom('evidence_source')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const arrivals = await tx
    .selectFrom('evidence_arrival')
    .select(['file', 'number', 'row', 'fate', 'because'])
    .where('source_id', '=', id)
    .orderBy('file')
    .orderBy('number')
    .limit(100)
    .execute();
  const studies = await tx
    .selectFrom('evidence_study')
    .select(['id', 'title', 'year'])
    .where('source_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('title')
    .limit(200)
    .execute();
  const merged = await tx
    .selectFrom('evidence_source')
    .select(['id', 'title', 'year', 'doi'])
    .where('merged_into', '=', id)
    .orderBy('title')
    .execute();
  const source: z.infer<typeof ShownSource> = {
    ...{ id, reference: Reference.parse(row.reference), sort: row.sort, route: row.route },
    ...{ licence: row.licence, note: row.note, addedBy: row.added_by },
    ...{ addedAt: row.added_at.toISOString(), studies: studies.length, arrivals: arrivals.length },
  };
  return { source, mergedInto: row.merged_into, arrivals, studies, merged };
}
