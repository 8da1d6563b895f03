import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Instruments by version, waves of one version, the targets of a wave, and their answers key by key. A target names
// an organisation or a partnership of the directory without a reference: entries there are merged or marked as
// removed, never deleted, and a wave must stay what it was.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...locks]) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'survey_instrument',
    'survey_wave',
    'survey_target',
    'survey_answer',
    'survey_file',
    'survey_clean_up',
    'survey_result',
  ]);
}

const key = 'id uuid primary key default gen_random_uuid()';
const owner = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const ofWave = 'wave_id uuid not null references survey_wave on delete cascade';
const ofTarget = 'target_id uuid not null references survey_target on delete cascade';

const tables = [
  `create table survey_instrument (
    ${key}, ${owner}, code text not null, version int not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'locked')),
    shipped boolean not null default false, content jsonb not null,
    made_at ${stamp}, changed_at ${stamp}, unique (partnership_id, code, version))`,

  `create table survey_wave (
    ${key}, ${owner},
    instrument_id uuid not null references survey_instrument on delete restrict,
    round_id uuid references cycle_round on delete set null,
    compares_with uuid references survey_wave on delete set null,
    title text not null, state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    closes_on date, remind_after_days int not null default 7,
    made_at ${stamp}, opened_at timestamptz, closed_at timestamptz)`,
  `create index survey_wave_by_partnership on survey_wave (partnership_id)`,
  `create index survey_wave_by_instrument on survey_wave (instrument_id)`,

  `create table survey_target (
    ${key}, ${owner}, ${ofWave},
    label text not null, organisation_id uuid, listed_id uuid,
    contact text not null default '', email text, language text not null default '',
    link_seed text not null, token_hash text not null unique, made_at ${stamp},
    invited_at timestamptz, last_sent_at timestamptz, reminders int not null default 0,
    opened_at timestamptz, consented_at timestamptz, consent_language text not null default '',
    finished_at timestamptz,
    clean_up text not null default 'waiting' check (clean_up in ('waiting', 'kept', 'merged', 'removed')),
    merged_into uuid references survey_target on delete set null, check (merged_into <> id))`,
  `create index survey_target_by_wave on survey_target (wave_id)`,

  `create table survey_answer (
    ${ofTarget}, key text not null, ${owner}, ${ofWave}, value jsonb,
    typed_at timestamptz not null, saved_at ${stamp}, primary key (target_id, key))`,
  `create index survey_answer_by_wave on survey_answer (wave_id)`,

  `create table survey_file (
    ${key}, ${owner}, ${ofWave}, ${ofTarget}, answer_key text not null,
    name text not null, type text not null, size int not null, sha256 text not null,
    stored_as text not null, at ${stamp})`,
  `create index survey_file_by_target on survey_file (target_id)`,

  // Every decision about an answer set, one after the other; undoing one is another.
  `create table survey_clean_up (
    ${key}, ${owner}, ${ofTarget}, from_state text not null, to_state text not null,
    from_merged uuid, into_target uuid, reason text not null default '', by_name text not null,
    at ${stamp}, undone boolean not null default false)`,
  `create index survey_clean_up_by_target on survey_clean_up (target_id, at)`,

  // What confidential questions gave when the wave closed. Worked out once, so that nobody can tell one answer by
  // taking its answer set out and looking again.
  `create table survey_result (
    wave_id uuid primary key references survey_wave on delete cascade, ${owner},
    content jsonb not null, at ${stamp})`,
];

// What has been answered stays what was asked, whatever the application thinks.
const locks = [
  `create function survey_instrument_stays() returns trigger language plpgsql as $$ begin
    if old.state = 'locked' and (new.content <> old.content or new.state <> 'locked'
      or new.version <> old.version or new.code <> old.code)
    then raise exception 'an answered instrument never changes' using errcode = '23514'; end if;
    return new; end $$`,
  `create trigger survey_instrument_stays before update on survey_instrument
    for each row execute function survey_instrument_stays()`,
];
