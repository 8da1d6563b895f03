import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// The partnerships that are mapped, who belongs to them, and how that came to be known. "listed" tells a mapped
// partnership from the one that keeps the list. What a profile says is one document that the directory's schema
// checks; only what rows are found, joined or barred by stands in columns of its own.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'directory_import',
    'listed_partnership',
    'listed_organisation',
    'listed_membership',
    'listed_change',
    'clean_up_item',
    'organisation_alias',
    'code_list',
  ]);
}

const key = 'id uuid primary key default gen_random_uuid()';
const owner = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const brought = 'import_id uuid references directory_import on delete set null';

const tables = [
  `create table directory_import (
    ${key}, ${owner}, title text not null, counts jsonb not null,
    by_name text not null default '', at ${stamp}, undone_at timestamptz)`,

  // Merging leaves both rows as they are and points from one to the other, so that it can be undone.
  `create table listed_partnership (
    ${key}, ${owner}, name text not null, content jsonb not null,
    source text not null default '', source_key text not null default '',
    verified_on date, verified_by text not null default '',
    merged_into uuid references listed_partnership on delete set null, ${brought},
    edited_at timestamptz, removed_at timestamptz, made_at ${stamp}, changed_at ${stamp},
    check (merged_into <> id))`,
  `create index listed_partnership_by_partnership on listed_partnership (partnership_id)`,
  `create unique index listed_partnership_by_source
    on listed_partnership (partnership_id, source, source_key) where source_key <> ''`,

  `create table listed_organisation (
    ${key}, ${owner}, name text not null, sector text not null default 'other',
    content jsonb not null,
    merged_into uuid references listed_organisation on delete set null, ${brought},
    edited_at timestamptz, removed_at timestamptz, made_at ${stamp}, changed_at ${stamp},
    check (merged_into <> id))`,
  `create index listed_organisation_by_partnership on listed_organisation (partnership_id)`,

  `create table listed_membership (
    ${key}, ${owner},
    listed_id uuid not null references listed_partnership on delete cascade,
    organisation_id uuid not null references listed_organisation on delete cascade,
    role text not null default 'core', content jsonb not null default '{}',
    as_written text not null default '', started_on date, ended_on date, ${brought},
    made_at ${stamp})`,
  `create index listed_membership_by_listed on listed_membership (listed_id)`,
  `create index listed_membership_by_organisation on listed_membership (organisation_id)`,

  // What became of a partnership or an organisation, step by step. "before" is what undoing goes back to.
  `create table listed_change (
    ${key}, ${owner}, kind text not null check (kind in ('partnership', 'organisation')),
    record uuid not null, what text not null, before jsonb, note text not null default '',
    by_name text not null default '', at ${stamp}, ${brought})`,
  `create index listed_change_by_record on listed_change (record, at)`,

  `create table clean_up_item (
    ${key}, ${owner}, ${brought},
    listed_id uuid references listed_partnership on delete cascade,
    kind text not null, file text not null default '', row int, col text not null default '',
    text text not null default '', details jsonb not null default '{}',
    suggestions jsonb not null default '[]',
    state text not null default 'open' check (state in ('open', 'settled', 'dismissed')),
    decision jsonb, reason text not null default '',
    decided_by text not null default '', decided_at timestamptz, made_at ${stamp})`,
  `create index clean_up_item_by_partnership on clean_up_item (partnership_id, state)`,

  // What people have said about a spelling: this organisation it is, or this one it is not.
  `create table organisation_alias (
    ${key}, ${owner}, key text not null,
    organisation_id uuid not null references listed_organisation on delete cascade,
    refused boolean not null default false, by_name text not null default '', at ${stamp},
    unique (partnership_id, key, organisation_id))`,

  // A partnership's own version of a list of codes; what Freehold ships stands in the program.
  `create table code_list (
    ${key}, ${owner}, list text not null, version int not null, content jsonb not null,
    by_name text not null default '', at ${stamp}, unique (partnership_id, list, version))`,
];
