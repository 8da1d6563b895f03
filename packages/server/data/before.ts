import { sql, type RawBuilder } from 'kysely';

// What an import writes over is kept for as long as the import can be taken back: see undo.ts. What it writes carries
// its job, in the column `job_id`.

/** The columns that an import may write over, by table. What has none is only ever added. */
export const written = {
  observation: [
    ...['period_start', 'period_end', 'value', 'numerator', 'denominator', 'low', 'high'],
    ...['suppressed', 'note', 'saved_at'],
  ],
  place_parent: [],
  place_population: ['population', 'source'],
  place_boundary: ['geometry', 'source'],
  data_set: ['title', 'publisher', 'edition', 'licence', 'url', 'retrieved_on', 'note'],
  measure: [
    ...['title', 'definition', 'decimals', 'counts_people', 'detection', 'least_cell'],
    ...['zero_shown', 'breaks'],
  ],
  place: ['name', 'name_key', 'code_year', 'source'],
} as const;

export type WrittenTable = keyof typeof written;

/** A row's key as text; the row is called `t`. */
export function keyOf(table: WrittenTable): RawBuilder<string> {
  if (table === 'place_parent') return sql`t.child_id || ' ' || t.parent_id`;
  if (table === 'place_population') return sql`t.place_id || ' ' || t.year`;
  return table === 'place_boundary' ? sql`t.place_id::text` : sql`t.id::text`;
}

/** The job that writes. */
export type Writer = { readonly id: string; readonly partnership: string };

/** Notes the rows `t` of a table that `where` picks, as they stand before the statement it is part of. */
export function remember(
  { id, partnership }: Writer,
  table: WrittenTable,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into import_before (partnership_id, job_id, what, key, before)
    select ${partnership}::uuid, ${id}::uuid, ${table}::text, ${keyOf(table)}, to_jsonb(t)
    from ${sql.table(table)} t ${where}`;
}

/** Notes the rows that a file says as they are, whose keys are those of `keys` (one column, of that name). */
export function confirm(
  { id, partnership }: Writer,
  table: WrittenTable,
  keys: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into import_same (partnership_id, job_id, what, keys)
    select ${partnership}::uuid, ${id}::uuid, ${table}::text, array_agg(key)
    from (${keys}) as same (key) having count(*) > 0
    on conflict (job_id, what) do update set keys = import_same.keys || excluded.keys`;
}
