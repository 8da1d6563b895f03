import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// What a partnership puts on record: risks, decisions, what survivors say, and the documents it writes from them.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'risk',
    'decision',
    'survivor_input',
    'document_part',
    'problem_profile',
    'problem_profile_issue',
  ]);
  for (const statement of appendOnly) await sql.raw(statement).execute(db);
}

const stamp = 'timestamptz not null default now()';
const words = "text not null default ''";
const list = "jsonb not null default '[]'";
const id = 'id uuid primary key default gen_random_uuid()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const place = 'place_id uuid not null references place';
const round = 'round_id uuid references cycle_round on delete set null';
const stage = `stage text check (stage in ('diagnose', 'challenge', 'change', 'normalise'))`;
const step = 'int not null check (%s between 1 and 5)';

const tables = [
  `create table risk (
    ${id}, ${partnership}, ${place}, ${round}, ${stage},
    title text not null, description ${words},
    likelihood ${step.replace('%s', 'likelihood')}, impact ${step.replace('%s', 'impact')},
    mitigation ${words}, owner_organisation ${words}, owner_role ${words}, review_on date,
    status text not null default 'open' check (status in ('open', 'accepted', 'closed')),
    reason ${words}, topics ${list}, gaps ${list}, made_at ${stamp}, changed_at ${stamp},
    check (status = 'open' or reason <> ''))`,
  `create index risk_by_place on risk (partnership_id, place_id)`,
  // A correction is a decision of its own that says which one it stands in for; that one stays as it was.
  `create table decision (
    ${id}, ${partnership}, ${place}, ${round}, ${stage},
    corrects uuid unique references decision on delete cascade, correction ${words},
    question text not null, options ${list}, reasons ${words}, outcome text not null,
    taken_by_organisation ${words}, taken_by_role ${words}, decided_on date not null, review_on date,
    gaps ${list}, actions ${list},
    by_person uuid references person on delete set null, by_name text not null, made_at ${stamp},
    check ((corrects is null) = (correction = '')))`,
  `create index decision_by_place on decision (partnership_id, place_id)`,
  // Nobody is in it: a summary of what several people said, and a band instead of their number.
  `create table survivor_input (
    ${id}, ${partnership}, ${place}, ${round}, ${stage},
    channel text not null check (channel in ('adviser', 'group', 'drop-in', 'third-party',
      'survivor-led-evaluation', 'survey', 'other')),
    theme text not null, summary text not null,
    people text not null check (people in ('under-5', '5-9', '10-19', '20-49', '50-or-more', 'not-known')),
    changed ${words}, actions ${list}, received_on date not null,
    removed_at timestamptz, made_at ${stamp}, changed_at ${stamp})`,
  `create index survivor_input_by_place on survivor_input (partnership_id, place_id)`,
  // One part of a guided document: what was filled in from the records, and what people wrote beside it.
  `create table document_part (
    ${partnership}, ${place}, document text not null, edition text not null default '',
    part text not null, filled jsonb, filled_at timestamptz, written ${words},
    state text not null default 'open' check (state in ('open', 'ready', 'left-out')),
    version int not null default 1, changed_by_name ${words}, changed_at ${stamp},
    primary key (partnership_id, place_id, document, edition, part))`,
  `create table problem_profile (
    ${partnership}, ${place}, title text not null, marking text not null, made_at ${stamp},
    primary key (partnership_id, place_id))`,
  `create table problem_profile_issue (
    ${id}, ${partnership}, ${place}, number int not null check (number > 0),
    document jsonb not null, note ${words},
    by_person uuid references person on delete set null, by_name text not null, at ${stamp},
    unique (partnership_id, place_id, number))`,
];

// Only the database itself, tidying up after a removed row, may touch what was put on record.
const appendOnly = [
  `create function record_stays() returns trigger language plpgsql as $$ begin
    if current_user = 'freehold_app' then
      raise exception 'what is on record is neither changed nor removed' using errcode = '42501';
    end if;
    return coalesce(new, old); end $$`,
  ...['decision', 'problem_profile_issue'].map(
    (table) => `create trigger record_stays before update or delete on ${table}
      for each row execute function record_stays()`,
  ),
];
