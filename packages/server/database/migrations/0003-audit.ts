import { sql, type Kysely } from 'kysely';

// Rows are added and read, never changed or removed: neither role has the right to.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const mine = `partnership_id = nullif(current_setting('freehold.partnership', true), '')::uuid`;

const statements = [
  `create table audit_entry (
    seq bigint primary key, at timestamptz not null,
    partnership_id uuid, person_id uuid, rater_id uuid,
    action text not null, record text not null, outcome text not null, hash text not null)`,
  `create index audit_entry_by_partnership on audit_entry (partnership_id, seq desc)`,
  `alter table audit_entry enable row level security`,
  `alter table audit_entry force row level security`,
  `create policy installation_reads on audit_entry for select to freehold_installation using (true)`,
  `create policy installation_adds on audit_entry for insert to freehold_installation with check (true)`,
  `create policy reads on audit_entry for select to freehold_app using (${mine})`,
  `grant select, insert on audit_entry to freehold_installation`,
  `grant select on audit_entry to freehold_app`,
];
