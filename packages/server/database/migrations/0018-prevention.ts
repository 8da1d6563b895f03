import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// What a partnership does to prevent, by which list of types it says so, and what it holds against it.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['intervention', 'intervention_type_list', 'prevention_setting']);
  for (const statement of unchanging) await sql.raw(statement).execute(db);
}

const stamp = 'timestamptz not null default now()';
const words = "text not null default ''";
const id = 'id uuid primary key default gen_random_uuid()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';

const tables = [
  `create table intervention (
    ${id}, ${partnership}, name text not null, content jsonb not null,
    version int not null default 1, touched jsonb not null default '{}',
    removed_at timestamptz, made_at ${stamp}, changed_at ${stamp}, changed_by_name ${words})`,
  `create index intervention_by_partnership on intervention (partnership_id, made_at)`,
  `create table intervention_type_list (
    ${id}, ${partnership}, version int not null check (version > 0), title text not null,
    content jsonb not null, in_use boolean not null default false,
    file_name ${words}, by_name text not null, made_at ${stamp}, unique (partnership_id, version))`,
  // At most one list stands in the place of the shipped one.
  `create unique index intervention_type_list_in_use
    on intervention_type_list (partnership_id) where in_use`,
  `create table prevention_setting (
    partnership_id uuid primary key references partnership on delete cascade,
    treat_share double precision check (treat_share > 0 and treat_share <= 1),
    context ${words}, changed_at ${stamp}, changed_by_name ${words})`,
];

const unchanging = [
  // What an intervention was called by stays readable: only which list is in use changes.
  `create function intervention_type_list_stays() returns trigger language plpgsql as $$ begin
    if new.content is distinct from old.content or new.version <> old.version then
      raise exception 'a list of types does not change; add a version' using errcode = '42501';
    end if;
    return new; end $$`,
  `create trigger intervention_type_list_stays before update on intervention_type_list
    for each row execute function intervention_type_list_stays()`,
];
