import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Statements, the council scorecard, counts of training, complaints and worker voice; and remedy and recovery,
// as counts only: no row is about one person, and no column could hold one.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'statement',
    'statement_text',
    'statement_text_version',
    'statement_answer',
    'statement_step',
    'scorecard_answer',
    'diligence_count',
    'recovery_batch',
    'remedy_claim',
    'recovery_outcome',
    'remedy_barrier',
  ]);
}

const id = 'id uuid primary key default gen_random_uuid()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const words = "text not null default ''";
const statement = 'statement_id uuid not null references statement on delete cascade';
const batch = 'batch_id uuid not null references recovery_batch on delete cascade';
const version = 'version int not null default 1';
const changed = `changed_by_name ${words}, changed_at ${stamp}`;
const year = 'year int not null check (year between 2000 and 2100)';
const count = 'n int not null check (n >= 0)';

const tables = [
  // "facts" holds what the scope check and the approval ask for, in the form that core gives it.
  `create table statement (
    ${id}, ${partnership}, organisation text not null, organisation_key text not null,
    year_end date not null, facts jsonb not null, state text not null default 'draft'
      check (state in ('draft', 'approved')),
    ${version}, made_at ${stamp}, ${changed}, unique (partnership_id, organisation_key, year_end))`,
  `create table statement_text (
    ${partnership}, ${statement}, area text not null, written ${words}, ${version}, ${changed},
    primary key (statement_id, area))`,
  // What was written before: one row for each sitting of one person, so that typing does not fill the table.
  `create table statement_text_version (
    ${id}, ${partnership}, ${statement}, area text not null, version int not null,
    written text not null, by_name ${words}, at ${stamp}, unique (statement_id, area, version))`,
  `create table statement_answer (
    ${partnership}, ${statement}, item text not null, answer text not null, note ${words},
    ${changed}, primary key (statement_id, item))`,
  `create table statement_step (
    ${id}, ${partnership}, ${statement}, area text not null, what text not null,
    owner_role ${words}, due_on date, done_on date, removed_at timestamptz, made_at ${stamp})`,
  `create index statement_step_by_statement on statement_step (statement_id)`,

  `create table scorecard_answer (
    ${partnership}, ${year}, section text not null, level int check (level between 0 and 4),
    evidence ${words}, link ${words}, ${version}, ${changed},
    primary key (partnership_id, year, section))`,
  // A quarter of 0 is the whole year.
  `create table diligence_count (
    ${id}, ${partnership}, measure text not null, ${year},
    quarter int not null default 0 check (quarter between 0 and 4),
    ${count}, out_of int check (out_of >= n), source text not null, note ${words},
    removed_at timestamptz, ${changed}, unique (partnership_id, measure, year, quarter))`,

  // What one file gave. Of the files that hold a year the newest one counts, so that taking one out is the undo.
  `create table recovery_batch (
    ${id}, ${partnership}, kind text not null check (kind in ('claims', 'outcomes')),
    years jsonb not null, rows int not null, source text not null, by_name ${words},
    at ${stamp}, removed_at timestamptz)`,
  `create index recovery_batch_by_partnership on recovery_batch (partnership_id, kind, at)`,
  `create table remedy_claim (
    ${partnership}, ${batch}, ${year}, route text not null, outcome text not null,
    stage text not null, represented text not null, band ${words}, duration ${words}, ${count},
    primary key (batch_id, year, route, outcome, stage, represented, band, duration))`,
  `create table recovery_outcome (
    ${partnership}, ${batch}, ${year}, outcome text not null, point text not null,
    rater text not null, answer text not null, ${count},
    primary key (batch_id, year, outcome, point, rater, answer))`,

  `create table remedy_barrier (
    ${id}, ${partnership}, title text not null, detail ${words}, route ${words}, affects ${words},
    owner_organisation ${words}, owner_role ${words}, asks ${words}, status text not null
      default 'seen' check (status in ('seen', 'worked-on', 'removed', 'left')),
    reason ${words}, seen_on date not null, taken_out_at timestamptz, made_at ${stamp},
    changed_at ${stamp}, check (status not in ('removed', 'left') or reason <> ''))`,
];
