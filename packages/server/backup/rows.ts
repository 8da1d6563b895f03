import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../database/within.ts';
import type { Column, Table } from './catalogue.ts';

const wantedBytes = 1_000_000;
const most = 5000;

/**
 * A table's rows as JSON, one a line, in pages of about a megabyte. The database writes the JSON and reads it again,
 * so that no number or time passes through our hands and loses a digit. A JSON column is carried as its text: a JSON
 * null in it is not a missing value.
 */
export async function* pagesOf(tx: Work, table: Table): AsyncGenerator<readonly string[]> {
  await sql`declare page no scroll cursor for
    select row_to_json(r)::text as line
    from (select ${asRead(table.columns)} from ${sql.id(table.name)}) r`.execute(tx);
  for (let rows = 50; ;) {
    const lines = await fetched(tx, rows);
    if (lines.length === 0) break;
    yield lines;
    const bytes = lines.reduce((sum, line) => sum + line.length, 0);
    rows = Math.min(most, Math.max(1, Math.round((rows * wantedBytes) / bytes)));
  }
  await sql`close page`.execute(tx);
}

async function fetched(tx: Work, rows: number): Promise<readonly string[]> {
  const page = await sql<{ line: string }>`fetch forward ${sql.lit(rows)} from page`.execute(tx);
  return page.rows.map((row) => row.line);
}

/** Writes one page of rows as they were, counted-up numbers included; answers how many there are now. */
export async function addPage(
  tx: Work,
  table: Pick<Table, 'name' | 'columns'>,
  lines: readonly string[],
): Promise<number> {
  const json = `[${lines.join()}]`;
  const done = await sql`insert into ${sql.id(table.name)} (${idsOf(table.columns)})
    overriding system value
    select ${asWritten(table.columns)}
    from json_to_recordset(${json}::json) as r (${declared(table.columns)})`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

const isJson = (column: Pick<Column, 'type'>) => /^jsonb?(\[\])*$/.test(column.type);

const each = (columns: readonly Column[], write: (column: Column) => RawBuilder<unknown>) =>
  sql.join(columns.map(write), sql`, `);

function idsOf(columns: readonly Column[]) {
  return each(columns, ({ name }) => sql.id(name));
}

function asRead(columns: readonly Column[]) {
  return each(columns, (column) => {
    const id = sql.id(column.name);
    return isJson(column) ? sql`${id}::text as ${id}` : id;
  });
}

function asWritten(columns: readonly Column[]) {
  return each(columns, (column) => {
    const id = sql.id(column.name);
    return isJson(column) ? sql`${id}::${sql.raw(column.type)}` : id;
  });
}

// The types are the target's own, from its catalogue, never a word of the file.
function declared(columns: readonly Column[]) {
  return each(
    columns,
    (column) => sql`${sql.id(column.name)} ${sql.raw(isJson(column) ? 'text' : column.type)}`,
  );
}
