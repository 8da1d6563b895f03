import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Composite indices. What an index is made of is one JSON document that core checks. Every time it is kept a version
// is added and none is changed, so that a number that somebody quoted can be worked out again.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['composite_index', 'composite_index_version']);
}

const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const id = 'id uuid primary key default gen_random_uuid()';

const tables = [
  // The counts and the notice are of its newest version, so that a list need not open any.
  `create table composite_index (
    ${id}, ${partnership}, title text not null, note text not null default '',
    units int not null, indicators int not null, notice boolean not null default false,
    revision int not null default 1 check (revision > 0), removed_at timestamptz, made_at ${stamp})`,
  `create index composite_index_by_partnership on composite_index (partnership_id)`,
  `create table composite_index_version (
    ${id}, ${partnership}, index_id uuid not null references composite_index on delete cascade,
    number int not null check (number > 0), content jsonb not null,
    note text not null default '', by_name text not null default '', at ${stamp},
    unique (index_id, number))`,
];
