import { randomUUID } from 'node:crypto';
import type { Register, StudyFate } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import { columnsOf } from './source-store.ts';
import { contentOf } from './study-store.ts';

/** A register before and after files came in, and what became of the rows of tables of studies. */
export type Brought = {
  readonly before: Register;
  readonly after: Register;
  readonly fates: readonly StudyFate[];
};

/** Rows to a statement: well under the number of values that the database takes at once. */
const atOnce = 500;

/** Writes what came in: new and filled sources, studies, an account of every record, and suggested merges. */
export async function keepBrought(
  tx: Work,
  by: By,
  at: {
    readonly kind: 'references' | 'studies' | 'starter';
    readonly title: string;
    readonly now: Date;
  },
  { before, after, fates }: Brought,
): Promise<string> {
  const own = { partnership_id: by.partnership };
  const known = new Map(before.sources.map((source) => [source.id, source]));
  const fresh = after.sources.filter(({ id }) => !known.has(id));
  const ids = new Map(fresh.map(({ id }) => [id, randomUUID()]));
  const idOf = (id: string) => ids.get(id) ?? id;
  const arrivals = after.arrivals.slice(before.arrivals.length);
  const of = (fate: string) => arrivals.filter((each) => each.fate === fate).length;
  const counts = {
    ...{ new: of('new'), duplicate: of('duplicate') },
    ...{ rejected: of('rejected'), studies: fates.filter(({ fate }) => fate === 'new').length },
  };
  const { id: brought } = await tx
    .insertInto('evidence_import')
    .values({
      ...own,
      kind: at.kind,
      title: at.title,
      counts: JSON.stringify(counts),
      by_name: by.name,
      at: at.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const from = { ...own, import_id: brought };
  for (const part of parts(fresh))
    await tx
      .insertInto('evidence_source')
      .values(
        part.map(({ id, reference }) => ({
          ...{ ...from, id: idOf(id), added_by: by.name },
          ...columnsOf(reference),
        })),
      )
      .execute();
  for (const { id, reference } of after.sources) {
    const stood = known.get(id)?.reference;
    if (
      stood !== undefined &&
      stood !== reference &&
      JSON.stringify(stood) !== JSON.stringify(reference)
    )
      await tx
        .updateTable('evidence_source')
        .set({ ...columnsOf(reference), changed_at: at.now })
        .where('id', '=', id)
        .execute();
  }
  await keepStanding(tx, from, { arrivals, suggestions: after.suggestions, idOf });
  await keepStudies(tx, { ...from, added_by: by.name }, { before, after, idOf });
  const note = `${counts.new} new, ${counts.duplicate} there already, ${counts.rejected} rejected`;
  const change = { kind: 'import' as const, record: brought, title: at.title, what: 'imported' };
  await noteChange(tx, by, { ...change, note });
  return brought;
}

type From = { readonly partnership_id: string; readonly import_id: string };
type IdOf = (id: string) => string;

async function keepStanding(
  tx: Work,
  from: From,
  {
    arrivals,
    suggestions,
    idOf,
  }: Pick<Register, 'arrivals' | 'suggestions'> & { readonly idOf: IdOf },
): Promise<void> {
  const merged = await mergedInto(tx);
  const standing = (id: string) => merged.get(idOf(id)) ?? idOf(id);
  for (const part of parts(arrivals))
    await tx
      .insertInto('evidence_arrival')
      .values(
        part.map(({ source, ...arrival }) => ({
          ...{ ...from, ...arrival },
          source_id: source === null ? null : standing(source),
        })),
      )
      .execute();
  const pairs = new Map(
    suggestions.map((each) => [`${idOf(each.id)} ${standing(each.of)}`, each] as const),
  );
  for (const part of parts([...pairs.values()]))
    await tx
      .insertInto('evidence_suggestion')
      .values(
        part.map(({ id, of, because, likeness }) => ({
          ...{ partnership_id: from.partnership_id, source_id: idOf(id), of_id: standing(of) },
          ...{ because, likeness },
        })),
      )
      .onConflict((conflict) => conflict.columns(['source_id', 'of_id']).doNothing())
      .execute();
}

async function mergedInto(tx: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('evidence_source')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, merged_into: into }) => [id, into ?? id]));
}

async function keepStudies(
  tx: Work,
  from: From & { readonly added_by: string },
  { before, after, idOf }: Pick<Brought, 'before' | 'after'> & { readonly idOf: IdOf },
): Promise<void> {
  const there = new Set(before.studies.map(({ id }) => id));
  for (const part of parts(after.studies.filter(({ id }) => !there.has(id))))
    await tx
      .insertInto('evidence_study')
      .values(
        part.map((study) => ({
          ...{ ...from, title: study.title, year: study.year, content: contentOf(study) },
          source_id: study.source === null ? null : idOf(study.source),
          ...{ origin: study.origin.split(':')[0] ?? '', origin_key: study.origin },
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['partnership_id', 'origin', 'origin_key'])
          .where('origin_key', '!=', '')
          .doNothing(),
      )
      .execute();
}

function parts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) =>
    all.slice(at * atOnce, (at + 1) * atOnce),
  );
}
