import { z } from '@hono/zod-openapi';
import type { Fate } from '@freehold/core/evidence';
import type { Cell } from '@freehold/core/table';
import type { Work } from '../database/within.ts';

const Counts = z.object({
  new: z.number(),
  duplicate: z.number(),
  rejected: z.number(),
  studies: z.number().default(0),
});

export const ShownImport = z.object({
  id: z.string(),
  kind: z.enum(['references', 'studies', 'starter']),
  title: z.string(),
  counts: Counts,
  byName: z.string(),
  at: z.iso.datetime(),
});

/** What has been brought in, the newest first. */
export async function importsOf(tx: Work): Promise<z.infer<typeof ShownImport>[]> {
  const rows = await tx
    .selectFrom('evidence_import')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ id, kind, title, counts, by_name: byName, at }) => ({
    ...{ id, kind, title, byName, at: at.toISOString() },
    counts: Counts.parse(counts),
  }));
}

/** The account of an import as a table, a record a row; null where there is no such import. */
export async function arrivalsOf(
  tx: Work,
  id: string,
  fate: Fate | null,
): Promise<readonly (readonly Cell[])[] | null> {
  const there = await tx
    .selectFrom('evidence_import')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (there === undefined) return null;
  const rows = await tx
    .selectFrom('evidence_arrival as arrival')
    .leftJoin('evidence_source as source', 'source.id', 'arrival.source_id')
    .selectAll('arrival')
    .select('source.title')
    .where('arrival.import_id', '=', id)
    .$if(fate !== null, (query) => query.where('arrival.fate', '=', fate ?? 'new'))
    .orderBy('arrival.file')
    .orderBy('arrival.number')
    .execute();
  return [
    ['file', 'record', 'row', 'fate', 'because', 'source', 'source_title'],
    ...rows.map((row) => [
      ...[row.file, row.number, row.row, row.fate, row.because, row.source_id, row.title],
    ]),
  ];
}
