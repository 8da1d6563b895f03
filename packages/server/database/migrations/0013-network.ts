import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Networks that were brought in from files, and what a relationship survey gave once it was closed. Networks of
// memberships and of survey waves are made anew from what they rest on and are kept nowhere.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['network', 'relationship_result']);
}

const owner = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';

const tables = [
  `create table network (
    id uuid primary key default gen_random_uuid(), ${owner}, title text not null,
    format text not null check (format in ('csv', 'gexf', 'graphml')), directed boolean not null,
    nodes int not null, ties int not null, content jsonb not null,
    made_by text not null default '', made_at ${stamp}, removed_at timestamptz)`,
  `create index network_by_partnership on network (partnership_id)`,

  // Worked out once: whoever could see it before and after an answer is taken out would know that answer.
  `create table relationship_result (
    wave_id uuid primary key references survey_wave on delete cascade, ${owner},
    content jsonb not null, at ${stamp})`,
];
