import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Theories of change. What a theory holds is one JSON document that core checks; `revision` counts its savings, so
// that whoever saves an older one is told. A version is a revision that somebody chose to keep.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['theory', 'theory_version', 'theory_comment']);
}

const stamp = 'timestamptz not null default now()';
const words = "text not null default ''";
const id = 'id uuid primary key default gen_random_uuid()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const ofTheory = 'theory_id uuid not null references theory on delete cascade';
const by = 'by_person uuid references person on delete set null, by_name text not null';

const tables = [
  `create table theory (
    ${id}, ${partnership}, place_id uuid references place on delete set null,
    title text not null, content jsonb not null,
    revision int not null default 1 check (revision > 0), removed_at timestamptz,
    made_at ${stamp}, changed_at ${stamp}, changed_by_name ${words})`,
  `create index theory_by_partnership on theory (partnership_id)`,
  `create table theory_version (
    ${id}, ${partnership}, ${ofTheory}, number int not null check (number > 0),
    note ${words}, title text not null, content jsonb not null, ${by}, made_at ${stamp},
    unique (theory_id, number))`,
  // `about` is the id of a node or link inside the document; null speaks of the theory as a whole.
  `create table theory_comment (
    ${id}, ${partnership}, ${ofTheory}, about text, text text not null, ${by},
    made_at ${stamp}, settled_at timestamptz, settled_by_name ${words})`,
  `create index theory_comment_by_theory on theory_comment (theory_id)`,
];
