import { sql, type Kysely } from 'kysely';

// Two roles stand between a request and the rows: `freehold_app` for work of one partnership, bound by the
// policies below, and `freehold_installation` for what belongs to nobody (signing in, resolving a link).
// A table with a column `partnership_id` belongs to a partnership; where the column may be null, a null row
// is shared by the whole installation: everybody reads it, only the installation writes it.

/** Puts the walls around tables that a migration has just made. */
export async function wallAround(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  await sql`grant usage on all sequences in schema public
    to freehold_app, freehold_installation`.execute(db);
  const { rows } = await sql<{ name: string; owned: boolean; shared: boolean }>`
    select table_name as name,
      bool_or(column_name = 'partnership_id') as owned,
      bool_or(column_name = 'partnership_id' and is_nullable = 'YES') as shared
    from information_schema.columns
    where table_schema = 'public' and table_name = any(${`{${tables.join()}}`}::text[])
    group by table_name`.execute(db);
  for (const table of rows) await wall(db, table);
}

const installationOnly = ['sign_in_link', 'session'];

async function wall(
  db: Kysely<unknown>,
  { name, owned, shared }: { name: string; owned: boolean; shared: boolean },
): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run(`alter table ${name} enable row level security`);
  await run(`alter table ${name} force row level security`);
  await run(`create policy installation on ${name} to freehold_installation using (true)`);
  await run(`grant select, insert, update, delete on ${name} to freehold_installation`);
  if (installationOnly.includes(name)) return;
  await run(`grant select, insert, update, delete on ${name} to freehold_app`);
  const setting = (what: string) => `nullif(current_setting('freehold.${what}', true), '')::uuid`;
  if (owned) {
    const mine = `partnership_id = ${setting('partnership')}`;
    const readable = shared ? `partnership_id is null or ${mine}` : mine;
    await run(`create policy reads on ${name} for select to freehold_app using (${readable})`);
    await run(`create policy adds on ${name} for insert to freehold_app with check (${mine})`);
    await run(`create policy changes on ${name} for update to freehold_app using (${mine})`);
    await run(`create policy removes on ${name} for delete to freehold_app using (${mine})`);
  } else if (name === 'partnership') {
    await run(`create policy own on partnership for all to freehold_app
      using (id = ${setting('partnership')})`);
  } else if (name === 'person') {
    // People are seen through a membership of the partnership one acts in, and everybody sees themselves.
    await run(`create policy known on person for select to freehold_app using (
      id = ${setting('person')} or exists (select 1 from membership m where m.person_id = person.id))`);
  }
}
