import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Which publications two people look through, what each of them decided without seeing the other, and what a person
// settled where they differed.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'screening_batch',
    'screening_source',
    'screening_decision',
    'screening_settled',
  ]);
}

const owner = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const batch = 'batch_id uuid not null references screening_batch on delete cascade';
const source = 'source_id uuid not null references evidence_source on delete cascade';
const stage = `stage text not null check (stage in ('title-abstract', 'full-text'))`;
const words = "text not null default ''";

const tables = [
  `create table screening_batch (
    id uuid primary key default gen_random_uuid(), ${owner}, title text not null,
    protocol_id uuid references evidence_protocol on delete set null,
    first_person uuid references person on delete set null, first_name text not null,
    second_person uuid references person on delete set null, second_name text not null,
    reasons jsonb not null, look_for jsonb not null default '[]', look_out jsonb not null default '[]',
    made_by ${words}, made_at ${stamp}, check (first_person <> second_person))`,
  `create index screening_batch_by_partnership on screening_batch (partnership_id, made_at)`,
  // A publication is in one batch at most: it is looked through once.
  `create table screening_source (
    ${owner}, ${batch}, ${source}, position int not null check (position > 0),
    primary key (batch_id, source_id), unique (source_id))`,
  // A decision taken back stays as a row without one, so that a later copy of it cannot come back to life.
  `create table screening_decision (
    ${owner}, ${batch}, ${source}, ${stage}, person_id uuid not null references person on delete cascade,
    decision text check (decision in ('include', 'exclude', 'unsure')), reason ${words},
    typed_at timestamptz not null, at timestamptz not null,
    primary key (source_id, stage, person_id))`,
  `create index screening_decision_by_batch on screening_decision (batch_id)`,
  `create table screening_settled (
    ${owner}, ${batch}, ${source}, ${stage},
    decision text not null check (decision in ('include', 'exclude')), reason ${words},
    note text not null, by_name text not null, at timestamptz not null,
    primary key (source_id, stage))`,
  `create index screening_settled_by_batch on screening_settled (batch_id)`,
];
