import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// The register of what is known: publications, the studies in them, claims and the people who judge them. What a
// reference, a study or a search says is one document that the room's schemas check; only what rows are found,
// joined or barred by stands in columns of its own.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'evidence_import',
    'evidence_source',
    'evidence_arrival',
    'evidence_suggestion',
    'evidence_study',
    'evidence_grade',
    'evidence_grade_settled',
    'evidence_group',
    'evidence_group_member',
    'evidence_claim',
    'evidence_claim_version',
    'evidence_claim_study',
    'evidence_group_decision',
    'evidence_protocol',
    'evidence_rule',
    'evidence_change',
  ]);
}

const key = 'id uuid primary key default gen_random_uuid()';
const owner = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const study = 'study_id uuid not null references evidence_study on delete cascade';
const claim = 'claim_id uuid not null references evidence_claim on delete cascade';
const group = 'group_id uuid not null references evidence_group on delete cascade';
const scale = `scale text not null
  check (scale in ('maryland', 'weight', 'grade', 'nesta', 'amstar', 'verdict')),
  outcome text not null default ''`;

const tables = [
  `create table evidence_import (
    ${key}, ${owner}, kind text not null check (kind in ('references', 'studies', 'starter')),
    title text not null, counts jsonb not null, by_name text not null default '', at ${stamp})`,

  // A merged publication stays, and points to the one that stands, so that a merge can be undone.
  `create table evidence_source (
    ${key}, ${owner}, title text not null, title_key text not null, year int,
    doi text not null default '', authors text not null default '', type text not null,
    sort text not null default 'unknown' check (sort in
      ('peer-reviewed', 'grey', 'evaluation', 'official', 'testimony', 'unknown')),
    route text not null default 'reviewer' check (route in ('reviewer', 'public')),
    licence text not null default '', note text not null default '', reference jsonb not null,
    merged_into uuid references evidence_source on delete set null,
    import_id uuid references evidence_import on delete set null,
    added_by text not null default '', added_at ${stamp}, changed_at ${stamp}, removed_at timestamptz,
    check (merged_into <> id))`,
  `create index evidence_source_by_partnership on evidence_source (partnership_id, title_key)`,
  `create index evidence_source_by_doi on evidence_source (partnership_id, doi) where doi <> ''`,

  // Every record of every file that was brought in has a row here, whatever became of it.
  `create table evidence_arrival (
    ${key}, ${owner}, import_id uuid not null references evidence_import on delete cascade,
    file text not null, number int not null, row int not null,
    fate text not null check (fate in ('new', 'duplicate', 'rejected')),
    source_id uuid references evidence_source on delete set null, because text not null default '')`,
  `create index evidence_arrival_by_import on evidence_arrival (import_id)`,
  `create index evidence_arrival_by_source on evidence_arrival (source_id)`,

  `create table evidence_suggestion (
    ${key}, ${owner}, source_id uuid not null references evidence_source on delete cascade,
    of_id uuid not null references evidence_source on delete cascade,
    because text not null, likeness double precision not null,
    state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
    decided_by text not null default '', decided_at timestamptz, unique (source_id, of_id))`,
  `create index evidence_suggestion_by_partnership on evidence_suggestion (partnership_id, state)`,

  `create table evidence_study (
    ${key}, ${owner}, source_id uuid references evidence_source on delete set null,
    title text not null, year int, content jsonb not null,
    origin text not null default '', origin_key text not null default '',
    import_id uuid references evidence_import on delete set null,
    added_by text not null default '', made_at ${stamp}, changed_at ${stamp}, removed_at timestamptz)`,
  `create index evidence_study_by_partnership on evidence_study (partnership_id)`,
  `create index evidence_study_by_source on evidence_study (source_id)`,
  `create unique index evidence_study_by_origin
    on evidence_study (partnership_id, origin, origin_key) where origin_key <> ''`,

  // What one person gave a study on one scale, and what stands where two differ.
  `create table evidence_grade (
    ${key}, ${owner}, ${study}, ${scale}, person_id uuid not null references person on delete cascade,
    by_name text not null, value jsonb not null, note text not null default '', at ${stamp},
    unique (study_id, scale, outcome, person_id))`,
  `create table evidence_grade_settled (
    ${owner}, ${study}, ${scale}, value jsonb not null, by_name text not null, reason text not null,
    at ${stamp}, primary key (study_id, scale, outcome))`,

  `create table evidence_group (
    ${key}, ${owner}, name text not null, theme text not null default '',
    purpose text not null default '', survivor_seats int not null default 1,
    made_at ${stamp}, changed_at ${stamp}, removed_at timestamptz)`,
  `create table evidence_group_member (
    ${key}, ${owner}, ${group}, name text not null, content jsonb not null, left_on date,
    made_at ${stamp})`,
  `create index evidence_group_member_by_group on evidence_group_member (group_id)`,

  `create table evidence_claim (
    ${key}, ${owner}, statement text not null, theme text not null default '',
    status text not null default 'draft' check (status in
      ('draft', 'in-assessment', 'consultation', 'published', 'superseded')),
    version int not null default 1, content jsonb not null, review_by date, last_review_on date,
    group_id uuid references evidence_group on delete set null,
    made_by text not null default '', made_at ${stamp}, changed_at ${stamp}, removed_at timestamptz)`,
  `create index evidence_claim_by_partnership on evidence_claim (partnership_id, theme)`,
  `create table evidence_claim_study (
    ${owner}, ${claim}, ${study}, stance text not null check (stance in
      ('supports', 'contradicts', 'qualifies')), note text not null default '',
    primary key (claim_id, study_id))`,
  `create index evidence_claim_study_by_study on evidence_claim_study (study_id)`,
  // A claim as it was, with its studies, the rule and what followed from them that day.
  `create table evidence_claim_version (
    ${key}, ${owner}, ${claim}, version int not null, content jsonb not null,
    note text not null default '', by_name text not null default '', at ${stamp},
    unique (claim_id, version))`,

  `create table evidence_group_decision (
    ${key}, ${owner}, ${group}, claim_id uuid references evidence_claim on delete set null,
    decided_on date not null, decision text not null, dissent text not null default '',
    by_name text not null default '', made_at ${stamp})`,
  `create index evidence_group_decision_by_group on evidence_group_decision (group_id)`,

  `create table evidence_protocol (
    ${key}, ${owner}, title text not null, content jsonb not null, updated_on date,
    made_at ${stamp}, changed_at ${stamp}, removed_at timestamptz)`,
  `create index evidence_protocol_by_partnership on evidence_protocol (partnership_id)`,

  // A partnership's own numbers for the rule of confidence; without a row the usual ones hold.
  `create table evidence_rule (
    partnership_id uuid primary key references partnership on delete cascade,
    content jsonb not null, reason text not null, by_name text not null default '', at ${stamp})`,

  `create table evidence_change (
    ${key}, ${owner}, kind text not null, record uuid, title text not null default '',
    what text not null, note text not null default '', by_name text not null default '', at ${stamp})`,
  `create index evidence_change_by_partnership on evidence_change (partnership_id, at)`,
];
