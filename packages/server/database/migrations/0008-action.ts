import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// What a partnership does about its gaps, and how far it means to come by when.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['action', 'action_note', 'action_reminder', 'reminder_opt_out', 'target']);
  for (const statement of appendOnly) await sql.raw(statement).execute(db);
}

const stamp = 'timestamptz not null default now()';
const words = "text not null default ''";
const list = "jsonb not null default '[]'";
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const round = 'round_id uuid references cycle_round on delete set null';
const rag = `check (%s in ('red', 'amber', 'green'))`;
// A record counts its versions, and knows in which each of its fields was changed last.
const versioned = `version int not null default 1, touched jsonb not null default '{}',
  removed_at timestamptz, made_at ${stamp}, changed_at ${stamp}, changed_by_name ${words}`;

const tables = [
  `create table action (
    id uuid primary key default gen_random_uuid(), ${partnership},
    place_id uuid not null references place, ${round},
    title text not null, objective ${words}, method ${words},
    owner_organisation ${words}, owner_role ${words}, owner_mailbox ${words},
    owner_member uuid references membership on delete set null, remind boolean not null default true,
    doers ${words}, resources ${words}, resource_source ${words},
    starts_on date, due_on date,
    status text not null default 'planned'
      check (status in ('planned', 'under-way', 'done', 'stopped')),
    ended_on date, blocked ${words}, evidence ${words},
    kind text not null check (kind in ('input', 'process', 'output', 'outcome')),
    stage text check (stage in ('diagnose', 'challenge', 'change', 'normalise')),
    pathway text check (pathway in
      ('prevention', 'discovery', 'respite', 'recovery', 'sustainable-freedom')),
    four_p text check (four_p in ('pursue', 'prevent', 'protect', 'prepare')),
    gaps ${list}, assets ${list}, topics ${list}, indicators ${list}, interventions ${list},
    cost double precision check (cost >= 0), currency text not null default 'GBP',
    rag_decided text ${rag.replace('%s', 'rag_decided')}, rag_reason ${words},
    rag_by_name ${words}, rag_at timestamptz,
    rag_proposed text ${rag.replace('%s', 'rag_proposed')},
    ${versioned}, check (ended_on is null or status in ('done', 'stopped')))`,
  `create index action_by_place on action (partnership_id, place_id)`,
  `create table action_note (
    id uuid primary key default gen_random_uuid(), ${partnership},
    action_id uuid not null references action on delete cascade, text text not null,
    by_person uuid references person on delete set null, by_name text not null, at ${stamp})`,
  `create index action_note_by_action on action_note (action_id, at desc)`,
  // Written before the message is sent: one reminder of a kind for a due day, whatever happens then.
  `create table action_reminder (
    id uuid primary key default gen_random_uuid(), ${partnership},
    action_id uuid not null references action on delete cascade,
    kind text not null check (kind in ('due-soon', 'overdue')), due_on date not null,
    to_person uuid references person on delete set null, to_address text not null,
    claimed_at ${stamp}, sent_at timestamptz, unique (action_id, kind, due_on))`,
  `create table reminder_opt_out (
    ${partnership}, person_id uuid not null references person on delete cascade, at ${stamp},
    primary key (partnership_id, person_id))`,
  `create table target (
    id uuid primary key default gen_random_uuid(), ${partnership},
    place_id uuid not null references place, ${round},
    about_kind text not null check (about_kind in ('measure', 'indicator', 'topic')),
    about_code text not null, title text not null,
    direction text not null check (direction in ('+', '-')),
    baseline_value double precision not null, baseline_on date not null, baseline_source ${words},
    path text not null check (path in ('line', 'steps')), steps ${list},
    aim double precision not null, ends_on date not null,
    tolerance double precision not null check (tolerance >= 0),
    agreed_by ${words}, agreed_on date, note ${words}, basis jsonb,
    ${versioned}, check (ends_on > baseline_on))`,
  `create index target_by_place on target (partnership_id, place_id)`,
];

const appendOnly = [
  // What somebody noted stays as it was said. Only the database itself, tidying up after a removed row, may.
  `create function action_note_stays() returns trigger language plpgsql as $$ begin
    if current_user = 'freehold_app' then
      raise exception 'a note is neither changed nor removed' using errcode = '42501'; end if;
    return coalesce(new, old); end $$`,
  `create trigger action_note_stays before update or delete on action_note
    for each row execute function action_note_stays()`,
];
